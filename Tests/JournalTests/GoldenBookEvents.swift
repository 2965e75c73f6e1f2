extension GoldenEvents {
  /// The events of the books.
  static let books: [Golden] = [
    Golden(
      type: "response.set",
      payload: #"""
        {"kind":"FLOOD","level":"III","place":"P","reason":"暴雨红色预警","wording":"已启动防汛响应"}
        """#,
      digest: "ee44185556ae668ad9a7e671ccddfe2285d0b78d1324084375eca5d85dde02d6"),
    Golden(
      type: "response.lifted",
      payload: #"""
        {"kind":"FLOOD","place":"P","reason":"雨停"}
        """#,
      digest: "bcf49450789beaf035e664f63de063ad83fb74676ce583536eb1c04275a84961"),
    Golden(
      type: "shift.handed_over",
      payload: #"""
        {"head":"7:00ff","notes":"南闸水位请盯住","sheet":{"claimed":["20200616-00001"],"followed":[],"promised":["20200616-00002"],"supervised":[],"urged":[]},"since":1592236800000}
        """#,
      digest: "8ff97718ac2725eea14d47eb9ab7680fc2688c060c61e6f2f4b260f4f721ecfc"),
    Golden(
      type: "shift.taken_over",
      payload: #"""
        {"hand_over":3,"text":""}
        """#,
      digest: "ba0472874c0f2059641e511da368d2d12a8292f4e82b0a778352ee7ac00d26da"),
    Golden(
      type: "points.earned",
      payload: #"""
        {"points":5,"service":"河道巡查"}
        """#,
      digest: "28057f2cfb5acaeb192c1a5955233063db4babb694dae5f65d8744ac65a76b37"),
    Golden(
      type: "points.spent",
      payload: #"""
        {"goods":"洗衣液","partner":"K-1","points":3}
        """#,
      digest: "817cea9a675ab0976b9b919b391eeb8c939c1b1c7f87252310a55507fd512c90"),
    Golden(
      type: "points.corrected",
      payload: #"""
        {"entry":2,"points":3,"reason":"记错人"}
        """#,
      digest: "a05d669cf508d8b56843fa7700c3aec7e94819b15ac9f18699e84fc2ed1e87e8"),
    Golden(
      type: "script.fired",
      payload: #"""
        {"inject":"I03"}
        """#,
      digest: "398846474798e548d00d548d4489422942a5f5ca921eae98ebe6efa665ec3263"),
    Golden(
      type: "script.skipped",
      payload: #"""
        {"inject":"I04"}
        """#,
      digest: "b7ec22ff463c12f9ce1daa7d0c2441de17d2e96ba0bfb00d843d0021c9c823ed"),
    Golden(
      type: "script.delayed",
      payload: #"""
        {"inject":"I03","minutes":5}
        """#,
      digest: "af98518a86d99e9ef55766bd5cd63d335cf848e48463df4792116a93af8d8515"),
    Golden(
      type: "script.added",
      payload: #"""
        {"inject":"X1","report":{"attachments":[],"confidential":false,"exercise":true,"place":"P","reported_at":1592236800000,"source":"police","source_id":"DRILL-X1","text":"楼下有人围观","title":"围观","urgency":"urgent"}}
        """#,
      digest: "d537d763c6d17542d96dee8a81b8a30d9d96a185be0220765c11816b62a52fbb"),
    Golden(
      type: "script.remarked",
      payload: #"""
        {"text":"派遣一席没有先认领"}
        """#,
      digest: "923283a48212fcef15ea3a85e3d09a4423c993e2a42d9837d75c2df2c6737b28"),
  ]
}
