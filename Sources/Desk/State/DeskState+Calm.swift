extension DeskState {
  /// Whether nothing goes on at a live desk: from one second to the next only the clock in its head line moves.
  ///
  /// The other panes tell time in minutes. What turns late at a second, or is free again, shows with the next whole frame.
  public var isCalm: Bool {
    clock == nil && store == .ready && (queue.selected == nil || isResting) && message == nil && changed.isEmpty
      && dialog == nil && breakIn.shown == nil && filesLoading.isEmpty
      && !DeskLayout.isTooSmall(width: width, height: height)
  }
}
