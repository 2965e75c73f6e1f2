import City
import Journal
import Model
import Terminal
import Testing

@testable import Desk

@Suite("A conductor's view")
struct ConductTests {
  static let frames =
    [(80, 24), (120, 36), (200, 60)].map { "conduct-\($0)x\($1)" }
    + ["conduct-add-80x24", "conduct-confirm-80x24", "conduct-help-80x24"]
  private static let start = Fixtures.morning

  private static func at(_ second: Int64) -> Instant { start.adding(milliseconds: second * 1_000) }

  private static func inject(
    _ id: String, _ standing: InjectStanding, _ title: String, condition: String = "", note: String = ""
  ) -> ConductReading.InjectLine {
    ConductReading.InjectLine(
      id: id, standing: standing,
      report: Report(
        source: .hotline, sourceID: "DRILL-" + id, reportedAt: start, place: "320614001", title: title,
        text: "来电人称楼道里燃气味很重，二楼到四楼都闻得到，不知道哪一家漏的，楼里还有老人。", exercise: true),
      condition: condition, audience: "派遣二席", note: note)
  }

  private static func expectation(
    _ id: String, _ state: ConductReading.ExpectationLine.State, _ text: String, due: Int64? = nil,
    done: Int64? = nil, isCritical: Bool = false
  ) -> ConductReading.ExpectationLine {
    ConductReading.ExpectationLine(
      id: id, state: state, inject: "I02", due: due.map(at), done: done.map(at), isCritical: isCritical, text: text)
  }

  private static let reading = ConductReading(
    injects: [
      inject("I01", .arrived(at(-30)), "公交站旁窨井盖缺了一角"),
      inject("I02", .coming(at(40)), "楼道里燃气味很重", note: "要害件。三分钟内派到燃气公司，请消防协办；派到社区算派错。"),
      inject("I03", .coming(at(150)), "东洲花苑6幢闻到燃气味"), inject("I05", .skipped, "东门消防通道被三辆车堵住"),
      inject("I04", .waiting, "燃气泄漏楼内有人晕倒", condition: "I02 4分没有派单"), inject("I06", .passed, "广告牌松动"),
    ],
    expectations: [
      expectation("E01", .open, "窨井盖一件两分钟内有人处理", due: 90),
      expectation("E02", .notArrived, "燃气味一件一分钟内有人处理"), expectation("E03", .met, "消防通道", due: 20, done: 10),
      expectation("E04", .late, "派遣一席先认领再派", due: 5, done: 9),
      expectation("E07", .open, "燃气泄漏三分钟内派燃气公司", due: 33, isCritical: true),
      expectation("E08", .wrong, "消防通道由镇台派执法局", due: 60, done: 30), expectation("E09", .missed, "广告牌", due: 1),
    ], lastRemark: "09:12:10 派遣一席没有先认领")

  private func state(_ width: Int = 80, _ height: Int = 24) throws -> ConductState {
    var state = ConductState(
      city: try Fixtures.haimen.get().tables, drill: DrillDeskTests.brief, width: width, height: height,
      wall: Self.start, clock: nil)
    let clock = ClockSetting(feed: Self.start, wall: Self.start, speed: 2_000, paused: false)
    _ = Conduct.update(&state, .reading(Self.reading, clock), at: Self.start)
    return state
  }

  private func press(_ keys: String, _ state: inout ConductState) -> [ConductEffect] {
    keys.unicodeScalars.flatMap { Conduct.update(&state, .key(.char($0)), at: Self.start) }
  }

  private func press(_ key: Key, _ state: inout ConductState) -> [ConductEffect] {
    Conduct.update(&state, .key(key), at: Self.start)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `shows what is to come first, and what is expected by the time left`(width: Int, height: Int) throws {
    try GoldenFrame.expect(ConductFrame.draw(try state(width, height)).text, is: "conduct-\(width)x\(height)")
  }

  @Test func `asks before an inject is fired or taken out`() throws {
    var state = try state()
    #expect(press("jf", &state).isEmpty)
    try GoldenFrame.expect(ConductFrame.draw(state).text, is: "conduct-confirm-80x24")
    #expect(press("y", &state) == [.conduct(.fire(inject: "I03"))])
    #expect(press("xn", &state).isEmpty)
    #expect(press("xy", &state) == [.conduct(.skip(inject: "I03"))])
  }

  @Test func `does nothing more to what has arrived`() throws {
    var state = try state()
    #expect(press("jjjf", &state).isEmpty)
    #expect(state.dialog == nil)
    #expect(state.message?.kind == .refusal)
  }

  @Test func `puts off, notes and adds through forms`() throws {
    var state = try state()
    #expect(press("d５", &state).isEmpty)
    #expect(press(.enter, &state) == [.conduct(.delay(inject: "I02", minutes: 5))])
    #expect(press("b没有先认领", &state).isEmpty)
    #expect(press(.enter, &state) == [.conduct(.remark("没有先认领"))])
    #expect(press("a", &state).isEmpty)
    _ = press(.right, &state)
    _ = press(.tab, &state)
    _ = press(.tab, &state)
    _ = press("余东", &state)
    _ = press(.tab, &state)
    _ = press("围观", &state)
    _ = press(.tab, &state)
    _ = press("楼下有人围观", &state)
    _ = press(.tab, &state)
    try GoldenFrame.expect(ConductFrame.draw(state).text, is: "conduct-add-80x24")
    guard case .conduct(.add(let adding))? = press(.enter, &state).first else {
      Issue.record("nothing was added")
      return
    }
    #expect(adding.title == "围观")
    #expect(state.city.places[adding.place]?.name == "余东镇")
    #expect(adding.minutes == 0)
  }

  @Test func `refuses minutes that are none, and keeps what was typed`() throws {
    var state = try state()
    #expect(press("d五", &state).isEmpty)
    #expect(press(.enter, &state).isEmpty)
    #expect(state.dialog != nil)
    #expect(state.message?.kind == .refusal)
  }

  @Test func `has the clock of all desks in hand`() throws {
    var state = try state()
    guard case .setClock(let stopped)? = press(" ", &state).first else {
      Issue.record("the clock goes on")
      return
    }
    #expect(stopped.paused)
    #expect(press(".", &state) == [.step])
    #expect(press("q", &state) == [.quit])
  }

  @Test func `tells its keys, and has no key twice`() throws {
    let keys = ConductKeymap.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(ConductKeymap.bindings.map(\.action)) == Set(ConductAction.allCases))
    var state = try state()
    _ = press("?", &state)
    try GoldenFrame.expect(ConductFrame.draw(state).text, is: "conduct-help-80x24")
  }
}
