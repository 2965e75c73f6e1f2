/// The checks that every engine must pass; a test target runs each with a factory of its own.
public enum ConformanceCheck: String, CaseIterable, Sendable {
  /// Appended events are read back as they were, with their places, versions and chain.
  case appending
  /// Requests that are appended together are each recorded at their own moment where they have one.
  case ownMoments
  /// Of many requests a store may take the first ones, and the rest when it is asked again.
  case firstOfMany
  /// Of two that race one wins, and the other is told who.
  case conflict
  /// Of several threads that race for the same orders each order goes to one, and the others are told to which.
  case race
  /// A command repeated does nothing twice, within one batch either.
  case repeatedCommand
  /// Of a request for several streams all is appended or nothing.
  case severalStreams
  /// Orders are numbered by day without gaps.
  case numbering
  /// A report makes one order only, and is found again.
  case reportLookup
  /// Books stand beside the orders: they begin, go on, race, sort after the orders, and touch no projection.
  case books
  /// Books are exported, read back, made anew and verified with the rest, and damage to them is named.
  case bookProofs
  /// A malformed request, or an event that can't follow, appends nothing at all.
  case invalidRequest
  /// Pages of every list, at every kind of anchor, over random histories.
  case pages
  /// A page around an anchor while rows come in and go.
  case movingPages
  /// Filtered lists, whole and newest first, over random histories.
  case search
  /// Words of two characters and of one, folded in case and width.
  case searchedWords
  /// Lists of a town with what its units have a share in elsewhere, and filters that don't look into what is confidential.
  case sight
  /// Counters, late orders and arrivals agree with a recount.
  case counts
  /// What was learned agrees with a recount, is taken back, and is the same when made anew.
  case learning
  /// Claims, recent events and files of orders agree with the events.
  case ordersAndClaims
  /// The orders near another one agree with the list.
  case candidates
  /// Rates and the orders behind them agree with a plain recount, and are the same when made anew.
  case rates
  /// The histories that rates are compared on bring about every way to stand in one.
  case rateStandings
  /// What rules find due agrees with a look at every order, and is raised once however often it is asked for.
  case raises
  /// The orders in which there may be leads agree with a look at every order, and are all those that have leads.
  case suspects
  /// What rows tell of an earlier moment agrees with the events that followed it.
  case standing
  /// What a seat has seen.
  case unread
  /// Personal data stands beside its event and can be erased.
  case personalData
  /// A live journal refuses a feed clock; others share one.
  case clock
  /// The token moves with every change.
  case changeToken
  /// Projections made anew are the same.
  case rebuilding
  /// An export read back gives an equal journal.
  case exchange
  /// Events are restored only where they follow.
  case restoring
  /// An export that was changed or cut is refused.
  case damagedExport
  /// A sound journal is found sound.
  case cleanVerification
  /// Every kind of damage is named.
  case tampering
  /// A closed store refuses everything.
  case closing

  /// Runs the check.
  ///
  /// - Throws: `ConformanceFailure` for what does not hold, or what the engine throws.
  public func run(on factory: some JournalFactory) throws {
    switch self {
    case .appending: try AppendChecks.appending(factory)
    case .ownMoments: try AppendChecks.ownMoments(factory)
    case .firstOfMany: try AppendChecks.firstOfMany(factory)
    case .conflict: try AppendChecks.conflict(factory)
    case .race: try RaceChecks.race(factory)
    case .repeatedCommand: try AppendChecks.repeatedCommand(factory)
    case .severalStreams: try AppendChecks.severalStreams(factory)
    case .numbering: try AppendChecks.numbering(factory)
    case .reportLookup: try AppendChecks.reportLookup(factory)
    case .books: try BookChecks.books(factory)
    case .bookProofs: try BookChecks.proofs(factory)
    case .invalidRequest: try AppendChecks.invalidRequest(factory)
    case .pages: try PageChecks.pages(factory)
    case .movingPages: try PageChecks.movingPages(factory)
    case .search: try SearchChecks.search(factory)
    case .searchedWords: try SearchChecks.searchedWords(factory)
    case .sight: try SightChecks.sight(factory)
    case .counts: try CountChecks.counts(factory)
    case .learning: try LearningChecks.learning(factory)
    case .ordersAndClaims: try CountChecks.ordersAndClaims(factory)
    case .candidates: try CandidateChecks.candidates(factory)
    case .rates: try RateChecks.rates(factory)
    case .rateStandings: try RateChecks.standingsSeen(factory)
    case .raises: try RaiseChecks.raises(factory)
    case .suspects: try SuspectChecks.suspects(factory)
    case .standing: try StandingChecks.standing(factory)
    case .unread: try CountChecks.unread(factory)
    case .personalData: try StateChecks.personalData(factory)
    case .clock: try StateChecks.clock(factory)
    case .changeToken: try StateChecks.changeToken(factory)
    case .closing: try StateChecks.closing(factory)
    case .rebuilding: try ProofChecks.rebuilding(factory)
    case .exchange: try ExchangeChecks.exchange(factory)
    case .restoring: try ExchangeChecks.restoring(factory)
    case .damagedExport: try ExchangeChecks.damagedExport(factory)
    case .cleanVerification: try ProofChecks.cleanVerification(factory)
    case .tampering: try ProofChecks.tampering(factory)
    }
  }
}
