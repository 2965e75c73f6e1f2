import Journal
import Model

enum StateChecks {
  static func personalData(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let request = try history.receive(history.report(), reporter: History.somebody)
    let plain = try history.receive(history.report(), reporter: PersonalData(name: "另一人"))
    _ = try history.store.append([request, plain], recordedAt: history.now)
    let number = OrderNumber(day: history.day, sequence: 1)
    let record = try required(try history.store.personal(2), "personal data")
    try expect(record, equals: try required(request.writes[0].events[0].personal, "record"), "personal data")
    try expect(try history.store.order(number)?.reporters, equals: [2: History.somebody], "reporters of the order")
    let header = try required(try history.store.events(from: 2, limit: 1).first?.header, "header")
    try expect(header.personalDigest, equals: record.digest(), "digest in the event")
    try expect(try history.store.personal(1), equals: nil, "personal data of the opening")
    let payload = try required(try history.store.events(from: 2, limit: 1).first?.payload, "payload")
    try expect(!String(decoding: payload, as: UTF8.self).contains(History.somebody.phone), "no number in the event")
    try history.store.erasePersonal(2)
    try expect(try history.store.personal(2), equals: nil, "personal data once erased")
    try expect(try history.store.order(number)?.reporters, equals: [:], "reporters once erased")
    try expect(try history.store.personal(3)?.data.name, equals: "另一人", "personal data of another event")
    try expect(try JournalVerifier.verify(history.store).findings, equals: [], "findings once erased")
  }

  static func clock(_ factory: some JournalFactory) throws {
    let setting = ClockSetting(
      feed: Instant(seconds: 1_592_265_600), wall: Instant(seconds: 1_700_000_000), speed: 60_000, paused: false)
    let live = try History(factory, kind: .live).store
    try expectError(.feedClockInLive, "a feed clock in a live journal") { try live.setClock(setting) }
    try expect(try live.clock(), equals: nil, "clock of a live journal")
    for kind in [JournalKind.demo, .drill] {
      let store = try History(factory, kind: kind).store
      try expect(try store.clock(), equals: nil, "clock at the beginning")
      try store.setClock(setting)
      try expect(try store.clock(), equals: setting, "clock once set")
      let paused = setting.changed(at: Instant(seconds: 1_700_000_060), paused: true)
      try store.setClock(paused)
      try expect(try store.clock(), equals: paused, "clock once paused")
    }
  }

  static func changeToken(_ factory: some JournalFactory) throws {
    var history = try History(factory, kind: .demo)
    var last = try history.store.changeToken()
    try expect(try history.store.changeToken(), equals: last, "token while nothing changes")
    func moved(_ what: String) throws {
      let token = try history.store.changeToken()
      try expect(token != last, "token moves with \(what)")
      last = token
    }
    let order = try AppendChecks.firstOrder(&history)
    try moved("an append")
    try history.store.markSeen([order.number: 1], by: "C1")
    try moved("a mark")
    try history.store.setClock(ClockSetting(feed: history.now, wall: history.now, speed: 1_000, paused: false))
    try moved("the clock")
  }

  static func closing(_ factory: some JournalFactory) throws {
    var history = try History(factory, kind: .demo)
    let order = try AppendChecks.firstOrder(&history)
    let request = try history.receive(history.report())
    let store = history.store
    let now = history.now
    try store.close()
    let calls: [(String, () throws -> Void)] = [
      ("append", { _ = try store.append([request], recordedAt: now) }),
      ("head", { _ = try store.head() }),
      ("changeToken", { _ = try store.changeToken() }),
      ("order", { _ = try store.order(order.number) }),
      ("orders", { _ = try store.orders([order.number]) }),
      ("report", { _ = try store.order(source: .grid, sourceID: "S") }),
      (
        "page",
        { _ = try store.page(OrderQuery(), anchor: .top, before: 0, after: 1, seat: "C1", effort: .full) }
      ),
      ("row", { _ = try store.row(order.number, seat: "C1") }),
      ("board", { _ = try store.board() }),
      ("late", { _ = try store.late(at: now, towns: SampleCity.towns, bound: 1) }),
      ("learned", { _ = try store.learned(["噪声"], category: nil) }),
      ("arrivals", { _ = try store.arrivals(from: 0, to: 1, town: nil) }),
      ("recent", { _ = try store.recent(limit: 1, town: nil) }),
      ("standing", { _ = try store.standing(at: 1, through: OrderNumber(key: .max)) }),
      ("claims", { _ = try store.claims(of: "C1", at: now) }),
      ("markSeen", { try store.markSeen([order.number: 1], by: "C1") }),
      ("clock", { _ = try store.clock() }),
      ("setClock", { try store.setClock(ClockSetting(feed: now, wall: now, speed: 1, paused: true)) }),
      ("chainedEvents", { _ = try store.chainedEvents(from: 1, limit: 1) }),
      ("events", { _ = try store.events(of: .journal) }),
      ("streamHeads", { _ = try store.streamHeads(after: nil, limit: 1) }),
      ("restore", { try store.restore([]) }),
      ("rebuild", { try store.rebuild() }),
      ("personal", { _ = try store.personal(2) }),
      ("erasePersonal", { try store.erasePersonal(2) }),
    ]
    for (name, call) in calls { try expectError(.closed, name, call) }
  }
}
