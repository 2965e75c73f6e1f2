import Desk
import Journal
import Model
import Terminal
import Testing

/// A frame worth keeping: how it comes about, at a size.
struct FrameScene: Sendable, CustomTestStringConvertible {
  let name: String
  let width: Int
  let height: Int
  var seat: SeatCode = "city-chief"
  var draw: @Sendable (DeskDriver) throws -> Void = { _ in }

  var testDescription: String { name }

  /// The desk with the scene on it.
  func desk() throws -> DeskDriver {
    let desk = try DeskDriver.onBusyMorning(width: width, height: height, seat: seat)
    try draw(desk)
    return desk
  }

  static let all: [FrameScene] = sizes + dialogs + tabs + states + stages + books + reviews

  private static let sizes: [FrameScene] = [
    (60, 16), (80, 24), (100, 30), (120, 36), (160, 45), (200, 60), (240, 70), (59, 15),
  ].map { size in
    FrameScene(name: "morning-\(size.0)x\(size.1)", width: size.0, height: size.1) { try $0.press("jjj") }
  }

  private static let dialogs: [FrameScene] = [(80, 24), (200, 60)].flatMap { width, height in
    scripts.map { name, draw in
      FrameScene(name: "\(name)-\(width)x\(height)", width: width, height: height, draw: draw)
    }
  }

  /// What opens each of the dialogs.
  static let scripts: [(String, @Sendable (DeskDriver) throws -> Void)] = [
    ("help", { try $0.press("?") }),
    (
      "dispatch",
      {
        try $0.select { $0.stage == .filed }
        try $0.press("dxf")
      }
    ),
    (
      "dispatch-note",
      {
        try $0.select { $0.stage == .filed && $0.unit == nil }
        try $0.press("d")
        try $0.press(.tab, .char("x"), .tab)
        try $0.press("请先到场")
      }
    ),
    (
      "redispatch",
      {
        try $0.select { $0.stage == .dispatched }
        try $0.press("d")
      }
    ),
    ("note", { try $0.press("b来电人再次来电催问") }),
    (
      "decline",
      {
        try $0.select { $0.stage == .received }
        try $0.press("n")
      }
    ),
    (
      "sign",
      {
        try $0.select { $0.stage == .dispatched }
        try $0.press("S倪国华")
        try $0.press(.enter)
      }
    ),
    (
      "feed-back",
      {
        try $0.select { $0.stage == .handling }
        try $0.press("B")
      }
    ),
    (
      "inspection",
      {
        try $0.press("6j")
        try $0.press("y")
        try $0.press(.tab)
      }
    ),
    (
      "closing",
      {
        try $0.select { $0.stage == .inspected }
        try $0.press("z")
        try $0.press(.tab, .tab)
      }
    ),
    ("confirm-quit", { try $0.press("cjcq") }),
    (
      "confirm-bulk",
      {
        try $0.press("3xxxb请尽快")
        try $0.press(.enter)
      }
    ),
    (
      "confirm-take-over",
      { desk in
        let other = try DeskDriver(width: 80, height: 24, seat: "city-dispatch-1", shared: desk)
        try other.open()
        try other.press("jjjc")
        try desk.take(.journalChanged)
        try desk.press("jjjC")
      }
    ),
    ("leads", { try $0.press("Lj") }),
    ("phone-card", { try $0.press("jp") }),
    ("file", { try $0.press(.enter) }),
    ("filter", { try $0.press("/yd") }),
    ("command", { try $0.press(":区镇") }),
  ]

  private static let tabs: [FrameScene] = (2...8).map { number in
    FrameScene(name: "tab-\(number)", width: 100, height: 30) { try $0.press(String(number)) }
  }

