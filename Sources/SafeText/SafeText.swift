import Foundation

/// Text from outside in the form in which it may be shown, logged or written to a file.
///
/// It is normalised to NFC; everything hostile is replaced by a visible mark; a base carries four combining marks at
/// most. Making safe text safe again changes nothing.
public struct SafeText: Sendable, Hashable {
  /// What becomes of line breaks and tabs.
  public enum Breaks: Sendable {
    /// Each becomes one space (a carriage return with its line feed counts as one): for a line of a list.
    case spaces
    /// Each becomes its control picture, `␊` `␍` `␉`: for showing exactly what came.
    case marks
    /// Line feeds stay, tabs become spaces: for text that is wrapped afterwards.
    case lines
  }

  /// The safe text.
  public let string: String

  /// Makes text safe.
  /// - Parameters:
  ///   - raw: text from anywhere.
  ///   - breaks: what becomes of line breaks and tabs.
  public init(_ raw: String, breaks: Breaks = .spaces) {
    var raw = raw
    if raw.withUTF8({ CleanScan.isInert($0) }) {
      string = raw
    } else {
      string = SafeText.marked(raw.precomposedStringWithCanonicalMapping, breaks: breaks)
    }
  }

  /// Makes bytes safe that should be UTF-8: each byte that belongs to no character becomes a mark such as `‹x9B›`.
  /// - Parameters:
  ///   - bytes: the bytes as they came.
  ///   - breaks: what becomes of line breaks and tabs.
  public init(bytes: some Sequence<UInt8>, breaks: Breaks = .spaces) {
    self.init(SafeText.decoded(bytes), breaks: breaks)
  }

  /// Whether a scalar may never be shown raw, whatever stands around it: controls, bidirectional and zero-width
  /// characters, tags, noncharacters.
  public static func isHostile(_ scalar: Unicode.Scalar) -> Bool { HostileScalars.contains(scalar) }

  private static let mostCombiningMarks = 4

  private static func marked(_ text: String, breaks: Breaks) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var hasBase = false
    var combining = 0
    var afterReturn = false
    func closeRun() {
      if combining > mostCombiningMarks { result += "‹+\(min(combining - mostCombiningMarks, 9999))›" }
      combining = 0
    }
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if !HostileScalars.contains(scalar), CellWidth.columns(of: scalar) == 0 {
        guard hasBase else {
          result += HostileScalars.mark(for: scalar)
          hasBase = true
          continue
        }
        combining += 1
        if combining <= mostCombiningMarks { result.unicodeScalars.append(scalar) }
        continue
      }
      closeRun()
      if !HostileScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
        hasBase = true
      } else if let replacement = replacement(for: scalar, afterReturn: afterReturn, breaks: breaks) {
        result += replacement
        hasBase = replacement != "\n"
      }
    }
    closeRun()
    return result
  }

  private static func replacement(for scalar: Unicode.Scalar, afterReturn: Bool, breaks: Breaks) -> String? {
    switch (scalar, breaks) {
    case ("\t", .spaces), ("\t", .lines): " "
    case ("\n", .spaces): afterReturn ? nil : " "
    case ("\n", .lines): afterReturn ? nil : "\n"
    case ("\r", .spaces): " "
    case ("\r", .lines): "\n"
    default: HostileScalars.mark(for: scalar)
    }
  }

  private static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var pending: [UInt8] = []
    func flush(_ rejected: [UInt8]) {
      for byte in rejected { text += HostileScalars.mark(forByte: byte) }
    }
    for byte in bytes {
      pending.append(byte)
      while !pending.isEmpty {
        switch UTF8Prefix(pending) {
        case .incomplete: break
        case .scalar(let scalar):
          text.unicodeScalars.append(scalar)
          pending.removeAll(keepingCapacity: true)
          continue
        case .illFormed:
          flush([pending.removeFirst()])
          continue
        }
        break
      }
    }
    flush(pending)
    return text
  }
}
