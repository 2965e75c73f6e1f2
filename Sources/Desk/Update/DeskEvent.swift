public import City
public import Journal
public import Model
public import Operations
public import Terminal

/// What happens to a desk.
public enum DeskEvent: Sendable {
  /// A key, the mouse or a paste.
  case key(Key)
  /// The terminal has another size.
  case resized(width: Int, height: Int)
  /// Time has passed.
  case tick
  /// The journal has changed, here or elsewhere.
  case journalChanged
  /// A part of the list was read.
  case page(generation: Int, OrderPage, effort: SearchEffort)
  /// The counts were read.
  case board(BoardReading)
  /// Late orders by town, counted again.
  case late([PlaceCode: BoundedCount])
  /// Orders' files were read.
  case files([OrderFile])
  /// Orders were found that may tell of the same event as one, or none.
  case proposals(OrderNumber, [Proposal])
  /// Who could handle an order was read.
  case suggestions(OrderNumber, Suggestions)
  /// Leads were looked for.
  case leads(LeadBook)
  /// A part of what grids found over a span was read.
  case grids(GridSpan, GridFindingsPart)
  /// Rates were worked out.
  case rates(RateQuery, [RateGroup])
  /// A part of the orders behind a rate was read.
  case rateOrders(RateOrdersRequest, [OrderRow], last: OrderNumber?, hasMore: Bool)
  /// Volunteers who come after one were read.
  case volunteers([VolunteerPoints], after: String?)
  /// A volunteer's ledger was read.
  case ledger(String, PointsLedger)
  /// Names are ready to be looked up in pinyin.
  case pinyin(PinyinIndex)
  /// A command was carried out, or not, on each of its orders.
  case performed(OrderCommand.Kind, [PerformOutcome])
  /// What is to be handed over, or taken over, was read.
  case handOver(HandOverReading)
  /// A command on a book was carried out, or not.
  case performedBook(BookCommand, OperationError?)
  /// The rules were gone through; what they raised comes with the journal's change.
  case raised
  /// The shared clock was read or set.
  case clock(ClockSetting?)
  /// What a drill came to was read.
  case drillResult(DrillResult)
  /// A journal was made in which the drill goes on from an earlier moment, or why not.
  case wentOn(Result<String, DrillRefusal>)
  /// Something was read as it was at a moment.
  indirect case past(Instant, DeskEvent)
  /// Orders of top urgency were found in the live journal.
  case liveOrders([LiveOrder])
  /// The journal does not answer.
  case storeAway(since: Instant, reason: String)
  /// The journal answers again.
  case storeBack
  /// A feed has something to say.
  case feedNotice(String, isProblem: Bool)
}

/// All that is counted, read at one moment.
public struct BoardReading: Sendable, Equatable {
  /// The kept counts.
  public var board: Board
  /// Late orders by town.
  public var late: [PlaceCode: BoundedCount]
  /// Arrivals of the last 24 hours.
  public var arrivals: [HourlyArrivals]
  /// The last events, newest first.
  public var activity: [DecodedEvent]
  /// What this seat has in hand.
  public var claims: [OrderRow]
  /// What waits for this seat's word besides.
  public var awaiting: [OrderRow]
  /// The emergency responses that stand.
  public var responses: Responses
  /// Where the seat stands between two officers.
  public var shift: ShiftBook

  /// Makes a reading.
  public init(
    board: Board, late: [PlaceCode: BoundedCount], arrivals: [HourlyArrivals], activity: [DecodedEvent],
    claims: [OrderRow], awaiting: [OrderRow] = [], responses: Responses = Responses(),
    shift: ShiftBook = ShiftBook()
  ) {
    self.board = board
    self.late = late
    self.arrivals = arrivals
    self.activity = activity
    self.claims = claims
    self.awaiting = awaiting
    self.responses = responses
    self.shift = shift
  }
}

/// What became of a command on one order.
public struct PerformOutcome: Sendable {
  /// The order.
  public let number: OrderNumber
  /// The order as it now stands, or why not.
  public let result: Result<OperationResult, OperationError>

  /// Makes an outcome.
  public init(number: OrderNumber, result: Result<OperationResult, OperationError>) {
    self.number = number
    self.result = result
  }
}
