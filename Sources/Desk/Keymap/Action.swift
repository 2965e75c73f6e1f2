public import Model

/// What a key asks for.
public enum Action: Hashable, Sendable {
  /// Moves within a pane.
  case down, up, pageDown, pageUp, halfDown, halfUp, top, bottom
  /// Moves between panes and tabs.
  case nextPane, previousPane, nextTab, previousTab
  /// Opens and leaves.
  case open, back
  /// Chooses what is listed.
  case filter, sort, tier, nextSource, previousSource
  /// Chooses a tab, from 1.
  case tab(Int)
  /// Marks for bulk actions.
  case mark, clearMarks
  /// A command of the order's rules.
  case order(OrderCommand.Kind)
  /// 申请退单, or the answer to what is asked for.
  case approval
  /// 并单比对.
  case merge
  /// Whom to call.
  case phoneCard
  /// 应急响应, 交接班.
  case response, shift
  /// 督查线索, 网格, 考核指标, 志愿积分.
  case leads, grids, rates, points
  /// The clock of a demonstration, a drill or a replay.
  case pause, faster, slower
  /// A drill's clock goes to where the next inject arrives.
  case stepDrill
  /// Other moments of a replay.
  case stepBack, stepForward, jump
  /// The rest.
  case commandLine, help, repaint, suspend, quit
}
