import Model
import Testing

@Suite("A command that is given later than it was made")
struct LaterCommandTests {
  private static let made = Instant(seconds: 1_592_357_400)
  private static let given = made.adding(milliseconds: 1_250)

  private static func call(_ at: Instant) -> PhoneCall { PhoneCall(name: "班长", number: "11000001036", at: at) }

  /// Every command that says something of times, as it is made at a moment.
  private static func timed(_ at: Instant) -> [OrderCommand] {
    [
      .sign(call: call(at)), .contact(text: "已联系", call: call(at)),
      .assist(Assisting(unit: "D-FIRE", text: "已到场", call: call(at))),
      .feedBack(Feedback(text: "已处置", call: call(at))), .requestReturn(Asking(reason: "不是我们的", call: call(at))),
      .requestSuspension(
        SuspensionAsking(ground: "WEATHER", until: at.adding(minutes: 1_440), reason: "大雨", call: call(at))),
      .requestExtension(
        ExtensionAsking(limit: Limit(amount: 2, clock: .workingDays), reason: "缺料", call: call(at))),
      .answer(
        Answering(report: ReportReference(source: .hotline, sourceID: "H-1"), text: "已办好", call: call(at))),
      .instruct(Instructing(issuer: "顾某", text: "马上办", due: at.adding(minutes: 120))),
    ]
  }

  @Test func `says of times what it would say had it been made then`() {
    #expect(Self.timed(Self.made).map { $0.later(by: 1_250) } == Self.timed(Self.given))
  }

  @Test func `is the same where it says nothing of times`() {
    for command in [OrderCommand.claim, .sign(call: nil), .note("已催"), .urge(text: "快"), .undo] {
      #expect(command.later(by: 1_250) == command)
    }
  }
}
