import Journal
public import Terminal

/// The desk's frame: a function of the state.
public enum DeskFrame {
  /// Draws the whole frame.
  public static func draw(_ state: DeskState) -> Surface {
    var surface = Surface(width: state.width, height: state.height)
    if DeskLayout.isTooSmall(width: state.width, height: state.height) {
      drawTooSmall(state, &surface)
      return surface
    }
    let layout = state.layout
    HeadLine.draw(state, layout.head, &surface)
    if let rect = layout.townLine { TownPane.drawLine(state, rect, &surface) }
    if let rect = layout.towns { TownPane.draw(state, rect, &surface) }
    if let rect = layout.plot { PlotPane.draw(state, rect, &surface) }
    if let rect = layout.mine { MinePane.draw(state, rect, &surface) }
    if let rect = layout.roster { RosterPane.draw(state, rect, &surface) }
    QueuePane.draw(state, layout.queue, &surface)
    DetailPane.draw(state, layout.detail, &surface)
    if let rect = layout.activity { ActivityPane.draw(state, rect, &surface) }
    ActivityPane.drawTicker(state, layout.ticker, &surface)
    KeysPane.draw(state, layout.keys, &surface)
    if let dialog = state.dialog { DialogPane.draw(dialog, state, layout, &surface) }
    if let order = state.breakIn.shown { BreakInPane.draw(order, state, &surface) }
    return surface
  }

  /// Draws only the head line, for a frame in which nothing else can have moved since the second before.
  ///
  /// - Returns: a surface of the head line's rows; nothing while something goes on besides the clock.
  public static func drawHead(of state: DeskState) -> Surface? {
    guard state.isCalm else { return nil }
    let rect = state.layout.head
    var surface = Surface(width: state.width, height: rect.endRow)
    HeadLine.draw(state, rect, &surface)
    return surface
  }

  private static func drawTooSmall(_ state: DeskState, _ surface: inout Surface) {
    let mark =
      switch state.context.kind {
      case _ where state.context.replay != nil: "【回放】只读　"
      case .live: ""
      case .demo: "【演示】"
      case .drill: state.lookBack == nil ? "【演练】" : "【演练·回看】只读　"
      }
    let lines =
      BreakInPane.shortLines(state) + [
        mark + "窗口太小：现为 \(state.width)×\(state.height)", "指挥台至少要 \(DeskLayout.leastWidth)×\(DeskLayout.leastHeight)",
        "请拉大窗口；q 退出",
      ]
    for (index, line) in lines.enumerated() where index < state.height { surface.put(line, at: index, 0) }
  }
}
