/// What filing settles; what is not given stays as it is.
public struct Filing: Sendable, Equatable {
  /// The sub-category.
  public var category: CategoryCode?
  /// The urgency.
  public var urgency: Urgency?
  /// The place.
  public var place: PlaceCode?

  /// Makes a filing.
  public init(category: CategoryCode? = nil, urgency: Urgency? = nil, place: PlaceCode? = nil) {
    self.category = category
    self.urgency = urgency
    self.place = place
  }
}

/// An end without handling.
public struct Declining: Sendable, Equatable {
  /// How it ends.
  public var outcome: Outcome
  /// The ground, in words; may not be blank.
  public var ground: String

  /// Makes a declining.
  public init(outcome: Outcome = .notAccepted, ground: String) {
    self.outcome = outcome
    self.ground = ground
  }
}

/// To whom an order goes.
public struct Dispatching: Sendable, Equatable {
  /// The unit that leads.
  public var unit: UnitCode
  /// The units that help.
  public var coUnits: [UnitCode]
  /// The sub-category, where the dispatcher settles it.
  public var category: CategoryCode?
  /// A word to the unit; may be empty.
  public var note: String

  /// Makes a dispatching.
  public init(unit: UnitCode, coUnits: [UnitCode] = [], category: CategoryCode? = nil, note: String = "") {
    self.unit = unit
    self.coUnits = coUnits
    self.category = category
    self.note = note
  }
}

/// The call in which a unit without a terminal signed or answered.
public struct PhoneCall: Sendable, Equatable, Codable {
  /// Who was on the line for the unit; may not be blank.
  public var name: String
  /// The number; may not be blank.
  public var number: String
  /// When, UTC.
  public var at: Instant

  /// Makes a call.
  public init(name: String, number: String, at: Instant) {
    self.name = name
    self.number = number
    self.at = at
  }
}

/// What a unit says it has done.
public struct Feedback: Sendable, Equatable {
  /// What was done; may not be blank.
  public var text: String
  /// Photographs and papers.
  public var attachments: [Attachment]
  /// The call, when it is recorded on the unit's behalf.
  public var call: PhoneCall?

  /// Makes a feedback.
  public init(text: String, attachments: [Attachment] = [], call: PhoneCall? = nil) {
    self.text = text
    self.attachments = attachments
    self.call = call
  }
}

/// What an inspection found.
public struct Inspecting: Sendable, Equatable {
  /// Whether it is done.
  public var passed: Bool
  /// What was seen; may not be blank when it is not done.
  public var text: String

  /// Makes an inspection.
  public init(passed: Bool, text: String = "") {
    self.passed = passed
    self.text = text
  }
}

/// How an order is closed.
public struct Closing: Sendable, Equatable {
  /// How it ended.
  public var outcome: Outcome
  /// What is said about it; a legal ground is required for 不予受理.
  public var text: String

  /// Makes a closing.
  public init(outcome: Outcome = .solved, text: String = "") {
    self.outcome = outcome
    self.text = text
  }
}
