public import Foundation
public import Model

extension AnswerFile {
  private struct Line: Encodable {
    let at: String
    let seat: String
    let seen: Int64?
    let `do`: [String]
  }

  /// Writes recorded commands so that `read` gives the same again, each on its own line.
  ///
  /// - Parameters:
  ///   - lines: the commands, in order; a number that is missing among them leaves an empty line.
  ///   - zone: the city's zone.
  /// - Returns: the file's bytes.
  public static func text(_ lines: [AnswerLine], zone: ZoneOffsets) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = Data()
    var next = 1
    for line in lines {
      text.append(Data(repeating: UInt8(ascii: "\n"), count: max(0, line.line - next)))
      text.append(
        try encoder.encode(
          Line(
            at: DrillTime.exact(line.at, in: zone), seat: line.seat.rawValue, seen: line.seen, do: line.words)))
      text.append(UInt8(ascii: "\n"))
      next = line.line + 1
    }
    return text
  }
}
