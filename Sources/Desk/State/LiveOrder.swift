public import Journal
public import Model

/// A live order of top urgency as it is shown over a drill.
public struct LiveOrder: Sendable, Equatable {
  /// The number.
  public let number: OrderNumber
  /// The finest place that may be shown.
  public let place: PlaceCode
  /// What it is about, as far as that may be shown.
  public let title: String
  /// The source of its first report.
  public let source: Source
  /// When it arrived, UTC.
  public let arrivedAt: Instant

  /// Makes one of a row.
  ///
  /// What is confidential is withheld whoever sits there: a drill lends its seats to anybody.
  public init(_ row: OrderRow, in city: CityTables) {
    let shown = row.confidential ? row.withheld(in: city) : row
    number = shown.number
    place = shown.place
    title = shown.title
    source = shown.source
    arrivedAt = shown.arrivedAt
  }
}

/// The live orders that break in over a drill, each once, one after the other.
public struct BreakIn: Sendable {
  /// How long, in milliseconds of wall time, one must have been shown before a key counts: keys that were on their way
  /// to the drill do not acknowledge what nobody has seen.
  static let readingTime: Int64 = 1_000

  /// Those that wait for the officer's word; the first one is shown.
  public private(set) var waiting: [LiveOrder] = []
  /// Whether the drill's clock has stood still since the last one came.
  var hasStopped = false
  private var known: Set<OrderNumber> = []
  private var shownAt = Instant(milliseconds: 0)

  /// Begins with none.
  public init() {}

  /// The one that is shown.
  public var shown: LiveOrder? { waiting.first }

  /// Takes orders in that were found; whether any of them is news.
  mutating func take(_ orders: [LiveOrder], at wall: Instant) -> Bool {
    let news = orders.filter { known.insert($0.number).inserted }
    if waiting.isEmpty { shownAt = wall }
    waiting += news
    if !news.isEmpty { hasStopped = false }
    return !news.isEmpty
  }

  /// Whether the one that is shown can be acknowledged.
  func isReadable(at wall: Instant) -> Bool { wall.since(shownAt) >= BreakIn.readingTime }

  /// Notes that the one that is shown was seen; the next one follows.
  mutating func acknowledge(at wall: Instant) -> LiveOrder? {
    guard !waiting.isEmpty, isReadable(at: wall) else { return nil }
    shownAt = wall
    return waiting.removeFirst()
  }
}
