import JournalConformance
import SeededRandom
import Testing

@testable import Journal
@testable import Model

@Suite("Reports that were received")
struct CanonicalReportTests {
  @Test("are written in the same bytes as by the writer for everything")
  func bytes() throws {
    var random = SeededGenerator(seed: 20)
    var details: Set<Source> = []
    for _ in 0..<2_000 {
      let received = Self.received(&random)
      #expect(try CanonicalReport.bytes(of: received) == CanonicalWriter.bytes(of: received))
      if received.report.detail != nil { details.insert(received.report.source) }
    }
    #expect(details.count == 7)
  }

  @Test("tell who reported in the same bytes, too")
  func reporters() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let data = PersonalData(name: Self.text(&random), phone: Self.text(&random), identity: Self.text(&random))
      #expect(try CanonicalReport.bytes(of: data) == CanonicalWriter.bytes(of: data))
    }
  }

  private static func received(_ random: inout SeededGenerator) -> OrderEvent.Received {
    var received = OrderEvent.Received(report: report(&random), arrivedAt: instant(&random))
    received.stageDue = maybe(&random) { instant(&$0) }
    received.overallDue = maybe(&random) { instant(&$0) }
    received.rung = maybe(&random) { Rung.allCases.randomElement(using: &$0) ?? .city }
    received.parent = maybe(&random) { text(&$0) }
    received.settlement = maybe(&random) { settlement(&$0) }
    return received
  }

  private static func settlement(_ random: inout SeededGenerator) -> OrderEvent.Settlement {
    OrderEvent.Settlement(
      way: any(&random, or: .grid), outcome: any(&random, or: .solved), text: text(&random),
      inspectDue: maybe(&random) { instant(&$0) })
  }

  private static func report(_ random: inout SeededGenerator) -> Report {
    let source = Source.allCases.randomElement(using: &random) ?? .other
    var report = Report(
      source: source, sourceID: text(&random), reportedAt: instant(&random), place: PlaceCode(text(&random)),
      title: text(&random), text: text(&random))
    report.occurredAt = maybe(&random) { instant(&$0) }
    report.location = maybe(&random) {
      Location(address: text(&$0), latitude: maybe(&$0) { number(&$0) }, longitude: maybe(&$0) { number(&$0) })
    }
    report.category = maybe(&random) { CategoryCode(text(&$0)) }
    report.urgency = Urgency.allCases.randomElement(using: &random) ?? .normal
    report.confidential = Bool.random(using: &random)
    report.exercise = Bool.random(using: &random)
    report.attachments = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Attachment(kind: text(&random), uri: text(&random), sha256: text(&random))
    }
    report.upstream = maybe(&random) {
      Upstream(number: text(&$0), level: text(&$0), deadline: maybe(&$0) { instant(&$0) })
    }
    report.origin = maybe(&random) {
      OriginState(
        unit: maybe(&$0) { UnitCode(text(&$0)) }, status: text(&$0), closedAt: maybe(&$0) { instant(&$0) },
        outcome: text(&$0))
    }
    report.detail = maybe(&random) { detail(source, &$0) } ?? nil
    return report
  }

  private static func detail(_ source: Source, _ random: inout SeededGenerator) -> SourceDetail? {
    let flag = Bool.random(using: &random)
    switch source {
    case .grid:
      return .grid(
        GridAlert(worker: text(&random), role: text(&random), kind: any(&random, or: .hazard), settled: flag))
    case .cityManagement:
      return .cityManagement(
        CityManagementCase(
          collector: text(&random), classification: any(&random, or: .event), code: text(&random), checked: flag))
    case .enforcement:
      return .enforcement(
        EnforcementCase(
          number: text(&random), brigade: UnitCode(text(&random)), party: text(&random), step: any(&random, or: .patrol)
        ))
    case .hotline:
      return .hotline(
        HotlineItem(kind: any(&random, or: .complaint), channel: any(&random, or: .seat), answered: flag))
    case .police: return .police(PoliceItem(alarm: text(&random), kind: any(&random, or: .help)))
    case .emergency:
      return .emergency(
        EmergencyReport(
          phase: any(&random, or: .first), incident: text(&random), severity: number(&random),
          casualties: number(&random)))
    case .window:
      return .window(
        WindowApplication(
          window: text(&random), matter: text(&random), guide: text(&random), step: any(&random, or: .accept)))
    case .other: return nil
    }
  }

  private static func any<Value: CaseIterable>(_ random: inout SeededGenerator, or other: Value) -> Value {
    Value.allCases.randomElement(using: &random) ?? other
  }

  private static func maybe<Value>(
    _ random: inout SeededGenerator, _ make: (inout SeededGenerator) -> Value
  ) -> Value? {
    Bool.random(using: &random) ? make(&random) : nil
  }

  private static func instant(_ random: inout SeededGenerator) -> Instant {
    Instant(milliseconds: Int64.random(in: -1_000_000_000_000...2_000_000_000_000, using: &random))
  }

  private static func number(_ random: inout SeededGenerator) -> Int {
    Int.random(in: -200...200_000_000, using: &random)
  }

  /// Text with all that JSON escapes and all that composes.
  private static func text(_ random: inout SeededGenerator) -> String {
    let parts = ["", "噪声", "\"", "\\", "\n", "\u{1}", "e\u{301}", "A{", "}", "𠮷", "/", "\u{7F}", "，"]
    return (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }
}
