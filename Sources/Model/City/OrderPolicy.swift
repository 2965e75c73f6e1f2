/// What a city settles about its orders besides the limits: rungs, approvals, follow-up, repeats.
public struct OrderPolicy: Sendable, Equatable {
  /// A lawful ground on which the clocks may stand still.
  public struct SuspensionGround: Sendable, Equatable {
    /// Its code.
    public var code: String
    /// Its name on screen.
    public var name: String
    /// How many days it may last at the most.
    public var maximumDays: Int

    /// Makes a ground.
    public init(code: String, name: String, maximumDays: Int) {
      self.code = code
      self.name = name
      self.maximumDays = maximumDays
    }
  }

  /// The rung at which an order of a source is commanded first; the city's where nothing is said.
  public var startRungs: [Source: Rung] = [:]
  /// The lawful grounds for a suspension, in the table's order.
  public var suspensionGrounds: [SuspensionGround] = []
  /// What emergency responses change.
  public var responses = ResponsePolicy()
  /// How much more time an extension may give, in per cent of the handling's limit.
  public var extensionCapPercent = 100
  /// How often an order may be given back before a leader must assign it.
  public var returnsBeforeAssignment = 2
  /// The sources whose callers are answered and asked afterwards.
  public var callerSources: Set<Source> = []
  /// How often somebody calls to ask at the most.
  public var followUpCalls = 3
  /// How often an order is done once more because a caller is not satisfied, at the most.
  public var callerReworks = 2
  /// The limit of such a rework, in per cent of the handling's limit.
  public var reworkPercent = 50
  /// How many in a hundred of what a grid settles itself are looked at.
  public var gridSamplePercent = 10
  /// How many in a hundred of what the counter answers at once are looked at.
  public var counterSamplePercent = 5
  /// From how many different callers on an order is 紧急.
  public var urgentCallers = 3
  /// From how many different callers on an order is 特急.
  public var criticalCallers = 6
  /// From which share of the time on an order is amber, in per cent.
  public var amberPercent = 75

  /// Makes the policy of a city that says nothing of it.
  public init() {}

  /// The ground with a code.
  public func ground(_ code: String) -> SuspensionGround? {
    suspensionGrounds.first { $0.code == code }
  }

  /// How pressing an order is that so many different people have reported.
  public func urgency(callers: Int) -> Urgency {
    callers >= criticalCallers ? .critical : callers >= urgentCallers ? .urgent : .normal
  }

  /// Whether a report that was settled without dispatch is drawn for inspection.
  ///
  /// The draw is a hash of the report's own name (FNV-1a, 64 bits), so that it is the same on every machine.
  public func draws(_ report: ReportReference, way: OrderEvent.Settlement.Way) -> Bool {
    let percent = way == .grid ? gridSamplePercent : counterSamplePercent
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (report.source.rawValue + ":" + report.sourceID).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    // The low bits of a product mix least.
    return Int((hash >> 32) % 100) < percent
  }
}
