extension GoldenEvents {
  /// The events of the chain of command, and what it added to others.
  static let chain: [Golden] = [
    Golden(
      type: "order.attached",
      payload: #"""
        {"report":{"attachments":[],"confidential":false,"exercise":false,"place":"P","reported_at":1592265600000,"source":"grid","source_id":"G-2","text":"续","title":"t","urgency":"normal"}}
        """#,
      digest: "61c42573cab3c8b8826bedf37b2cbbc74ba337d54aa0284e6ccfd9cc291c0b8d"),
    Golden(
      type: "order.verified",
      payload: #"""
        {"found":true,"text":"属实"}
        """#,
      digest: "26ea8eca3769949fa0ff4260b0b8d5406e6f3a01d2b9c659d18e6dc5fd9e7635"),
    Golden(
      type: "order.settled",
      payload: #"""
        {"inspect_due":1592270000000,"outcome":"solved","text":"当场劝离","way":"grid"}
        """#,
      digest: "3bb94e701eadb4dc0d278cb23fec6c7b067131fa69e414f061c898251811f5c2"),
    Golden(
      type: "order.contacted",
      payload: #"""
        {"call":{"at":1592270000000,"name":"倪某","number":"11900000001"},"text":"已联系"}
        """#,
      digest: "2a72734cf5f5ee2873978c7c10500c16cdd39c0ca6902d08b7ad2f7f081f57d5"),
    Golden(
      type: "order.stepped",
      payload: #"""
        {"skipped":["notice"],"step":"decision","text":""}
        """#,
      digest: "f0e37ace117b91e7e285ecb727d74a9380f201bf45274d757b78729af8866af6"),
    Golden(
      type: "order.assisted",
      payload: #"""
        {"text":"已配合","unit":"LIGHT"}
        """#,
      digest: "dded6d63796b38e9ab68b2146429d64524a45bdd28ed6c7f68469ddec81152b1"),
    Golden(
      type: "order.requested",
      payload: #"""
        {"amount":2,"call":{"at":1592270000000,"name":"倪某","number":"11900000001"},"clock":"workingDays","kind":"extension","officer":"O1","reason":"缺件","unit":"WATER"}
        """#,
      digest: "5718150016f70d0ce526be296121f4e95232ed5bcab92292cd99ff7a999b6017"),
    Golden(
      type: "order.requested",
      payload: #"""
        {"ground":"WEATHER","kind":"suspension","officer":"O1","reason":"大雨","unit":"WATER","until":1592355600000}
        """#,
      digest: "f269fc45a8387cacd5242ea3ee972ba76bbf785dc3243807381002625dfb6222"),
    Golden(
      type: "order.returned",
      payload: #"""
        {"blame":"dispatcher","stage_due":1592270000000,"text":"","unit":"WATER"}
        """#,
      digest: "d56c748819007f01f980b1516661e81c8b58fa41f86ff65208bf4ad3dc11806b"),
    Golden(
      type: "order.suspended",
      payload: #"""
        {"after":{"handle":3,"overall":4,"stage":2},"before":{"handle":2,"overall":3,"stage":1},"from":1592270000000,"ground":"WEATHER","reason":"大雨","until":1592355600000}
        """#,
      digest: "f83a05f99e1ea4804260ab18461ca7a57c4020b56d2e123a078ed8b039a6746d"),
    Golden(
      type: "order.extended",
      payload: #"""
        {"overall_due":1592400000000,"stage_due":1592355600000,"text":""}
        """#,
      digest: "0be81d0a261831efb971e6c11c5478fe59cb225b870c5cb357d17e278ac75f7c"),
    Golden(
      type: "order.denied",
      payload: #"""
        {"reason":"理由不足"}
        """#,
      digest: "553c8a2b26ea6fdced8a7e245ee6c0a3fc0cecc4c604062886d0e9175e9fa049"),
    Golden(
      type: "order.withdrawn",
      payload: #"""
        {}
        """#,
      digest: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
    Golden(
      type: "order.resumed",
      payload: #"""
        {"handle_due":2,"overall_due":3,"reason":"雨停","stage_due":1}
        """#,
      digest: "6d60156204024fee8229f58aa344492de2e6f4ea44fabcaea6b7d3368c4b13d5"),
    Golden(
      type: "order.escalated",
      payload: #"""
        {"from":"village","reason":"超出能力","stage_due":1592270000000,"to":"town"}
        """#,
      digest: "f6bc833b7b92477bb565c4f0b553f20a03ab19bcd02052198b9d3e02beec1ed3"),
    Golden(
      type: "order.delegated",
      payload: #"""
        {"from":"city","reason":"就近","to":"town"}
        """#,
      digest: "388a8a37382ed02d225cb65d930cf18b0ba03ff2ee40dad81a39ed7402476a27"),
    Golden(
      type: "order.answered",
      payload: #"""
        {"call":{"at":1592270000000,"name":"倪某","number":"11900000001"},"report":{"source":"hotline","source_id":"HL-1"},"text":"已办"}
        """#,
      digest: "647a5e52c632a1a332a350b4b515ea38cbdbde865026b5de3c63d007344a4676"),
    Golden(
      type: "order.followed_up",
      payload: #"""
        {"attempt":1,"next":"verdict","reached":true,"satisfied":false,"solved":true,"text":"嫌慢"}
        """#,
      digest: "dcb7e4caf7be268a08f9a427d3de41906e8ef22cc5c470457ebd694ba58759ec"),
    Golden(
      type: "order.answered_back",
      payload: #"""
        {"state":"sent","text":"已办"}
        """#,
      digest: "7df069879802e563ff71f55722931231966a2321650b1691c1cc7082182a9398"),
    Golden(
      type: "order.urged",
      payload: #"""
        {"rule":{"due_at":1592270000000,"threshold":"amber"},"text":"请速办"}
        """#,
      digest: "60b6ceba277f996435e45cea0800559b160ad0fbdb903012eca643b3178f301b"),
    Golden(
      type: "order.supervised",
      payload: #"""
        {"level":2,"text":"限时"}
        """#,
      digest: "36bd51c747179621e273b2ae8b2feca029d4e2250629bde8c7911db7b56f0934"),
    Golden(
      type: "order.instructed",
      payload: #"""
        {"due":1592270000000,"issuer":"顾某","text":"从速"}
        """#,
      digest: "6cd5c81250b052a7adddd4b3bcc1bbb1ed4fa90760cd18e23033500fa2225a78"),
    Golden(
      type: "order.struck_off",
      payload: #"""
        {"instruction":1,"text":"已落实"}
        """#,
      digest: "5c5d3a643ff711ac8eae49da406bca28d64c90767a6e3702ea42595c1a99dbca"),
    Golden(
      type: "order.excluded",
      payload: #"""
        {"rate":"","reason":"重复登记"}
        """#,
      digest: "c55fbba24d01e9a445139957cd6264d34ab28e7c79726f04f8df3df3e06bb710"),
    Golden(
      type: "order.merged",
      payload: #"""
        {"callers":3,"evidence":"80米","handle_due":2,"other":"20200616-00002","overall_due":3,"reports":[{"attachments":[],"confidential":false,"exercise":false,"place":"P","reported_at":1592265600000,"source":"grid","source_id":"G-2","text":"续","title":"t","urgency":"normal"}],"stage_due":1,"urgency":"urgent"}
        """#,
      digest: "11027bd383aeb8af4b6218551c4568df87761ed22f984c1698504b976b686f76"),
    Golden(
      type: "order.part_amended",
      payload: #"""
        {"other":"20200616-00002","report":{"attachments":[],"confidential":false,"exercise":false,"place":"P","reported_at":1592265600000,"source":"grid","source_id":"G-2","text":"续","title":"t","urgency":"normal"}}
        """#,
      digest: "a7414051a23f8a203b15e4084c350c8cc298a7e6ef3b248766107c700d4574b7"),
    Golden(
      type: "order.joined",
      payload: #"""
        {"into":"20200616-00001"}
        """#,
      digest: "1c03549c444f65f60b887351fb70bab3e23d3a43ddf69e7f5144f5197860cbc8"),
    Golden(
      type: "order.split",
      payload: #"""
        {"callers":1,"handle_due":2,"off":"20200616-00002","overall_due":3,"reason":"不同处","stage_due":1,"urgency":"urgent"}
        """#,
      digest: "b3fee70e31e03aed1d451e719407f9710e50c54001cf8784c453a51e6a3ab8af"),
    Golden(
      type: "order.parted",
      payload: #"""
        {"from":"20200616-00001"}
        """#,
      digest: "b5189cd68255581bbfb2510a2c1ad5e0b14d891cfc31c923769c4a851f21a988"),
    Golden(
      type: "order.distinguished",
      payload: #"""
        {"from":"20200616-00001"}
        """#,
      digest: "b5189cd68255581bbfb2510a2c1ad5e0b14d891cfc31c923769c4a851f21a988"),
    Golden(
      type: "order.branched",
      payload: #"""
        {"child":{"source":"hotline","source_id":"20200616-00001/1"},"title":"查配电箱"}
        """#,
      digest: "337558d75859a437b57460e532295e95bd0541be0f1579720916a3ec85c11140"),
    Golden(
      type: "order.child_ended",
      payload: #"""
        {"child":{"source":"hotline","source_id":"20200616-00001/1"},"outcome":"solved"}
        """#,
      digest: "fe4d8203762adf3ea9148dcb5338085a367a7fea4e0104631dbd17180a3bb206"),
    Golden(
      type: "order.child_reopened",
      payload: #"""
        {"child":{"source":"hotline","source_id":"20200616-00001/1"}}
        """#,
      digest: "17c994b4aff2b8aff0a5108880d4f27bc5c8709a65d6d0a47a892106cb1dcb03"),
    Golden(
      type: "order.unmasked",
      payload: #"""
        {"reason":"核对地址"}
        """#,
      digest: "541919c57268ae81d89c3026d7548092bb05edbf1bb64cfe9d68dfbe537b0c3c"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"parent":"20200616-00001","report":{"attachments":[],"confidential":false,"exercise":false,"place":"P","reported_at":1592265600000,"source":"grid","source_id":"G-2","text":"续","title":"t","urgency":"normal"},"rung":"town","settlement":{"outcome":"explained","text":"","way":"counter"},"stage_due":2}
        """#,
      digest: "7c45b22e0e2038423add257aef3219cf697a67668860753e270319f6642b5e41"),
    Golden(
      type: "order.dispatched",
      payload: #"""
        {"assigned":true,"co_units":[],"contact_due":1592270000000,"direct":true,"filing":false,"handle_due":1592355600000,"note":"","stage_due":1592271000000,"unit":"LIGHT"}
        """#,
      digest: "4d0c42674305a4b1000998f2f6f99ad617486b763cd330f7ceae677ca31c4187"),
    Golden(
      type: "order.declined",
      payload: #"""
        {"follow_up_due":1592270000000,"ground":"已有单","outcome":"explained"}
        """#,
      digest: "ffbe3d7dbe7af9fa22d34530ababbdc18b38f7d98f4de100ba6ab962d6fc76e4"),
    Golden(
      type: "order.closed",
      payload: #"""
        {"follow_up_due":1592270000000,"outcome":"solved","text":""}
        """#,
      digest: "af84ee13155414fdbf716f2f3ddf649b2d52508527109e136c73ded656fb2d85"),
    Golden(
      type: "order.reopened",
      payload: #"""
        {"reason":"未解决","rework":true,"stage":"handling","stage_due":1592270000000}
        """#,
      digest: "610add3eb2835016add0befbb700290f2e6a6f0bf541f53bf25e8c99e1f1de27"),
    Golden(
      type: "order.undone",
      payload: #"""
        {"act":"escalate","core":{"assigned":true,"co_units":[],"contact_due":1592270000000,"direct":true,"dispatched_at":1592270000000,"entered_at":1,"place":"P","rung":"grid","stage":"filed","urgency":"normal"}}
        """#,
      digest: "496e9dc2441db9d3e0916a2b3dd697983eb23e606d8f576b060c1982b6ceec4c"),
  ]
}
