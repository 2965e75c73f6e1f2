/// The bytes of an event of every type, as journals hold them for ever; a change here breaks every journal there is.
enum GoldenEvents {
  struct Golden: Sendable {
    let type: String
    let payload: String
    let digest: String
  }

  static let all: [Golden] = mainPath + chain + books

  private static let mainPath: [Golden] = [
    Golden(
      type: "journal.opened",
      payload: #"""
        {"city":"320684","city_digest":"00ff","kind":"demo","opened_at":1592236800000,"site":"haimen"}
        """#,
      digest: "326fbef30635db2417ad5b65b58bb20dbac120ac013c7f83c3fc008540be3e24"),
    Golden(
      type: "journal.opened",
      payload: #"""
        {"city":"320684","city_digest":"00ff","kind":"drill","opened_at":1592236800000,"parent":{"head":"00ff","journal":"first-shift.db","sequence":7},"site":"haimen-演练-first-shift"}
        """#,
      digest: "ee8d03b1b4f785abe6ae5f9eb2a406d0b13525b29cda824057f99e5673233e07"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1592265600000,"overall_due":1592865600000,"report":{"attachments":[{"kind":"photo","sha256":"00","uri":"file:a/b.jpg"}],"category":"NOISE","confidential":true,"detail":{"hotline":{"answered":false,"channel":"seat","kind":"complaint"}},"exercise":false,"location":{"address":"余东镇人民路12号","latitude":32083330,"longitude":-121350000},"occurred_at":1592265000000,"origin":{"outcome":"","status":"在办","unit":"WATER"},"place":"320614113001","reported_at":1592265600000,"source":"hotline","source_id":"HL-1","text":"夜间\n噪声","title":"\"噪声\"","upstream":{"deadline":1592800000000,"level":"市级","number":"U-1"},"urgency":"critical"},"stage_due":1592266600000}
        """#,
      digest: "b3ae5fc29031c286e95c1004ff8862edd05d93913d6622091dfd70b323d4a193"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1592265600000,"report":{"attachments":[],"confidential":false,"exercise":false,"origin":{"closed_at":1592265500000,"outcome":"done","status":"Closed"},"place":"BX","reported_at":1592265600000,"source":"other","source_id":"5","text":"","title":"Noise","urgency":"normal"}}
        """#,
      digest: "c2d0a0d2baf31436ded0d4e2085178212d09a0f8f8f2039d7f8a2cdadddc1779"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"grid":{"kind":"hazard","role":"宣传员","settled":true,"worker":"某人"}},"exercise":true,"place":"P","reported_at":-1,"source":"grid","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "ea73c44063667723ff90c453c5dd7c707025a905cf5f42bf58b13674e9544baf"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"city_management":{"checked":true,"class":"part","code":"0101","collector":"C7"}},"exercise":true,"place":"P","reported_at":-1,"source":"cityManagement","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "2520753f59dbe0b34ab491f3f43e56865359785d1dec7f9fc3663f83c6871bf4"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"enforcement":{"brigade":"ENF-1","case":"E-1","party":"某店","step":"patrol"}},"exercise":true,"place":"P","reported_at":-1,"source":"enforcement","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "983eac4a979a8d6c7772c6a5f516685c4a99b91eb3d4a82ad93e7d0f7ee0d4bf"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"police":{"alarm":"A-1","kind":"noise"}},"exercise":true,"place":"P","reported_at":-1,"source":"police","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "3b7deca391a619c5de91377107d802feca665e2f7ce92c85e02888c845cbd4c4"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"emergency":{"casualties":0,"incident":"I-1","phase":"followUp","severity":4}},"exercise":true,"place":"P","reported_at":-1,"source":"emergency","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "ed8bcb0672e8dd7ec1e662ab1daabaefb67b1cbef84042236a523fabb4ef0b8d"),
    Golden(
      type: "order.received",
      payload: #"""
        {"arrived_at":1,"report":{"attachments":[],"confidential":false,"detail":{"window":{"guide":"G","matter":"M","step":"accept","window":"W"}},"exercise":true,"place":"P","reported_at":-1,"source":"window","source_id":"s","text":"t","title":"","urgency":"urgent"}}
        """#,
      digest: "f0508fee16793f6506652165f5c0157707ef2a82498929bbd90e9bea039144ef"),
    Golden(
      type: "order.amended",
      payload: #"""
        {"report":{"attachments":[],"confidential":false,"exercise":false,"place":"P","reported_at":1592265600000,"source":"grid","source_id":"G-1","text":"改","title":"t","urgency":"normal"}}
        """#,
      digest: "f164de29045c34c35a47c2ca3d95063f50a9ccb526eb10e977efee0acdcfefb5"),
    Golden(
      type: "order.filed",
      payload: #"""
        {"category":"LAMP","overall_due":1592865600000,"place":"P","stage_due":1592266600000,"urgency":"urgent"}
        """#,
      digest: "067361bed9d0014f9d6227b8f80f788427e332fcabdd3cd7614d807e29ce45f9"),
    Golden(
      type: "order.filed",
      payload: #"""
        {"place":"P","stage_due":1592266600000,"urgency":"normal"}
        """#,
      digest: "b5ca8b962b62d0f9c4f8fdd3fb4607a3cccd78094092a2699cf28e4d3fdb69a1"),
    Golden(
      type: "order.declined",
      payload: #"""
        {"ground":"不属受理范围","outcome":"notAccepted"}
        """#,
      digest: "45bbb4ba3aa7daa617ba9601563720c02f7a3644c501edf3db98ee28795d769c"),
    Golden(
      type: "order.claimed",
      payload: #"""
        {"officer":"O1","seat":"C1","until":1592271000000}
        """#,
      digest: "2749df3ac226544b3be2d760c1d5e207eba9f5ba048adcab1ece102149d34d45"),
    Golden(
      type: "order.taken_over",
      payload: #"""
        {"claim":{"officer":"O1","seat":"C1","until":1592271000000},"from":"C2"}
        """#,
      digest: "6c7a4961ef396d18cb3fb54834fdbc7282a83de02e3c986247541e7919bf0907"),
    Golden(
      type: "order.released",
      payload: #"""
        {}
        """#,
      digest: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
    Golden(
      type: "order.dispatched",
      payload: #"""
        {"category":"LAMP","co_units":["LIGHT","ENF-1"],"filing":true,"handle_due":1592355600000,"note":"速办","stage_due":1592271000000,"unit":"WATER"}
        """#,
      digest: "e87a00e7b14ed7a0d5ad45ccb0f5a93bfd272644ed136949e350de0fa4b16df2"),
    Golden(
      type: "order.redispatched",
      payload: #"""
        {"co_units":[],"filing":false,"handle_due":1592355600000,"note":"","stage_due":1592271000000,"unit":"LIGHT"}
        """#,
      digest: "0894a4decda33e77e186d005029ba527a7838bacca2efc78f4ad79c4e69be9ec"),
    Golden(
      type: "order.signed",
      payload: #"""
        {}
        """#,
      digest: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
    Golden(
      type: "order.signed",
      payload: #"""
        {"call":{"at":1592270000000,"name":"倪某","number":"11900000001"}}
        """#,
      digest: "ec10608a821097b000e9572a23a4c9414d23f0bd9dfebcd3c90f749cca42d624"),
    Golden(
      type: "order.fed_back",
      payload: #"""
        {"attachments":[{"kind":"photo","sha256":"00","uri":"file:a/b.jpg"}],"call":{"at":1592270000000,"name":"倪某","number":"11900000001"},"stage_due":1592271000000,"text":"已处理"}
        """#,
      digest: "189c5b3c303e0319ed21bd3250ee290040581e182cad2c6b23536f197db229da"),
    Golden(
      type: "order.inspected",
      payload: #"""
        {"passed":true,"stage_due":1592271000000,"text":"现场查看"}
        """#,
      digest: "8ab9cefd5f6fcece7b7e8fa3213555cd21e6961ee43bbd47ce308025fec8b8ef"),
    Golden(
      type: "order.closed",
      payload: #"""
        {"outcome":"solved","text":"办结"}
        """#,
      digest: "267806985005d36ceabdb8c5b3b7bb869a8b98f29045737aa85b851f5516e130"),
    Golden(
      type: "order.reopened",
      payload: #"""
        {"reason":"未解决","stage":"handling","stage_due":1592271000000}
        """#,
      digest: "5cf3a7ac7dc69730fe4def2384863462770d9c4dec757bb818d8c3133bf0fa05"),
    Golden(
      type: "order.noted",
      payload: #"""
        {"text":"备注"}
        """#,
      digest: "3459f125e02daa0fe9a527fe3db7ea6e0f0603ef355e8a317bf6cae6d304f85f"),
    Golden(
      type: "order.undone",
      payload: #"""
        {"act":"dispatch","core":{"category":"LAMP","co_units":["LIGHT"],"entered_at":1592269200000,"handle_due":1592355600000,"overall_due":1592400000000,"place":"320614113001","stage":"filed","stage_due":1592271000000,"unit":"WATER","urgency":"urgent"}}
        """#,
      digest: "7d2306e686445bed5184ee3064fc75a28ea55dd572417a9b78177985c1ef5155"),
  ]
}
