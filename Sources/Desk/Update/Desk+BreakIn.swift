import Journal
import Model
import Terminal

extension Desk {
  /// Live orders of top urgency break in: the drill stops for all its seats, and its keys wait for the officer's word.
  static func breakIn(_ orders: [LiveOrder], _ state: inout DeskState) -> [DeskEffect] {
    guard state.context.drill != nil, state.breakIn.take(orders, at: state.wall) else { return [] }
    // What was typed for the drill is not done behind the banner.
    state.heldKeys = []
    return stopDrill(&state) + [.ring]
  }

  /// Stops the clock of the drill that a live order has broken in over, until it has stood still once: another process may
  /// hold the drill's turn meanwhile.
  static func stopDrill(_ state: inout DeskState) -> [DeskEffect] {
    guard state.breakIn.shown != nil, !state.breakIn.hasStopped, !state.isDrillOver, state.store == .ready,
      let clock = state.clock
    else { return [] }
    // Another seat may have let it go on since it was last read here, so it is stopped however it seems to stand.
    let setting = clock.changed(at: state.wall, paused: true)
    state.clock = setting
    return [.setClock(setting)]
  }

  /// A key while a live order is shown: only the one that acknowledges it does anything.
  static func pressBreakIn(_ key: Key, _ state: inout DeskState) -> [DeskEffect] {
    guard key == .enter, let order = state.breakIn.acknowledge(at: state.wall) else { return [] }
    if state.breakIn.shown == nil, !state.isDrillOver {
      say(.note, "真实来件 \(order.number.short) 已知悉；演练停着，按空格接着演", &state)
    }
    return []
  }
}
