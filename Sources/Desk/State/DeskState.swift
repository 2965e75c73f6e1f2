public import City
public import Journal
public import Model
import Terminal

/// All that a desk shows and remembers; drawing is a function of it.
public struct DeskState: Sendable {
  /// What stays the same.
  public let context: DeskContext
  /// Columns of the terminal.
  public var width: Int
  /// Rows of the terminal.
  public var height: Int
  /// What the wall clock shows, UTC.
  public var wall: Instant
  /// The clock that all processes on the journal share; nothing means the wall clock.
  public var clock: ClockSetting?
  /// Which list is shown.
  public var query: OrderQuery
  /// What was typed into the filter, kept while it applies.
  public var filterText = ""
  /// The list.
  public var queue = QueueState()
  /// The kept counts.
  public var board = Board()
  /// Late orders by town.
  public var late: [PlaceCode: BoundedCount] = [:]
  /// Arrivals of the last 24 hours.
  public var arrivals: [HourlyArrivals] = []
  /// The last events, newest first.
  public var activity: [ActivityLine] = []
  /// What this seat has in hand.
  public var claims: [OrderRow] = []
  /// What waits for this seat's word besides what it has in hand: approvals, then calls to those who reported.
  public var awaiting: [OrderRow] = []
  /// The emergency responses that stand.
  public var responses = Responses()
  /// Where the seat stands between two officers.
  public var shift = ShiftBook()
  /// The orders whose callers this sitting has looked at; each look is an event.
  public var unmasked: Set<OrderNumber> = []
  /// Files of orders that were loaded, by number.
  public var files: [OrderNumber: OrderFile] = [:]
  /// What may be the same event as the order that the selection rests on.
  public var proposals = ProposalState()
  /// Who could handle orders, as far as it was read, with the version of the order that it was asked for.
  var suggestions: [OrderNumber: SuggestionReading] = [:]
  /// Orders whose suggestions are being read, with the version that is asked for.
  var suggestionsLoading: [OrderNumber: Int] = [:]
  /// Which pane has the keyboard.
  public var focus = Focus.queue
  /// The row of the town pane that is selected: 0 is the whole city.
  public var townRow = 0
  /// The first line of the detail that is shown.
  public var detailScroll = 0
  /// What lies over the work.
  public var dialog: Dialog?
  /// The look back from the drill that is worked here; nothing while the present is shown.
  public internal(set) var lookBack: LookBack?
  /// What the seat had seen when, in a drill.
  var sightings = Sightings()
  /// Live orders that break in over the drill that is worked here.
  public var breakIn = BreakIn()
  /// Orders that are marked for bulk actions.
  public var marks: Set<OrderNumber> = []
  /// Until when, on the wall clock, a changed order is shown as changed.
  public var changed: [OrderNumber: Instant] = [:]
  /// What was seen and is to be noted, with the version that was seen.
  public var seen: [OrderNumber: Int] = [:]
  /// What the bottom line says.
  public var message: Message?
  /// Whether the journal answers.
  public var store = StoreHealth.loading
  /// Names in pinyin, once they are needed.
  public var pinyin: PinyinIndex?
  /// How many commands this sitting has given.
  public var commandCount = 0
  /// Reloads of the counts that are under way, or wanted again once they are done.
  public var boardLoad = LoadGate()
  /// When, on the wall clock, the counts were last asked for.
  var boardAt = Instant(milliseconds: 0)
  /// When, on the wall clock, what is late was last asked for by itself.
  var lateAt = Instant(milliseconds: 0)
  /// Whether what the drill came to was asked for.
  var didAskForResult = false
  /// Whether the rules are being gone through.
  var isRaising = false
  /// When, on the wall clock, the rules were last gone through.
  var raisedAt = Instant(milliseconds: 0)
  /// Keys that wait for the list that is being read.
  var heldKeys: [Key] = []
  /// The most keys that wait; whoever types on blindly for longer is not served by them.
  static let mostHeldKeys = 64
  /// Files that are being read.
  var filesLoading: Set<OrderNumber> = []
  /// When, on the wall clock, the selection came to where it is.
  var restingSince: Instant?
  /// The order it came to rest on.
  var restingOn: OrderNumber?
  /// The key before this one, where two belong together.
  var pendingKey: Unicode.Scalar?

