/// 核实: what was seen on site before filing.
public struct Verifying: Sendable, Equatable {
  /// Whether it is as reported.
  public var found: Bool
  /// What was seen; may not be blank.
  public var text: String

  /// Makes one of its parts.
  public init(found: Bool, text: String) {
    self.found = found
    self.text = text
  }
}

/// 当场办结: how an order ended without being dispatched.
public struct Settling: Sendable, Equatable {
  /// How it ended.
  public var outcome: Outcome
  /// What was done or answered; may not be blank.
  public var text: String

  /// Makes one of its parts.
  public init(outcome: Outcome = .solved, text: String) {
    self.outcome = outcome
    self.text = text
  }
}

/// 办理进度: a sub-step that the order has come to.
public struct Stepping: Sendable, Equatable {
  /// The step's name in the source's own table (`investigation`, `review` …).
  public var step: String
  /// What is said about it; may be empty.
  public var text: String

  /// Makes one of its parts.
  public init(step: String, text: String = "") {
    self.step = step
    self.text = text
  }
}

/// 协办反馈: what a helping unit did.
public struct Assisting: Sendable, Equatable {
  /// The helping unit.
  public var unit: UnitCode
  /// What it did; may not be blank.
  public var text: String
  /// The call, when it is recorded on the unit's behalf.
  public var call: PhoneCall?

  /// Makes one of its parts.
  public init(unit: UnitCode, text: String, call: PhoneCall? = nil) {
    self.unit = unit
    self.text = text
    self.call = call
  }
}

/// 申请退单: a request of a unit, with its reason.
public struct Asking: Sendable, Equatable {
  /// Why; may not be blank.
  public var reason: String
  /// The call, when it is recorded on the unit's behalf.
  public var call: PhoneCall?

  /// Makes one of its parts.
  public init(reason: String, call: PhoneCall? = nil) {
    self.reason = reason
    self.call = call
  }
}

/// 申请挂账: a request that the clocks stop.
public struct SuspensionAsking: Sendable, Equatable {
  /// The lawful ground, a code of the city's table.
  public var ground: String
  /// When the clocks run on at the latest, UTC.
  public var until: Instant
  /// Why; may not be blank.
  public var reason: String
  /// The call, when it is recorded on the unit's behalf.
  public var call: PhoneCall?
  /// Whether a chief suspends it himself, because an emergency response makes it wait.
  public var atOnce: Bool

  /// Makes one of its parts.
  public init(ground: String, until: Instant, reason: String, call: PhoneCall? = nil, atOnce: Bool = false) {
    self.atOnce = atOnce
    self.ground = ground
    self.until = until
    self.reason = reason
    self.call = call
  }
}

/// 申请延期: a request for more time.
public struct ExtensionAsking: Sendable, Equatable {
  /// How much more.
  public var limit: Limit
  /// Why; may not be blank.
  public var reason: String
  /// The call, when it is recorded on the unit's behalf.
  public var call: PhoneCall?

  /// Makes one of its parts.
  public init(limit: Limit, reason: String, call: PhoneCall? = nil) {
    self.limit = limit
    self.reason = reason
    self.call = call
  }
}

/// 批准: a request is granted.
public struct Approving: Sendable, Equatable {
  /// On whom it is recorded that an order went astray.
  public enum Blame: String, Sendable, Codable, CaseIterable {
    /// Who dispatched it sent it to the wrong unit.
    case dispatcher
    /// The unit gave back what was its own.
    case unit
  }

  /// For a return: whose fault it is; may be left out otherwise.
  public var blame: Blame?
  /// A word about it; may be empty.
  public var text: String

  /// Makes one of its parts.
  public init(blame: Blame? = nil, text: String = "") {
    self.blame = blame
    self.text = text
  }
}