  private static let states: [FrameScene] = [
    FrameScene(name: "town-filter-80x24", width: 80, height: 24) { try $0.press("t") },
    FrameScene(name: "town-filter-120x36", width: 120, height: 36) { desk in
      try desk.press(.tab)
      try desk.press("jjjj")
      try desk.press(.enter)
    },
    FrameScene(name: "nothing-found", width: 80, height: 24) { try $0.press("/没有的事") },
    FrameScene(name: "store-away-80x24", width: 80, height: 24, draw: away),
    FrameScene(name: "store-away-120x36", width: 120, height: 36, draw: away),
    FrameScene(name: "refused", width: 80, height: 24) { try $0.press("z") },
    FrameScene(name: "town-seat-80x24", width: 80, height: 24, seat: "town-320614101-chief"),
    FrameScene(name: "town-seat-120x36", width: 120, height: 36, seat: "town-320614101-chief"),
    FrameScene(name: "town-seat-200x60", width: 200, height: 60, seat: "town-320614101-chief"),
    FrameScene(name: "marked", width: 80, height: 24) { try $0.press("jxxx") },
    FrameScene(name: "claimed-120x36", width: 120, height: 36, draw: claimed),
    FrameScene(name: "claimed-200x60", width: 200, height: 60, draw: claimed),
  ]

  /// 应急响应 and shifts, at the three sizes that officers have.
  private static let books: [FrameScene] = [(80, 24), (120, 36), (200, 60)].flatMap { width, height in
    bookScripts.map { name, draw in
      FrameScene(name: "\(name)-\(width)x\(height)", width: width, height: height, draw: draw)
    }
  }

  private static let bookScripts: [(String, @Sendable (DeskDriver) throws -> Void)] = [
    (
      "response-form",
      { desk in
        try desk.press("Y")
        try desk.press(.tab, .right)
      }
    ),
    (
      "hand-over",
      { desk in
        try desk.press("cjc!快办")
        try desk.press(.enter)
        try desk.press("J南闸水位请盯住")
      }
    ),
    (
      "take-over",
      { desk in
        let last = try DeskDriver(width: 80, height: 24, shared: desk, officer: 1)
        try last.open()
        try last.press("cjcJ南闸水位请盯住")
        try last.press(.enter)
        try desk.take(.journalChanged)
        try desk.press("J")
      }
    ),
    ("response-stands", { try $0.startFlood() }),
    (
      "response-note",
      { desk in
        try desk.startFlood()
        try desk.press("b")
      }
    ),
  ]

  /// What is looked back on, at the two sizes that most officers have.
  private static let reviews: [FrameScene] = [(80, 24), (120, 36)].flatMap { width, height in
    reviewScripts.map { name, draw in
      FrameScene(name: "\(name)-\(width)x\(height)", width: width, height: height, draw: draw)
    }
  }

  private static let reviewScripts: [(String, @Sendable (DeskDriver) throws -> Void)] = [
    ("grids", { try $0.press("Njj") }),
    (
      "grid-orders",
      { desk in
        try desk.press("N")
        try desk.press(.enter)
      }
    ),
    ("rates", { try $0.press("Kjj") }),
    (
      "rates-by-unit",
      { desk in
        try desk.press("Klll")
        try desk.press("ffj")
      }
    ),
    (
      "rate-orders",
      { desk in
        try desk.press("Kjjjjj")
        try desk.press(.enter)
      }
    ),
    (
      "points",
      { desk in
        try desk.earnPoints()
        try desk.press("Z")
      }
    ),
    (
      "points-ledger",
      { desk in
        try desk.earnPoints()
        try desk.press("Z")
        try desk.press(.enter)
      }
    ),
    (
      "supervised",
      { desk in
        try desk.raiseDue()
        try desk.press("gj")
      }
    ),
  ]

  private static let away: @Sendable (DeskDriver) throws -> Void = { desk in
    try desk.press("jj")
    desk.clock.advance(milliseconds: 60_000)
    try desk.take(.storeAway(since: Fixtures.morning, reason: "磁盘没有回应"))
  }

  private static let claimed: @Sendable (DeskDriver) throws -> Void = { desk in
    try desk.press("2cjcjj")
    try desk.press("1")
    try desk.select { $0.claim != nil }
  }

  private static let stages: [FrameScene] = Stage.allCases.map { stage in
    FrameScene(name: "order-\(stage.rawValue)", width: 200, height: 60) { desk in
      try desk.press(Tabs.key(of: stage) + "jj")
    }
  }
}
