import Journal
import Model
import Operations
import Testing

@testable import CommandCenter
@testable import Drill

/// What an officer asked, read back from events, asks for the same again.
@Suite("Words that are read back from events")
struct CommandWordingTests {
  private static let at = Instant(seconds: 1_592_357_400)
  private static let call = PhoneCall(name: "班长", number: "11000001036", at: at)
  private static let earlier = PhoneCall(name: "班长", number: "11000001036", at: at.adding(milliseconds: -61_001))
  private static let day = at.adding(minutes: 1_440)

  /// Payloads as the journal keeps them, and what was asked.
  private static let samples: [(type: String, payload: String, command: OrderCommand)] = [
    ("verified", #"{"found":true,"text":"属实"}"#, .verify(Verifying(found: true, text: "属实"))),
    ("verified", #"{"found":false,"text":"没有"}"#, .verify(Verifying(found: false, text: "没有"))),
    (
      "filed", #"{"place":"320614001001","stage_due":1592443800000,"urgency":"critical"}"#,
      .file(Filing(urgency: .critical, place: "320614001001"))
    ),
    (
      "declined", #"{"ground":"重复","outcome":"duplicate"}"#,
      .decline(Declining(outcome: .duplicate, ground: "重复"))
    ),
    (
      "settled", #"{"outcome":"explained","text":"已解释","way":"counter"}"#,
      .settle(Settling(outcome: .explained, text: "已解释"))
    ),
    ("claimed", #"{"officer":"","seat":"city-chief","until":1592443800000}"#, .claim), ("released", "{}", .release),
    (
      "taken_over",
      #"{"claim":{"officer":"","seat":"city-chief","until":1592443800000},"from":"city-dispatch-1"}"#, .takeOver
    ),
    (
      "redispatched",
      #"{"co_units":["D-FIRE"],"filing":false,"handle_due":1592443800000,"note":"-急","stage_due":1592443800000,"unit":"D-GAS"}"#,
      .redispatch(Dispatching(unit: "D-GAS", coUnits: ["D-FIRE"], note: "-急"))
    ),
    (
      "dispatched",
      #"{"category":"GR-AQ-GASLEAK","co_units":[],"filing":false,"handle_due":1592443800000,"note":"","stage_due":1592443800000,"unit":"D-GAS"}"#,
      .dispatch(Dispatching(unit: "D-GAS", category: "GR-AQ-GASLEAK"))
    ),
    ("signed", "{}", .sign(call: nil)),
    ("signed", #"{"call":{"at":1592357338999,"name":"班长","number":"11000001036"}}"#, .sign(call: earlier)),
    (
      "contacted", #"{"call":{"at":1592357400000,"name":"班长","number":"11000001036"},"text":"已联系"}"#,
      .contact(text: "已联系", call: call)
    ),
    (
      "stepped", #"{"skipped":[],"step":"notice","text":"已告知"}"#, .step(Stepping(step: "notice", text: "已告知"))
    ),
    ("assisted", #"{"text":"已到场","unit":"D-FIRE"}"#, .assist(Assisting(unit: "D-FIRE", text: "已到场"))),
    (
      "fed_back", #"{"attachments":[],"stage_due":1592443800000,"text":"已处置"}"#, .feedBack(Feedback(text: "已处置"))
    ),
    (
      "suspended",
      #"{"after":{},"before":{},"from":1592357400000,"ground":"WEATHER","reason":"大雨","until":1592443800000}"#,
      .requestSuspension(SuspensionAsking(ground: "WEATHER", until: day, reason: "大雨", atOnce: true))
    ),
    (
      "requested", #"{"ground":"WEATHER","kind":"suspension","officer":"","reason":"大雨","until":1592443800000}"#,
      .requestSuspension(SuspensionAsking(ground: "WEATHER", until: day, reason: "大雨"))
    ),
    (
      "requested", #"{"kind":"return","officer":"","reason":"不是我们的"}"#, .requestReturn(Asking(reason: "不是我们的"))
    ),
    (
      "requested", #"{"amount":2,"clock":"workingDays","kind":"extension","officer":"","reason":"缺料"}"#,
      .requestExtension(ExtensionAsking(limit: Limit(amount: 2, clock: .workingDays), reason: "缺料"))
    ),
    (
      "returned", #"{"blame":"unit","stage_due":1592443800000,"text":"是你们的","unit":"D-GAS"}"#,
      .approve(Approving(blame: .unit, text: "是你们的"))
    ),
    ("extended", #"{"stage_due":1592443800000,"text":"同意"}"#, .approve(Approving(text: "同意"))),
    ("denied", #"{"reason":"不行"}"#, .deny(reason: "不行")), ("withdrawn", "{}", .withdraw),
    ("resumed", #"{"reason":"雨停"}"#, .resume(reason: "雨停")),
    ("escalated", #"{"from":"town","reason":"办不了","to":"city"}"#, .escalate(reason: "办不了")),
    ("escalated", #"{"from":"village","reason":"急","to":"city"}"#, .escalate(reason: "急", to: .city)),
    ("delegated", #"{"from":"city","reason":"请镇里办","to":"town"}"#, .delegate(reason: "请镇里办")),
    (
      "inspected", #"{"passed":false,"stage_due":1592443800000,"text":"没有修好"}"#,
      .inspect(Inspecting(passed: false, text: "没有修好"))
    ),
    (
      "closed", #"{"outcome":"explained","text":"已解释"}"#, .close(Closing(outcome: .explained, text: "已解释"))
    ),
    (
      "answered", #"{"report":{"source":"hotline","source_id":"DRILL-I01"},"text":"已办好"}"#,
      .answer(Answering(report: ReportReference(source: .hotline, sourceID: "DRILL-I01"), text: "已办好"))
    ),
    (
      "followed_up", #"{"attempt":1,"next":"verdict","reached":true,"satisfied":false,"solved":true,"text":"慢"}"#,
      .followUp(FollowingUp(reached: true, solved: true, satisfied: false, text: "慢"))
    ),
    (
      "answered_back", #"{"state":"accepted","text":"认可"}"#, .answerBack(AnsweringBack(state: .accepted, text: "认可"))
    ),
    (
      "reopened", #"{"reason":"又漏了","stage":"handling","stage_due":1592443800000}"#, .reopen(reason: "又漏了")
    ),
    ("urged", #"{"text":"快"}"#, .urge(text: "快")),
    ("supervised", #"{"level":2,"text":"限时"}"#, .supervise(Supervising(level: 2, text: "限时"))),
    (
      "instructed", #"{"due":1592443800000,"issuer":"顾某","text":"马上办"}"#,
      .instruct(Instructing(issuer: "顾某", text: "马上办", due: day))
    ),
    ("struck_off", #"{"instruction":1,"text":"办了"}"#, .strikeOff(StrikingOff(instruction: 1, text: "办了"))),
    ("excluded", #"{"rate":"","reason":"天气"}"#, .exclude(Excluding(rate: "", reason: "天气"))),
    ("unmasked", #"{"reason":"要回电"}"#, .unmask(reason: "要回电")), ("noted", #"{"text":"--已催"}"#, .note("--已催")),
  ]

  @Test(arguments: samples.indices)
  func `ask for what was done`(index: Int) throws {
    let sample = Self.samples[index]
    let read = try JournalEvent(type: "order." + sample.type, schema: 1, payload: Array(sample.payload.utf8))
    guard case .order(let event) = read else {
      Issue.record("\(read)")
      return
    }
    let rehearsal = try Rehearsal("first-shift")
    let store = try rehearsal.journal()
    var engine = try rehearsal.engine(store, [])
    try engine.advance(to: rehearsal.plan.start.adding(minutes: 1))
    let number = try #require(engine.number(of: "I01"))
    let spoken = try #require(CommandWording(before: nil, at: Self.at, events: []).words(event))
    let operations = Operations(
      store: store, city: rehearsal.city, clock: OperationsClock(standingAt: Self.at), salt: { [] })
    let chief = try DrillEngine.authority(of: "city-chief", in: rehearsal.plan, city: rehearsal.city)
    let deeds = try DrillTranslator().deeds(
      spoken.plus(number.text).words, viewpoint: Viewpoint(operations, of: chief), now: Self.at)
    #expect(deeds == [.order(sample.command, on: number)])
  }

  @Test func `leave out no command that an officer gives`() {
    // What is about two orders, or takes back, is tried by drills that are worked at random.
    let elsewhere: Set<OrderCommand.Kind> = [.merge, .split, .distinguish, .branch, .undo]
    let system: Set<OrderCommand.Kind> = [.receive, .amend, .attach, .join, .part]
    let spoken = Set(Self.samples.map(\.command.kind))
    #expect(spoken.union(elsewhere).union(system) == Set(OrderCommand.Kind.allCases))
  }

  @Test func `of the books and of the conductor are read again, too`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let operations = Operations(
      store: try rehearsal.journal(), city: rehearsal.city, clock: OperationsClock(standingAt: Self.at), salt: { [] })
    let chief = try DrillEngine.authority(of: "city-chief", in: rehearsal.plan, city: rehearsal.city)
    func deeds(_ spoken: SpokenWords) throws -> [DrillDeed] {
      try DrillTranslator().deeds(spoken.words, viewpoint: Viewpoint(operations, of: chief), now: Self.at)
    }
    let added = Report(
      source: .police, sourceID: "DRILL-X1", reportedAt: Self.at.adding(minutes: 3), place: "320614001",
      urgency: .urgent, title: "围观", text: "-有人围观", exercise: true)
    let script: [(ScriptEvent, ScriptCommand)] = [
      (.fired(.init(inject: "I01")), .fire(inject: "I01")), (.skipped(.init(inject: "I01")), .skip(inject: "I01")),
      (.delayed(.init(inject: "I01", minutes: 4)), .delay(inject: "I01", minutes: 4)),
      (
        .added(.init(inject: "X1", report: added)),
        .add(.init(source: .police, place: "320614001", urgency: .urgent, title: "围观", text: "-有人围观", minutes: 3))
      ), (.remarked(.init(text: "没有先认领")), .remark("没有先认领")),
    ]
    for (event, command) in script { #expect(try deeds(BookWording.words(event, at: Self.at)) == [.script(command)]) }
    let lift = ResponseEvent.lifted(.init(kind: "FLOOD", place: "320614", reason: "雨停"))
    #expect(
      try deeds(BookWording.words(lift)) == [.response(.lift(kind: "FLOOD", place: "320614", reason: "雨停"))])
    #expect(try deeds(BookWording.words(.takenOver(.init(handOver: 1, text: "")))) == [.takeOver(text: "")])
  }
}
