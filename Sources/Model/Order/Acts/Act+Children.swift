/// Parts of an order's matter that become orders of their own.
extension Act {
  /// 分派子单, one level deep.
  func branch(_ branching: Branching) throws(Refusal) -> OrderEvent {
    guard order.ties.parent == nil, let first = order.reports.first else {
      throw refusal(.notTied, order.ties.parent?.text ?? "")
    }
    _ = try written(branching.text, "text")
    return .branched(
      OrderEvent.Branched(child: order.nextChild(of: first), title: try written(branching.title, "title")))
  }

  /// A parent closes when its parts have; a part never closes it.
  func checkChildren() throws(Refusal) {
    if let open = order.ties.children.first(where: \.isOpen) {
      throw refusal(.childrenOpen, open.report.sourceID)
    }
  }
}

extension WorkOrder {
  /// The name that the next child's report bears: the order's number and a count.
  func nextChild(of first: Report) -> ReportReference {
    ReportReference(source: first.source, sourceID: "\(number.text)/\(ties.children.count + 1)")
  }

  /// What the parent of a child is told after the child's events; nothing where the child goes on as it was.
  ///
  /// - Parameter after: the child after its events.
  public func toldToParent(after: WorkOrder) -> OrderEvent? {
    guard let child = reports.first.map({ ReportReference($0) }), stage.isDone != after.stage.isDone else { return nil }
    return after.stage.isDone
      ? .childEnded(OrderEvent.ChildEnded(child: child, outcome: after.core.outcome ?? .solved))
      : .childReopened(OrderEvent.ChildReopened(child: child))
  }
}
