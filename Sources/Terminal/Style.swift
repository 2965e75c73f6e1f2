/// How a cell looks, told by what it means: a role and attributes.
///
/// A `Palette` makes colours of it.
public struct Style: Sendable, Hashable {
  /// What a piece of text means.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// Plain text.
    case normal
    /// Headings and titles.
    case title
    /// What may be overlooked.
    case dim
    /// Lines round a pane.
    case border
    /// Lines round the pane that has the keyboard.
    case focus
    /// A key in the key line or the help.
    case key
    /// Past its time limit.
    case late
    /// Close to its time limit.
    case soon
    /// Top urgency, alarms.
    case critical
    /// What this seat has in hand.
    case mine
    /// New and not yet seen.
    case fresh
    /// Changed just now.
    case changed
    /// Drill and demonstration.
    case exercise
    /// The last known state while the store is away.
    case stale
    /// The head line.
    case banner
    /// Refusals and failures.
    case error
    /// Done, in order.
    case success
    /// The tab that is shown.
    case tab
    /// Lines of a plot, bars of a gauge.
    case plot
    /// Text being typed.
    case input
    /// The part of a text that a filter found.
    case match
  }

  /// What is added to a role.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes attributes of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// A line below.
    public static let underline = Attributes(rawValue: 8)
    /// On the row that is selected: a background of its own, or reversed where there are few colours.
    public static let selected = Attributes(rawValue: 16)
  }

  /// What the text means.
  public var role: Role
  /// What is added to it.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Plain text.
  public static let normal = Style(.normal)

  /// The same style with attributes added.
  public func adding(_ added: Attributes) -> Style { Style(role, attributes.union(added)) }

  /// Role and attributes in sixteen bits, for a cell.
  var bits: UInt16 { UInt16(role.rawValue) << 8 | UInt16(attributes.rawValue) }

  init(bits: UInt16) {
    role = Role(rawValue: UInt8(bits >> 8)) ?? .normal
    attributes = Attributes(rawValue: UInt8(truncatingIfNeeded: bits))
  }
}
