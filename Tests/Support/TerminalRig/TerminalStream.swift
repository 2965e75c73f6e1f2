import SafeText

/// What a program may send to a terminal: text without hostile characters, and control sequences of the kinds that
/// curses and the desk use.
public struct TerminalStream {
  /// The bytes that should not be there, each with what surrounds it.
  public private(set) var faults: [String] = []
  /// The text alone.
  public private(set) var text = ""

  /// Reads a stream.
  public init(_ bytes: [UInt8]) {
    var index = 0
    var run: [UInt8] = []
    func fault(_ what: String) {
      faults.append(
        "\(what) at \(index): "
          + String(decoding: bytes[max(0, index - 20)..<min(bytes.count, index + 40)], as: UTF8.self).debugDescription)
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B {
        guard let length = TerminalStream.sequenceLength(bytes[index...]) else {
          fault("escape")
          index += 1
          continue
        }
        index += length
        continue
      }
      // Carriage return, line feed, backspace and tab move the cursor; shifts in and out choose a character set.
      if byte < 0x20 || byte == 0x7F {
        if ![0x0D, 0x0A, 0x08, 0x09, 0x0E, 0x0F].contains(byte) { fault("control") }
      } else {
        run.append(byte)
      }
      index += 1
    }
    if String(validating: run, as: UTF8.self) == nil { faults.append("ill-formed UTF-8") }
    text = String(decoding: run, as: UTF8.self)
    let hostile = text.unicodeScalars.filter { SafeText.isHostile($0) }
    for scalar in Set(hostile) { faults.append("U+" + String(scalar.value, radix: 16, uppercase: true)) }
  }

  /// The length of a sequence that begins here; nothing when it is none that a screen needs.
  ///
  /// A screen needs CSI, a character set, and some of a single character. Titles, device controls and the like are none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let rest = bytes.dropFirst()
    switch rest.first {
    case UInt8(ascii: "["):
      var length = 2
      for byte in rest.dropFirst() {
        length += 1
        if (0x40...0x7E).contains(byte) { return length }
        guard (0x20...0x3F).contains(byte) else { return nil }
      }
      return length
    case UInt8(ascii: "("), UInt8(ascii: ")"): return 3
    case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"): return 2
    default: return nil
    }
  }
}