  /// Makes the state in which a desk opens.
  public init(context: DeskContext, width: Int, height: Int, wall: Instant, clock: ClockSetting?) {
    self.context = context
    self.width = width
    self.height = height
    self.wall = wall
    self.clock = clock
    query = OrderQuery(town: context.authority.tier == .town ? context.authority.place : nil)
  }

  /// The hand-over that waits for this officer's word.
  var waitingHandOver: ShiftBook.Page? {
    shift.waiting.flatMap { $0.signature.officer == context.authority.officer ? nil : $0 }
  }

  /// The time on the journal that is shown, UTC.
  public var now: Instant { lookBack?.instant ?? present }

  /// Whether the drill that is worked here has come to its end.
  public var isDrillOver: Bool { context.drill.map { present >= $0.end } ?? false }

  /// The tables of the day.
  public var city: CityTables { context.city }

  /// The selected order's row.
  public var selectedRow: OrderRow? { queue.selectedRow }

  /// Whether the selection has stayed on its order for a moment.
  var isResting: Bool { queue.selected != nil && restingOn == queue.selected }

  /// The selected order's file, once it is loaded.
  public var selectedFile: OrderFile? { queue.selected.flatMap { files[$0] } }

  /// Whether the seat may see who reported an order.
  func mayKnow(_ row: OrderRow) -> Bool {
    !row.confidential
      || city.authority.grants(.confidential, to: context.authority.role, at: context.authority.tier)
  }

  /// The orders that a bulk action is about: the marked ones, or the selected one.
  var targets: [OrderNumber] {
    marks.isEmpty ? queue.selected.map { [$0] } ?? [] : marks.sorted()
  }
}

/// The panes that can have the keyboard.
public enum Focus: Sendable, CaseIterable {
  /// The list.
  case queue
  /// The towns.
  case towns
  /// The order's detail.
  case detail
}

/// Whether the journal answers.
public enum StoreHealth: Sendable, Equatable {
  /// Nothing has been read yet.
  case loading
  /// It answers.
  case ready
  /// It does not, since a moment on the wall clock.
  case away(since: Instant, reason: String)

  /// Whether commands can be kept.
  public var canKeep: Bool {
    if case .away = self { return false }
    return true
  }
}

/// What the bottom line says for a while.
public struct Message: Sendable, Equatable {
  /// How it is meant.
  public enum Kind: Sendable {
    /// Done.
    case done
    /// For information.
    case note
    /// Refused, or failed.
    case refusal
  }

  /// How it is meant.
  public var kind: Kind
  /// The text.
  public var text: String
  /// Until when it stands, on the wall clock.
  public var until: Instant
}

/// One line of what happened lately.
public struct ActivityLine: Sendable, Equatable {
  /// The event's sequence.
  public var sequence: Int64
  /// When it was recorded, UTC.
  public var at: Instant
  /// What it says.
  public var text: String
  /// Whether a report came in.
  public var isArrival: Bool
}

/// Keeps one load of a kind under way at a time, and remembers that another is wanted.
public struct LoadGate: Sendable, Equatable {
  /// Whether a load is under way.
  public private(set) var isLoading = false
  private var isWantedAgain = false

  /// Asks for a load; whether it may start now.
  mutating func begin() -> Bool {
    if isLoading {
      isWantedAgain = true
      return false
    }
    isLoading = true
    return true
  }

  /// Notes that the load is done; whether another is wanted.
  mutating func end() -> Bool {
    isLoading = false
    defer { isWantedAgain = false }
    return isWantedAgain
  }
}
