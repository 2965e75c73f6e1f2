import Feeds
import Model
import Testing

@Suite struct ReportDecoderTests {
  @Test func `A line with every key becomes a report with every field`() throws {
    let incoming = try decode(Samples.full)
    let report = incoming.report
    #expect(report.source == .hotline)
    #expect(report.sourceID == "HX20200616000123")
    #expect(report.reportedAt == Instant(seconds: 1_592_267_460))
    #expect(report.occurredAt == Instant(seconds: 1_592_266_200))
    #expect(report.place == "320614113001")
    #expect(report.location == Location(address: "凤城社区老街东段", latitude: 31_930_000, longitude: 121_070_000))
    #expect(report.category == "HL-TS-NOISE")
    #expect(report.urgency == .urgent)
    #expect(report.title == "夜间施工噪声")
    #expect(report.text == "工地夜间施工\n影响休息\u{0}")
    #expect(report.confidential && !report.exercise)
    #expect(
      report.attachments == [
        Attachment(kind: "photo", uri: "file:att/1.jpg", sha256: String(repeating: "ab", count: 32))
      ])
    #expect(
      report.upstream
        == Upstream(
          number: "省12345-2020-0099", level: "province", deadline: Samples.instant("2020-06-18T17:30:00+08:00")))
    #expect(
      report.origin
        == OriginState(
          unit: "D-POLICE", status: "Closed", closedAt: Samples.instant("2020-06-16T08:00:00+08:00"), outcome: "已劝停"))
    #expect(report.detail == .hotline(HotlineItem(kind: .complaint, channel: .upstream, answered: true)))
    #expect(incoming.reporter == PersonalData(name: "王某", phone: "11900001234", identity: "000000199001011234"))
  }

  @Test func `A line with the required keys alone is enough`() throws {
    let incoming = try decode(Samples.line())
    #expect(incoming.reporter == nil)
    #expect(incoming.report.urgency == .normal)
    #expect(incoming.report.title == "夜间施工噪声扰民")
    #expect(incoming.report.location == nil && incoming.report.detail == nil && incoming.report.origin == nil)
  }

  @Test func `A title is the first 24 characters of the text where there is none`() throws {
    let text = String(repeating: "海门", count: 20)
    for title in ["", "null", #""""#] {
      let report = try decode(Samples.line(["text": "\"\(text)\"", "title": title])).report
      #expect(report.title == String(repeating: "海门", count: 12))
    }
  }

  @Test func `Strings come out in NFC`() throws {
    let report = try decode(Samples.line(["text": "\"cafe\u{301} ガ か\u{3099}\"", "id": #""e\u0301""#])).report
    #expect(Array(report.text.utf8) == Array("caf\u{E9} ガ \u{304C}".utf8))
    #expect(Array(report.sourceID.utf8) == Array("\u{E9}".utf8))
  }

  @Test func `Hostile characters in well-formed strings are data`() throws {
    for text in [#"\u001b[2J"#, "\u{202E}abc", "\u{FEFF}\u{200B}", "\u{9B}31m", "\u{FFFF}\u{E0041}", #"\ud83d\ude00"#] {
      #expect(rejection(Samples.line(["text": "\"\(text)\""])) == nil)
    }
  }

  @Test func `A byte order mark is passed over at the very start of the input only`() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let line = Array(Samples.line().utf8)
    #expect(rejection(mark + line, number: 1) == nil)
    #expect(rejection(mark + line, number: 2)?.code == .byteOrderMark)
    #expect(rejection(mark + mark + line, number: 1)?.code == .byteOrderMark)
    #expect(rejection(mark, number: 1)?.code == .emptyLine)
  }

  @Test func `A carriage return at the end and white space around do no harm`() {
    #expect(rejection("  " + Samples.line() + " \t\r") == nil)
  }

  @Test func `A closing time before the report's is kept, and one without the stage is not a closing`() throws {
    let closed = #"{"closed":"2020-06-15T09:00:00+08:00","stage":"closed"}"#
    let early = try decode(Samples.line(["origin": closed])).report
    #expect(early.origin?.closedAt == Samples.instant("2020-06-15T09:00:00+08:00"))
    let open = try decode(Samples.line(["origin": #"{"closed":"2020-06-15T09:00:00+08:00","status":"Open"}"#])).report
    #expect(open.origin == OriginState(status: "Open"))
  }

  @Test func `An exercise is taken in where one is held`() throws {
    let line = Samples.line(["exercise": "true"])
    #expect(rejection(line)?.code == .exercise)
    #expect(try decode(line, isExercise: true).report.exercise)
  }

  @Test(arguments: [[:], ["exercise": "false"]])
  func `Where an exercise is held, nothing else is taken in`(change: [String: String]) {
    let rejected = #expect(throws: RejectedLine.self) { try decode(Samples.line(change), isExercise: true) }
    #expect(rejected?.code == .notExercise)
  }

  @Test func `Keys that are not known, other sources' objects among them, are passed over`() {
    #expect(rejection(Samples.line(["later": "[[]]", "police": "17", "grid": #"{"kind":3}"#])) == nil)
    #expect(rejection(Samples.line(["hotline": #"{"kind":"help","severity":"x"}"#])) == nil)
  }

  @Test func `Sixty-four levels are read, and not one more`() {
    func nested(_ levels: Int) -> String {
      Samples.line(["later": String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1)])
    }
    #expect(rejection(nested(64)) == nil)
    #expect(rejection(nested(65))?.code == .tooDeep)
  }

  @Test func `An object of very many keys is read, and equal ones among them are found`() {
    let many = (0..<300).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(rejection(Samples.line(["later": "{\(many)}"])) == nil)
    #expect(rejection(Samples.line(["later": "{\(many),\"k299\":1}"]))?.code == .duplicateKey)
  }

  @Test(arguments: [
    ("grid", #"{"worker":"李某","role":"patrol","kind":"hazard","settled":true}"#),
    ("cityManagement", #"{"collector":"C12","class":"part","code":"0101","checked":true}"#),
    ("enforcement", #"{"case":"海综执1号","brigade":"E-320614113","party":"某店","step":"notice"}"#),
    ("police", #"{"alarm":"110-1","kind":"noise"}"#),
    ("emergency", #"{"phase":"followUp","incident":"E-2020-1","severity":4,"casualties":2}"#),
    ("window", #"{"window":"POLICE","matter":"居住证","guide":"G1","step":"review"}"#),
  ])
  func `Each source's own object is read`(source: String, object: String) throws {
    let report = try decode(Samples.line(["source": "\"\(source)\"", source: object])).report
    let expected: [String: SourceDetail] = [
      "grid": .grid(GridAlert(worker: "李某", role: "patrol", kind: .hazard, settled: true)),
      "cityManagement": .cityManagement(
        CityManagementCase(collector: "C12", classification: .part, code: "0101", checked: true)),
      "enforcement": .enforcement(
        EnforcementCase(number: "海综执1号", brigade: "E-320614113", party: "某店", step: .notice)),
      "police": .police(PoliceItem(alarm: "110-1", kind: .noise)),
      "emergency": .emergency(EmergencyReport(phase: .followUp, incident: "E-2020-1", severity: 4, casualties: 2)),
      "window": .window(WindowApplication(window: "POLICE", matter: "居住证", guide: "G1", step: .review)),
    ]
    #expect(report.detail == expected[source])
  }

  @Test func `A report of another source has no fields of its own`() throws {
    #expect(try decode(Samples.line(["source": #""other""#, "other": "{}"])).report.detail == nil)
  }
}
