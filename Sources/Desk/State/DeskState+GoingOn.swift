public import Journal
public import Model

extension DeskState {
  /// The state in which a desk goes on in another journal of its drill: what was chosen and where one looked stay.
  ///
  /// - Parameters:
  ///   - context: what stays the same from there on.
  ///   - wall: what the wall clock shows, UTC.
  ///   - clock: the clock that all processes on that journal share.
  public func goingOn(in context: DeskContext, wall: Instant, clock: ClockSetting?) -> DeskState {
    var next = DeskState(context: context, width: width, height: height, wall: wall, clock: clock)
    next.query = query
    next.filterText = filterText
    next.queue = queue
    next.queue.goElsewhere()
    next.focus = focus
    next.townRow = townRow
    next.detailScroll = detailScroll
    next.pinyin = pinyin
    next.sightings = sightings.cut(at: now)
    // A live order is told of once, whichever journal is drilled in.
    next.breakIn = breakIn
    return next
  }
}
