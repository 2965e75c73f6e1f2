/// Which command is allowed in which stage; one row a command.
public enum StageTable {
  /// The rows: a command and the stages in which it may be given.
  public static let rows: [(command: OrderCommand.Kind, stages: Set<Stage>)] = [
    (.receive, []),
    (.amend, Set(Stage.allCases)),
    (.file, [.received]),
    (.decline, [.received, .filed]),
    (.claim, [.received, .filed, .dispatched, .handling, .fedBack, .inspected]),
    (.takeOver, [.received, .filed, .dispatched, .handling, .fedBack, .inspected]),
    (.release, [.received, .filed, .dispatched, .handling, .fedBack, .inspected]),
    (.dispatch, [.received, .filed]),
    (.redispatch, [.dispatched, .handling]),
    (.sign, [.dispatched]),
    (.feedBack, [.handling]),
    (.inspect, [.fedBack]),
    (.close, [.inspected]),
    (.reopen, [.closed]),
    (.note, Set(Stage.allCases)),
    (.undo, [.received, .filed, .dispatched, .inspected, .closed, .handling]),
  ]

  private static let index = Dictionary(uniqueKeysWithValues: rows.map { ($0.command, $0.stages) })

  /// Whether a command may be given in a stage.
  public static func allows(_ command: OrderCommand.Kind, in stage: Stage) -> Bool {
    index[command]?.contains(stage) ?? false
  }

  /// The commands that a stage allows, in the table's order.
  public static func commands(in stage: Stage) -> [OrderCommand.Kind] {
    rows.compactMap { $0.stages.contains(stage) ? $0.command : nil }
  }
}
