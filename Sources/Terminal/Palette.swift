/// How many colours a terminal has.
public enum ColorDepth: Int, Sendable, Comparable {
  /// None, or `NO_COLOR` is set: attributes alone.
  case monochrome = 0
  /// The eight of old.
  case eight = 8
  /// Eight and their bright ones.
  case sixteen = 16
  /// The 256 of xterm.
  case many = 256

  /// Whether one has fewer colours.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// What a number of colours allows.
  /// - Parameters:
  ///   - colors: what terminfo says, -1 for none.
  ///   - environment: `NO_COLOR` with any text in it turns colour off (no-color.org).
  public init(colors: Int, environment: [String: String]) {
    if let refused = environment["NO_COLOR"], !refused.isEmpty {
      self = .monochrome
    } else {
      self = colors >= 256 ? .many : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .monochrome
    }
  }
}

/// The look of a style on a terminal: colour numbers, -1 for the terminal's own, and attributes.
public struct Rendition: Sendable, Hashable {
  /// Colour of the strokes.
  public var foreground: Int
  /// Colour behind them.
  public var background: Int
  /// What is added; `selected` has been resolved and is never in it.
  public var attributes: Style.Attributes
}

/// Gives each style its colours.
///
/// Colour is never the only sign: without it attributes tell roles apart where it matters.
public struct Palette: Sendable {
  /// The colours at hand.
  public let depth: ColorDepth

  /// Makes the palette for a number of colours.
  public init(depth: ColorDepth) { self.depth = depth }

  /// The look of a style.
  public func rendition(of style: Style) -> Rendition {
    let entry = Palette.entry(for: style.role)
    var rendition = Rendition(
      foreground: -1, background: -1, attributes: style.attributes.subtracting(.selected))
    switch depth {
    case .monochrome: rendition.attributes.formUnion(entry.plain)
    case .eight, .sixteen:
      rendition.foreground = depth == .eight && entry.basic >= 8 ? entry.basic - 8 : entry.basic
      rendition.attributes.formUnion(entry.few)
    case .many:
      rendition.foreground = entry.rich
      rendition.background = entry.richBackground
      rendition.attributes.formUnion(entry.many)
    }
    if style.attributes.contains(.selected) {
      if depth == .many {
        rendition.background = 237
        // What is faint on black would be lost on the grey of the selected row.
        if rendition.foreground == 8 || rendition.foreground == 240 { rendition.foreground = 7 }
      } else {
        rendition.attributes.formSymmetricDifference(.reverse)
      }
    }
    return rendition
  }

  private struct Entry {
    /// Colour of 16; the upper eight become the lower where there are only eight.
    var basic = -1
    /// Colour of 256.
    var rich = -1
    var richBackground = -1
    /// Attributes without colours, with few and with many.
    var plain: Style.Attributes = []
    var few: Style.Attributes = []
    var many: Style.Attributes = []
  }

  private static func entry(for role: Style.Role) -> Entry {
    switch role {
    case .normal: Entry()
    case .title: Entry(basic: 6, rich: 6, plain: .bold, few: .bold)
    case .dim: Entry(basic: 8, rich: 8, few: .dim)
    case .border: Entry(basic: 8, rich: 240)
    case .focus: Entry(basic: 6, rich: 80, plain: .bold)
    case .key: Entry(basic: 6, rich: 80, plain: .underline)
    case .late: Entry(basic: 9, rich: 9, plain: .bold, few: .bold)
    case .soon: Entry(basic: 11, rich: 11)
    case .critical:
      Entry(
        basic: 9, rich: 231, richBackground: 160, plain: [.bold, .reverse], few: [.bold, .reverse], many: .bold)
    case .mine: Entry(basic: 10, rich: 114, plain: .bold)
    case .fresh: Entry(basic: 15, rich: 15, plain: .bold, few: .bold)
    case .changed: Entry(basic: 11, rich: 229, plain: .underline, few: .underline, many: .underline)
    case .exercise:
      Entry(basic: 13, rich: 16, richBackground: 213, plain: [.bold, .reverse], few: [.bold, .reverse], many: .bold)
    case .stale: Entry(basic: 3, rich: 180, plain: .underline)
    case .banner: Entry(basic: 6, rich: 252, richBackground: 24, plain: .reverse, few: .reverse)
    case .error: Entry(basic: 9, rich: 203, plain: .reverse, few: .bold, many: .bold)
    case .success: Entry(basic: 10, rich: 114)
    case .tab:
      Entry(basic: 15, rich: 231, plain: [.bold, .underline], few: [.bold, .underline], many: [.bold, .underline])
    case .plot: Entry(basic: 6, rich: 74)
    case .input: Entry(basic: 15, rich: 231, plain: .underline, few: .underline, many: .underline)
    case .match: Entry(basic: 11, rich: 221, plain: .underline, few: .underline, many: .underline)
    }
  }
}
