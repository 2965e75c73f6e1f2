public import Journal
public import Model
public import Operations

/// What a desk asks of the world; what comes of it is an event.
public enum DeskEffect: Sendable, Equatable {
  /// Read a part of the list.
  case loadPage(PageRequest)
  /// Read all that is counted.
  case loadBoard(BoardRequest)
  /// Count what is late at an instant, UTC.
  case countLate(Instant)
  /// Read orders' files.
  case loadFiles([OrderNumber])
  /// Look for orders that may tell of the same event as one.
  case loadProposals(OrderNumber)
  /// Read who could handle an order.
  case loadSuggestions(OrderNumber)
  /// Look for leads.
  case loadLeads(LeadSpan)
  /// Read what grids found over a span, a part of it from a number on.
  case loadGrids(GridSpan, from: OrderNumber)
  /// Work rates out.
  case loadRates(RateQuery)
  /// Read orders behind a rate.
  case loadRateOrders(RateOrdersRequest)
  /// Read the volunteers who come after one.
  case loadVolunteers(after: String?)
  /// Read a volunteer's ledger.
  case loadLedger(String)
  /// Make names ready to be looked up in pinyin.
  case loadPinyin
  /// Give a command on orders.
  case perform(PerformRequest)
  /// Give a command on two orders.
  case performPair(PairRequest)
  /// Read what is to be handed over, or taken over.
  case loadHandOver
  /// Write into a book, with the command's name.
  case performBook(BookCommand, id: String)
  /// Raise what the city's rules find due.
  case raise
  /// Set the shared clock.
  case setClock(ClockSetting)
  /// Let a drill's clock go to where the next inject arrives.
  case stepDrill
  /// Read what a drill came to.
  case loadDrillResult
  /// Read something of a drill as it was at a moment.
  indirect case past(Instant, DeskEffect)
  /// Make a journal in which the drill goes on from an earlier moment, with what the seat had seen by then.
  case goOn(from: Instant, seen: [OrderNumber: Int])
  /// Note what was seen.
  case markSeen([OrderNumber: Int])
  /// Draw everything afresh.
  case repaint
  /// Ring the terminal's bell.
  case ring
  /// Stop the program for a while, as Ctrl-Z does.
  case suspend
  /// Leave this journal, and open a drill's other one.
  case open(journal: String)
  /// Leave.
  case quit
}

/// A part of a list that is wanted.
public struct PageRequest: Sendable, Equatable {
  /// The number of the list.
  public var generation: Int
  /// Which list.
  public var query: OrderQuery
  /// Where in it.
  public var anchor: PageAnchor
  /// Rows wanted before the anchor.
  public var before: Int
  /// Rows wanted from the anchor on.
  public var after: Int
  /// How much a filter may cost.
  public var effort: SearchEffort
  /// The order that the selection is on: where the list has moved it elsewhere, that part is wanted.
  public var follow: OrderNumber?
}

/// The counts that are wanted.
public struct BoardRequest: Sendable, Equatable {
  /// The time, UTC.
  public var now: Instant
  /// The town whose plot and ticker are wanted; nothing for the city.
  public var town: PlaceCode?
}

/// A command on two orders.
public struct PairRequest: Sendable, Equatable {
  /// What is asked.
  public var command: PairCommand
  /// The order that takes in, or that was taken into.
  public var kept: OrderNumber
  /// The other one.
  public var other: OrderNumber
  /// The command's name.
  public var id: String
}

/// A command on orders.
public struct PerformRequest: Sendable, Equatable {
  /// What is asked.
  public var command: OrderCommand
  /// Of which orders, with the version that the officer had before him.
  public var orders: [Target]
  /// The command's name; each order's number is added to it.
  public var id: String
  /// When the officer gave it, UTC; what the command says of times is told from there.
  public var at: Instant

  /// An order and the version that was seen.
  public struct Target: Sendable, Equatable {
    /// The order.
    public var number: OrderNumber
    /// The version; nothing when it was not loaded.
    public var seen: Int?
  }
}
