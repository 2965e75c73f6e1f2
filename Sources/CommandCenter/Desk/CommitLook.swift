/// When the journal itself is to be asked whether it has changed, if all that is known for nothing is its log's stamp.
///
/// A commit stands in the log while it is on its way to the disk, and shows only then: a new stamp is not taken for known
/// before the journal's token has moved, or after a while.
struct CommitLook<Stamp: Equatable, Token: Equatable> {
  /// How many looks go by at most before the journal is asked whatever the stamp says, and for how many it is asked for
  /// what a new stamp may mean.
  static var mostLooks: Int { 10 }

  private var token: Token?
  /// The stamp up to which all commits are known, and the last one that was seen.
  private var known: Stamp?
  private var last: Stamp?
  private var looks = 0

  /// Makes one that knows nothing yet, so that the journal is asked first.
  init() {}

  /// Looks at the log's stamp.
  ///
  /// - Parameter present: the stamp now; nothing where there is no log.
  /// - Returns: whether the journal is to be asked for its token.
  mutating func asks(seeing present: Stamp?) -> Bool {
    looks = present == last ? looks + 1 : 1
    last = present
    return token == nil || present == nil || present != known || looks >= Self.mostLooks
  }

  /// Takes in what the journal answered after the last look.
  ///
  /// - Parameter present: the journal's token.
  /// - Returns: whether the journal has changed since it was asked before; it has not when it was asked first.
  mutating func take(_ present: Token) -> Bool {
    let hasMoved = present != token
    if hasMoved || looks >= Self.mostLooks {
      known = last
      looks = 0
    }
    defer { token = present }
    return hasMoved && token != nil
  }
}
