import Foundation
import Journal
import Model

/// What an officer asked, read back from what it brought about.
struct CommandWording {
  /// The order as it was before; nothing for the first event of one.
  let before: WorkOrder?
  /// When it was asked, UTC.
  let at: Instant
  /// All that the command brought about, in the order of the journal.
  let events: [DecodedEvent]

  /// The words of the sub-command but for the orders' numbers; nothing for what no officer asks for by itself.
  func words(_ event: OrderEvent) -> SpokenWords? {
    incoming(event) ?? handling(event) ?? asking(event) ?? ending(event) ?? watching(event)
  }

  private func incoming(_ event: OrderEvent) -> SpokenWords? {
    switch event {
    case .verified(let verified):
      SpokenWords("verify-site").flag(verified.found ? "found" : "not-found").with("text", verified.text)
    // A dispatch that files in the same breath is asked for as a dispatch.
    case .filed where events.contains(where: { $0.event.isDispatch }): nil
    case .filed(let filed):
      SpokenWords("file")
        .with("category", filed.category == before?.core.category ? nil : filed.category?.rawValue)
        .with("urgency", filed.urgency == before?.core.urgency ? nil : filed.urgency.rawValue)
        .with("place", filed.place == before?.core.place ? nil : filed.place.rawValue)
    case .declined(let declined):
      SpokenWords("decline").with("ground", declined.ground).with("outcome", declined.outcome.rawValue)
    case .settled(let settled):
      SpokenWords("settle").with("text", settled.text).with("outcome", settled.outcome.rawValue)
    case .claimed: SpokenWords("claim")
    case .takenOver: SpokenWords("take-over")
    case .released: SpokenWords("release")
    default: nil
    }
  }

  private func handling(_ event: OrderEvent) -> SpokenWords? {
    switch event {
    case .dispatched(let sent): sending("dispatch", sent)
    case .redispatched(let sent): sending("redispatch", sent)
    case .signed(let signed): SpokenWords("sign").with(signed.call, at: at)
    case .contacted(let contacted):
      SpokenWords("contact").with("text", contacted.text).with(contacted.call, at: at)
    case .stepped(let stepped): SpokenWords("step").with("step", stepped.step).with("text", stepped.text)
    case .assisted(let assisted):
      SpokenWords("assist").with("unit", assisted.unit.rawValue).with("text", assisted.text)
        .with(assisted.call, at: at)
    case .fedBack(let fed):
      fed.attachments.filter { $0.kind == "photo" }.reduce(
        SpokenWords("feed-back").with("text", fed.text).with(fed.call, at: at)
      ) { $0.with("photo", URL(string: $1.uri)?.path) }
    case .branched(let branched): branching(branched)
    default: nil
    }
  }

  private func sending(_ name: String, _ sent: OrderEvent.Dispatched) -> SpokenWords {
    sent.coUnits.reduce(SpokenWords(name).with("unit", sent.unit.rawValue)) { $0.with("co-unit", $1.rawValue) }
      .with("category", sent.category == before?.core.category ? nil : sent.category?.rawValue)
      .with("note", sent.note)
  }

  private func branching(_ branched: OrderEvent.Branched) -> SpokenWords {
    var child: Report?
    for event in events {
      if case .received(let received) = event.event { child = received.report }
    }
    return SpokenWords("branch").with("title", branched.title).with("text", child?.text)
      .with("category", child?.category == before?.core.category ? nil : child?.category?.rawValue)
  }

  private func asking(_ event: OrderEvent) -> SpokenWords? {
    switch event {
    case .requested(let request): asking(request)
    case .suspended(let suspension) where before?.standing.request?.kind != .suspension:
      suspending(suspension.ground, until: suspension.until, reason: suspension.reason).flag("at-once")
    case .suspended: SpokenWords("approve")
    case .returned(let returned):
      SpokenWords("approve").with("blame", returned.blame.rawValue).with("text", returned.text)
    case .extended(let extended): SpokenWords("approve").with("text", extended.text)
    case .reopened(let reopened) where before?.standing.request?.kind == .rework:
      SpokenWords("approve").with("text", reopened.reason)
    case .denied(let denied): SpokenWords("deny").with("reason", denied.reason)
    case .withdrawn: SpokenWords("withdraw")
    case .resumed(let resumed): SpokenWords("resume").with("reason", resumed.reason)
    case .escalated(let moved):
      SpokenWords("escalate").with("to", moved.from.above == moved.to ? nil : moved.to.rawValue)
        .with("reason", moved.reason)
    case .delegated(let moved): SpokenWords("delegate").with("reason", moved.reason)
    default: nil
    }
  }

  private func asking(_ request: WorkOrder.Request) -> SpokenWords? {
    switch request.kind {
    case .return: SpokenWords("request-return").with("reason", request.reason).with(request.call, at: at)
    case .suspension:
      suspending(request.ground ?? "", until: request.until ?? at, reason: request.reason).with(request.call, at: at)
    case .extension:
      SpokenWords("request-extension").with("more", request.amount.map { "\($0)" })
        .with("clock", request.clock?.rawValue).with("reason", request.reason).with(request.call, at: at)
    // A caller's answer asks for it.
    case .rework: nil
    }
  }

  private func suspending(_ ground: String, until: Instant, reason: String) -> SpokenWords {
    SpokenWords("request-suspension").with("ground", ground).with("days", "\(until.since(at) / 86_400_000)")
      .with("reason", reason)
  }

  private func ending(_ event: OrderEvent) -> SpokenWords? {
    switch event {
    case .inspected(let inspected):
      SpokenWords("inspect").flag(inspected.passed ? "pass" : "fail").with("text", inspected.text)
    case .closed(let closed):
      SpokenWords("close").with("outcome", closed.outcome.rawValue).with("text", closed.text)
    case .answered(let answered):
      SpokenWords("answer").with("report", answered.report.sourceID).with("text", answered.text)
        .with(answered.call, at: at)
    case .followedUp(let call):
      SpokenWords("follow-up").flag("unreached", !call.reached).flag(call.solved ? "solved" : "no-solved")
        .flag(call.satisfied ? "satisfied" : "no-satisfied").with("text", call.text)
    case .answeredBack(let answered):
      SpokenWords("answer-back").with("state", answered.state.rawValue).with("text", answered.text)
    case .reopened(let reopened): SpokenWords("reopen").with("reason", reopened.reason)
    default: nil
    }
  }

  private func watching(_ event: OrderEvent) -> SpokenWords? {
    switch event {
    case .urged(let urged): SpokenWords("urge").with("text", urged.text)
    case .supervised(let supervised):
      SpokenWords("supervise").with("level", "\(supervised.level)").with("text", supervised.text)
    case .instructed(let instruction):
      SpokenWords("instruct").with("issuer", instruction.issuer).with("text", instruction.text)
        .with("hours", "\(instruction.due.since(at) / 3_600_000)")
    case .struckOff(let struck):
      SpokenWords("strike-off").with("instruction", "\(struck.instruction)").with("text", struck.text)
    case .excluded(let excluded):
      SpokenWords("exclude").with("rate", excluded.rate).with("reason", excluded.reason)
    case .unmasked(let unmasked): SpokenWords("unmask").with("reason", unmasked.reason)
    case .noted(let noted): SpokenWords("note").with("text", noted.text)
    case .undone: SpokenWords("undo")
    default: nil
    }
  }
}

extension OrderEvent {
  /// Whether an order is sent out by it.
  fileprivate var isDispatch: Bool {
    if case .dispatched = self { true } else { false }
  }
}
