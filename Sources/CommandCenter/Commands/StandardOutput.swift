import Foundation
import SafeText

/// The standard output, written through a buffer.
final class StandardOutput {
  private static let room = 64 << 10

  private var buffer: [UInt8] = []
  private let encoder = JSONEncoder()

  init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Writes a line for people; what is hostile in it becomes visible marks.
  func line(_ text: String) throws {
    write(SafeText(text).string.utf8)
    try end()
  }

  /// Writes a frame, whose lines are safe already.
  func frame(_ text: String) throws {
    write(text.utf8)
    try flush()
  }

  /// Writes a line of canonical bytes for a program, as they are.
  func canonical(_ bytes: [UInt8]) throws {
    write(bytes)
    try end()
  }

  /// Writes a value as one line of JSON.
  func json(_ value: some Encodable) throws {
    write(JSONLine.escaped(try encoder.encode(value)))
    try end()
  }

  /// Writes values as a JSON array, one a line, as they come.
  ///
  /// - Parameter next: hands on the next values; none at the end.
  func array<Value: Encodable>(_ next: () throws -> [Value]) throws {
    write("[".utf8)
    var isFirst = true
    while case let values = try next(), !values.isEmpty {
      for value in values {
        write(isFirst ? "\n".utf8 : ",\n".utf8)
        write(JSONLine.escaped(try encoder.encode(value)))
        isFirst = false
        if buffer.count > StandardOutput.room { try flush() }
      }
    }
    write(isFirst ? "]".utf8 : "\n]".utf8)
    try end()
    try flush()
  }

  /// Hands everything over to the system.
  func flush() throws {
    guard !buffer.isEmpty else { return }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(buffer))
    } catch {
      throw Failure(.output, "输出写不出去；请检查管道或磁盘")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func end() throws {
    buffer.append(0x0A)
    if buffer.count > StandardOutput.room { try flush() }
  }

  private func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }
}

/// JSON whose strings hold nothing that could do harm on a terminal.
enum JSONLine {
  /// Writes hostile characters as escapes.
  ///
  /// - Parameter json: well-formed JSON without line breaks between its tokens, so that what is hostile stands in
  ///   strings.
  static func escaped(_ json: Data) -> [UInt8] {
    let text = String(decoding: json, as: UTF8.self)
    guard text.unicodeScalars.contains(where: SafeText.isHostile) else { return Array(json) }
    var result = ""
    for scalar in text.unicodeScalars {
      if SafeText.isHostile(scalar) {
        for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(unit) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
