/// Who may give which command: role × tier × command, as the city's table says.
public struct AuthorityTable: Sendable, Equatable {
  /// What a row of the table grants.
  public enum Right: Hashable, Sendable {
    /// A command of the order's rules.
    case command(OrderCommand.Kind)
    /// Seeing who reported a confidential order, and what would give him away.
    case confidential
    /// Setting and lifting emergency responses, and suspending what must wait under them.
    case respond
    /// Handing a shift over, and taking one over.
    case handOver
    /// Writing into volunteers' ledgers.
    case points
    /// Copying the whole journal, personal data included.
    case backup

    /// The rights that are no commands on an order.
    public static let others: [Right] = [.confidential, .respond, .handOver, .points, .backup]

    /// Every right, the commands first.
    public static let all: [Right] = OrderCommand.Kind.allCases.map { .command($0) } + others

    /// The name in the table.
    public var name: String {
      switch self {
      case .command(let kind): kind.rawValue
      case .confidential: "confidential"
      case .respond: "respond"
      case .handOver: "handOver"
      case .points: "points"
      case .backup: "backup"
      }
    }

    /// Reads a name of the table.
    public init?(_ name: String) {
      if let other = Right.others.first(where: { $0.name == name }) {
        self = other
      } else if let kind = OrderCommand.Kind(rawValue: name) {
        self = .command(kind)
      } else {
        return nil
      }
    }
  }

  private struct Holder: Hashable, Sendable {
    let role: Role
    let tier: Tier
  }

  private var holders: [Right: Set<Holder>]

  /// Makes a table in which nobody may do anything.
  public init() {
    holders = [:]
  }

  /// Grants a right to a role of a tier.
  public mutating func grant(_ right: Right, to role: Role, at tier: Tier) {
    holders[right, default: []].insert(Holder(role: role, tier: tier))
  }

  /// Grants rights to roles of tiers, every one to every one.
  public mutating func grant(_ rights: [Right], to roles: [Role], at tiers: [Tier] = Tier.allCases) {
    for right in rights {
      for role in roles {
        for tier in tiers { grant(right, to: role, at: tier) }
      }
    }
  }

  /// Whether a role of a tier has a right.
  public func grants(_ right: Right, to role: Role, at tier: Tier) -> Bool {
    holders[right]?.contains(Holder(role: role, tier: tier)) ?? false
  }

  /// Whether a role of a tier may give a command.
  public func allows(_ command: OrderCommand.Kind, to role: Role, at tier: Tier) -> Bool {
    grants(.command(command), to: role, at: tier)
  }
}
