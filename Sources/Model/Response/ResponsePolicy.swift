/// What a city has settled for its emergency responses: their kinds, and what each level changes.
public struct ResponsePolicy: Sendable, Equatable {
  /// What a response can be against.
  public struct Kind: Sendable, Equatable {
    /// Its code.
    public var code: String
    /// Its name on screen, 防汛 for one.
    public var name: String
    /// The lawful ground on which orders that must wait are suspended; nothing where none may.
    public var ground: String?
    /// 统一口径: what callers are told where the officer who sets it says nothing else; may be empty.
    public var wording: String

    /// Makes a kind.
    public init(code: String, name: String, ground: String?, wording: String) {
      self.code = code
      self.name = name
      self.ground = ground
      self.wording = wording
    }
  }

  /// What changes for some orders from a level up.
  public struct Rule: Sendable, Equatable {
    /// The kind of response.
    public var kind: String
    /// The level from which it holds; a graver response keeps what a lesser one has changed.
    public var level: ResponseLevel
    /// The sub-category; nothing for all.
    public var category: CategoryCode?
    /// The urgency; nothing for all.
    public var urgency: Urgency?
    /// The service level whose limits hold in place of the category's own.
    public var serviceLevel: LevelCode?
    /// How pressing such an order is at the least.
    public var raiseTo: Urgency?
    /// Whether such an order must wait, so that it may be suspended.
    public var waits: Bool

    /// Makes a rule.
    public init(
      kind: String, level: ResponseLevel, category: CategoryCode? = nil, urgency: Urgency? = nil,
      serviceLevel: LevelCode? = nil, raiseTo: Urgency? = nil, waits: Bool = false
    ) {
      self.kind = kind
      self.level = level
      self.category = category
      self.urgency = urgency
      self.serviceLevel = serviceLevel
      self.raiseTo = raiseTo
      self.waits = waits
    }
  }

  /// The kinds, in the table's order.
  public var kinds: [Kind] = []
  /// The rules, in the table's order.
  public var rules: [Rule] = []

  /// Makes the policy of a city that knows no responses.
  public init() {}

  /// The kind with a code.
  public func kind(_ code: String) -> Kind? {
    kinds.first { $0.code == code }
  }
}
