import SafeText

/// Makes keys of the bytes that a terminal sends.
///
/// Understands UTF-8, CSI and SS3 sequences of xterm, rxvt and the Linux console, SGR and X10 mouse reports and
/// bracketed paste. Bytes may come cut anywhere; nothing is kept without bound.
public struct KeyDecoder: Sendable {
  /// How long an unfinished sequence is waited for before `flush` should be called, in milliseconds; nil when nothing
  /// is unfinished.
  public var patienceMilliseconds: Int? {
    if paste != nil { return 1_000 }
    return pending.isEmpty ? nil : 25
  }

  private var pending: [UInt8] = []
  private var paste: PasteBuffer?
  /// A paste that stalled and was given up; its end has not come.
  private var stalled: PasteBuffer?
  private static let longestSequence = 64
  /// The most bytes at once that are still taken for keys after a paste that stalled.
  private static let longestTyping = 16

  /// Makes a decoder with nothing pending.
  public init() {}

  /// Takes bytes and gives the keys that they complete.
  /// - Parameter bytes: what came at once.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [Key] {
    var keys: [Key] = []
    // On a slow line a paste may stall for longer than patience lasts. Its rest must not be taken for commands.
    if let rest = stalled, bytes.count > Self.longestTyping || rest.isEnding { paste = rest }
    stalled = nil
    for byte in bytes {
      if paste != nil {
        if paste?.append(byte) == true { keys += endPaste() }
        continue
      }
      pending.append(byte)
      drain(into: &keys)
    }
    return keys
  }

  /// Gives up waiting: an escape is the Escape key, a half sequence is unknown, a paste that never ended has ended.
  public mutating func flush() -> [Key] {
    if let unfinished = paste {
      stalled = unfinished.continued
      return endPaste()
    }
    var keys: [Key] = []
    while !pending.isEmpty {
      if pending[0] == 0x1B {
        pending.removeFirst()
        keys.append(.escape)
      } else {
        pending.removeFirst()
        keys.append(.unknown)
      }
      drain(into: &keys)
    }
    return keys
  }

  private mutating func endPaste() -> [Key] {
    defer { paste = nil }
    return paste.map { [$0.key] } ?? []
  }

  private mutating func drain(into keys: inout [Key]) {
    while !pending.isEmpty {
      switch KeySequence(pending) {
      case .incomplete where pending.count < Self.longestSequence: return
      case .incomplete:
        pending.removeAll()
        keys.append(.unknown)
      case .key(let key, let length):
        pending.removeFirst(length)
        keys.append(key)
      case .pasteBegins(let length):
        let rest = pending.dropFirst(length)
        pending = []
        paste = PasteBuffer()
        keys += feed(Array(rest))
        return
      }
    }
  }
}

/// Pasted bytes up to the sequence that ends them.
private struct PasteBuffer {
  private static let mostBytes = 64 * 1024
  private static let end = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  private var dropped = 0
  /// How much of the ending sequence has been seen.
  private var matched = 0

  /// Takes a byte; true when the paste is over.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    for held in Self.end[..<matched] { keep(held) }
    matched = 0
    if byte == Self.end[0] {
      matched = 1
    } else {
      keep(byte)
    }
    return false
  }

  /// Whether the last bytes begin the ending sequence.
  var isEnding: Bool { matched > 0 }

  /// The buffer for what follows, when what came so far has been handed over.
  var continued: PasteBuffer {
    var rest = PasteBuffer()
    rest.matched = matched
    return rest
  }

  var key: Key { .paste(SafeText(bytes: bytes, breaks: .lines), droppedBytes: dropped) }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.mostBytes { bytes.append(byte) } else { dropped += 1 }
  }
}
