public import Model

/// What an order adds to the rates, with where it is counted: one row of the projection.
public struct RateFact: Sendable, Equatable {
  /// The order; its number's day is the day on which it counts.
  public var number: OrderNumber
  /// The town it lies in; nothing for the city as a whole.
  public var town: PlaceCode?
  /// The source of its first report.
  public var source: Source
  /// The finest place known, a grid where the city has grids.
  public var place: PlaceCode
  /// What it adds.
  public var contribution: RateContribution

  /// Makes a fact of what was kept.
  public init(
    number: OrderNumber, town: PlaceCode?, source: Source, place: PlaceCode, contribution: RateContribution
  ) {
    self.number = number
    self.town = town
    self.source = source
    self.place = place
    self.contribution = contribution
  }

  /// Makes the fact of an order.
  ///
  /// - Parameters:
  ///   - row: its row.
  ///   - order: the order, folded.
  ///   - course: its course, folded.
  public init(_ row: OrderRow, _ order: WorkOrder, _ course: RateCourse) {
    self.init(
      number: row.number, town: row.town, source: row.source, place: row.place,
      contribution: RateContribution(order, course))
  }

  /// The cell in which it is counted.
  public var cell: RateCell { RateCell(day: number.day, town: town, source: source) }
}

/// Where contributions are counted together.
public struct RateCell: Hashable, Sendable {
  /// The day of arrival, `YYYYMMDD`.
  public let day: Int
  /// The town; nothing for orders of the city as a whole.
  public let town: PlaceCode?
  /// The source.
  public let source: Source

  /// Makes a cell's name.
  public init(day: Int, town: PlaceCode?, source: Source) {
    self.day = day
    self.town = town
    self.source = source
  }
}

/// An order with all that is folded beside it: its course for the rates, and its trail for suggestions.
public struct OrderWay: Sendable {
  /// The order after the last event.
  public private(set) var order: WorkOrder
  /// Its course.
  public private(set) var course: RateCourse
  /// Its trail.
  public private(set) var trail = HandlingTrail()

  /// Begins with an order's first event.
  ///
  /// - Throws: code `.invalidRequest` when the event begins no order.
  public init(_ event: DecodedEvent, number: OrderNumber) throws(JournalError) {
    order = try OrderProjector.next(event, on: nil, number: number)
    course = RateCourse(first: event.recorded, making: order)
    trail.take(event.event)
  }

  /// Takes in the next event.
  ///
  /// - Throws: code `.invalidRequest` when it can't follow.
  public mutating func take(_ event: DecodedEvent) throws(JournalError) {
    let next = try OrderProjector.next(event, on: order, number: order.number)
    course.take(event.recorded, from: order, to: next)
    order = next
    trail.take(event.event)
  }

  /// The way after one more event; nothing before the first.
  ///
  /// - Throws: code `.invalidRequest` when the event can't follow.
  public static func next(
    _ event: DecodedEvent, on way: OrderWay?, number: OrderNumber
  ) throws(JournalError) -> OrderWay {
    guard var way else { return try OrderWay(event, number: number) }
    try way.take(event)
    return way
  }
}