/// 答复: one of those who reported was told what came of it.
public struct Answering: Sendable, Equatable {
  /// Which report.
  public var report: ReportReference
  /// What was said; may not be blank.
  public var text: String
  /// The call, where there was one.
  public var call: PhoneCall?

  /// Makes one of its parts.
  public init(report: ReportReference, text: String, call: PhoneCall? = nil) {
    self.report = report
    self.text = text
    self.call = call
  }
}

/// 回访: a call that asks whether it is solved, and whether the caller is satisfied.
public struct FollowingUp: Sendable, Equatable {
  /// Whether anybody answered.
  public var reached: Bool
  /// Whether the caller says that it is solved.
  public var solved: Bool
  /// Whether the caller is satisfied.
  public var satisfied: Bool
  /// What was said; may be empty.
  public var text: String

  /// Makes one of its parts.
  public init(reached: Bool, solved: Bool = false, satisfied: Bool = false, text: String = "") {
    self.reached = reached
    self.solved = solved
    self.satisfied = satisfied
    self.text = text
  }
}

/// 回传: the answer to above.
public struct AnsweringBack: Sendable, Equatable {
  /// How it stands with above.
  public var state: UpstreamState
  /// What was answered; may not be blank.
  public var text: String

  /// Makes one of its parts.
  public init(state: UpstreamState, text: String) {
    self.state = state
    self.text = text
  }
}

/// 督办: supervision of an order.
public struct Supervising: Sendable, Equatable {
  /// 1 to 3, the gravest last.
  public var level: Int
  /// What is asked for; may not be blank.
  public var text: String

  /// Makes one of its parts.
  public init(level: Int, text: String) {
    self.level = level
    self.text = text
  }
}

/// 领导批示: an instruction from above.
public struct Instructing: Sendable, Equatable {
  /// Who gave it; may not be blank.
  public var issuer: String
  /// What it says; may not be blank.
  public var text: String
  /// When it must be done, UTC.
  public var due: Instant

  /// Makes one of its parts.
  public init(issuer: String, text: String, due: Instant) {
    self.issuer = issuer
    self.text = text
    self.due = due
  }
}

/// 销号: an instruction is done with.
public struct StrikingOff: Sendable, Equatable {
  /// Which one, from 1 in the order of their giving.
  public var instruction: Int
  /// What came of it; may not be blank.
  public var text: String

  /// Makes one of its parts.
  public init(instruction: Int, text: String) {
    self.instruction = instruction
    self.text = text
  }
}

/// 剔除: an order is left out of a rate.
public struct Excluding: Sendable, Equatable {
  /// Which rate; empty for all of them.
  public var rate: String
  /// Why; may not be blank.
  public var reason: String

  /// Makes one of its parts.
  public init(rate: String, reason: String) {
    self.rate = rate
    self.reason = reason
  }
}

/// 并单: an order that tells of the same event.
public struct Merging: Sendable, Equatable {
  /// The order that is taken in.
  public var other: OrderNumber
  /// The reports that it has.
  public var reports: [Report]
  /// How pressing it was.
  public var urgency: Urgency
  /// How many different people will have reported, both orders together.
  public var callers: Int
  /// What speaks for it, in words; may be empty.
  public var evidence: String

  /// Makes one of its parts.
  public init(other: OrderNumber, reports: [Report], urgency: Urgency, callers: Int, evidence: String = "") {
    self.other = other
    self.reports = reports
    self.urgency = urgency
    self.callers = callers
    self.evidence = evidence
  }
}

/// 分派子单: a part of the matter that becomes an order of its own.
public struct Branching: Sendable, Equatable {
  /// A line that says what it is about; may not be blank.
  public var title: String
  /// What is to be done; may not be blank.
  public var text: String
  /// The sub-category that it is handled as; the order's own where nothing is said.
  public var category: CategoryCode?

  /// Makes one of its parts.
  public init(title: String, text: String, category: CategoryCode? = nil) {
    self.title = title
    self.text = text
    self.category = category
  }
}
