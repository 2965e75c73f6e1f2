import Foundation
import SafeText

/// The keys of one line's objects: where each stands, and whether one occurs twice.
///
/// `JSONReader` doesn't say where a value stands; it is noted here while the line is checked.
struct JSONOutline {
  /// A key, its quotation marks not counted, and the first byte of its value.
  private struct Key {
    let start: Int
    let end: Int
    let object: Int
    let hash: UInt64
    let escaped: Bool
    var value: Int
  }

  private struct Name: Hashable {
    let object: Int
    let bytes: [UInt8]
  }

  /// Up to here equal keys are looked for one by one, which needs no memory.
  private static let few = 64

  private var keys: [Key] = []
  private var parents: [Int] = []
  private var names: Set<Name> = []

  /// Forgets the last line, keeping the room.
  mutating func reset() {
    keys.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    if !names.isEmpty { names = [] }
  }

  /// How many keys have been noted.
  var count: Int { keys.count }

  /// Notes an object that is the value of, or an element of the array that is the value of, `key`; −1 for none.
  mutating func open(under key: Int) -> Int {
    parents.append(key)
    return parents.count - 1
  }

  /// Notes a key; `false` when the object has it already.
  mutating func note(
    start: Int, end: Int, escaped: Bool, hash plainHash: UInt64, object: Int, in bytes: Span<UInt8>
  ) -> Bool {
    let name = escaped ? JSONOutline.unescaped(bytes, start, end) : nil
    let hash = name.map { ByteHash($0).value } ?? plainHash
    let key = Key(start: start, end: end, object: object, hash: hash, escaped: escaped, value: end + 1)
    defer { keys.append(key) }
    if keys.count < JSONOutline.few {
      return !keys.contains { isSame($0, key, in: bytes) }
    }
    if names.isEmpty {
      for earlier in keys { names.insert(Name(object: earlier.object, bytes: unquoted(earlier, in: bytes))) }
    }
    return names.insert(Name(object: object, bytes: unquoted(key, in: bytes))).inserted
  }

  /// Notes where the value of the key noted last begins.
  mutating func noteValue(at position: Int) {
    keys[keys.count - 1].value = position
  }

  /// The byte column, from 1, of the value that a dotted path leads to, or of the nearest object above it.
  func column(of path: String, in bytes: Span<UInt8>) -> Int? {
    var object = 0
    var found: Int?
    for step in path.utf8.split(separator: UInt8(ascii: ".")) {
      if let element = Int(Substring(step)) {
        let inner = parents.indices.filter { found != nil && parents[$0] == found }
        guard inner.indices.contains(element) else { break }
        object = inner[element]
        continue
      }
      let name = Array(step)
      guard let key = keys.firstIndex(where: { $0.object == object && unquoted($0, in: bytes) == name }) else { break }
      found = key
      if let inner = parents.firstIndex(of: key) { object = inner } else { object = -1 }
    }
    return found.map { keys[$0].value + 1 }
  }

  private func isSame(_ left: Key, _ right: Key, in bytes: Span<UInt8>) -> Bool {
    guard left.hash == right.hash, left.object == right.object else { return false }
    return unquoted(left, in: bytes) == unquoted(right, in: bytes)
  }

  private func unquoted(_ key: Key, in bytes: Span<UInt8>) -> [UInt8] {
    key.escaped ? JSONOutline.unescaped(bytes, key.start, key.end) : JSONOutline.copy(bytes, key.start, key.end)
  }

  private static func copy(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    (start..<end).map { bytes[$0] }
  }

  /// The key's bytes with its escapes, which have been checked, resolved.
  private static func unescaped(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    let quoted = Data(copy(bytes, start - 1, end + 1))
    guard let name = try? JSONDecoder().decode(String.self, from: quoted) else { return copy(bytes, start, end) }
    return Array(name.utf8)
  }
}
