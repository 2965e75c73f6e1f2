/// Which command is allowed in which stage; one row a command.
public enum StageTable {
  private static let all = Set(Stage.allCases)
  private static let before: Set<Stage> = [.received, .filed]
  private static let withUnit: Set<Stage> = [.dispatched, .handling]
  private static let working: Set<Stage> = [.received, .filed, .dispatched, .handling, .fedBack, .inspected]
  private static let open = all.subtracting([.closed])

  /// The rows: a command and the stages in which it may be given.
  public static let rows: [(command: OrderCommand.Kind, stages: Set<Stage>)] = [
    (.receive, []),
    (.amend, all),
    (.attach, all),
    (.verify, [.received]),
    (.file, [.received]),
    (.decline, before),
    (.settle, before),
    (.claim, open),
    (.takeOver, open),
    (.release, open),
    (.dispatch, before),
    (.redispatch, withUnit),
    (.sign, [.dispatched, .awaitingApproval]),
    (.contact, [.dispatched, .handling, .awaitingApproval]),
    (.step, working.union([.awaitingApproval])),
    (.assist, [.dispatched, .handling, .fedBack, .awaitingApproval]),
    (.feedBack, [.handling, .awaitingApproval]),
    (.requestReturn, withUnit),
    (.requestSuspension, before.union(withUnit)),
    (.requestExtension, [.handling]),
    (.approve, [.awaitingApproval]),
    (.deny, [.awaitingApproval]),
    (.withdraw, [.awaitingApproval]),
    (.resume, before.union(withUnit)),
    (.escalate, before.union(withUnit)),
    (.delegate, before),
    (.inspect, [.fedBack]),
    (.close, [.inspected]),
    (.answer, all),
    (.followUp, [.followUp]),
    (.answerBack, [.inspected, .followUp, .closed]),
    (.reopen, [.followUp, .closed]),
    (.urge, working.union([.awaitingApproval])),
    (.supervise, working.union([.awaitingApproval])),
    (.instruct, open),
    (.strikeOff, all),
    (.exclude, all),
    (.merge, working),
    (.join, [.received, .filed, .dispatched]),
    (.split, all),
    (.part, [.closed]),
    (.distinguish, all),
    (.branch, [.filed, .dispatched, .handling]),
    (.unmask, all),
    (.note, all),
    (.undo, all.subtracting([.awaitingApproval])),
  ]

  /// The commands that only the rung may give that an order is commanded at, or the city.
  public static let commanding: Set<OrderCommand.Kind> = [
    .file, .decline, .settle, .claim, .takeOver, .dispatch, .redispatch, .approve, .deny, .escalate, .delegate,
    .inspect,
    .close, .reopen, .merge, .join, .split, .part, .branch, .undo,
  ]

  /// The commands that may be given while the clocks stand still.
  public static let whileSuspended: Set<OrderCommand.Kind> = [
    .amend, .attach, .claim, .takeOver, .release, .contact, .resume, .answer, .urge, .supervise, .instruct, .strikeOff,
    .exclude, .merge, .split, .distinguish, .unmask, .note,
  ]

  /// The commands that a claim of another seat stands against.
  public static let needingHands: Set<OrderCommand.Kind> = [
    .file, .decline, .settle, .claim, .release, .dispatch, .redispatch, .inspect, .close, .escalate, .delegate, .merge,
    .join, .undo,
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
