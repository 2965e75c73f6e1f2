/// Writes a value as canonical JSON: object keys in the order of their bytes, text in NFC, integers only, no blanks.
///
/// An encoder of its own because the bytes are hashed and kept for ever: they must not change with a library's taste,
/// and an import encodes tens of thousands of reports a second. Members are written as they come; an object whose
/// members came in another order is rearranged when it ends. Nested containers, which payloads never ask for, and
/// floating point are refused.
final class CanonicalWriter: Encoder {
  private(set) var bytes: [UInt8] = []
  private var members: [Range<Int>] = []
  private var open: [Opened] = []
  private var refused = false

  private struct Opened {
    let isObject: Bool
    let firstMember: Int
    let start: Int
  }

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// The canonical bytes of a value.
  ///
  /// - Throws: `JournalError` with code `.encoding`.
  static func bytes(of value: some Encodable) throws(JournalError) -> [UInt8] {
    let writer = CanonicalWriter()
    writer.bytes.reserveCapacity(1_024)
    do {
      try writer.write(value)
    } catch {
      throw JournalError(.encoding, subject: "\(type(of: value))", detail: "\(error)")
    }
    guard !writer.refused, !writer.bytes.isEmpty else {
      throw JournalError(.encoding, subject: "\(type(of: value))", detail: "no canonical form")
    }
    return writer.bytes
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    begin(isObject: true)
    return KeyedEncodingContainer(CanonicalObject<Key>(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    begin(isObject: false)
    return CanonicalArray(writer: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    CanonicalScalar(writer: self)
  }

  /// Notes that something was asked for that has no canonical form.
  func refuse() {
    refused = true
  }

  func write(_ value: some Encodable) throws {
    let depth = open.count
    try value.encode(to: self)
    while open.count > depth, let ended = open.popLast() { end(ended) }
  }

  func write(text: String) {
    CanonicalText.append(text, to: &bytes)
  }

  func write(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  func write(integer: some FixedWidthInteger) {
    bytes.append(contentsOf: String(integer).utf8)
  }

  func member(_ key: String, _ write: () throws -> Void) rethrows {
    let start = bytes.count
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: key.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    try write()
    bytes.append(UInt8(ascii: ","))
    members.append(start..<bytes.count)
  }

  func element(_ write: () throws -> Void) rethrows {
    try write()
    bytes.append(UInt8(ascii: ","))
  }

  private func begin(isObject: Bool) {
    bytes.append(UInt8(ascii: isObject ? "{" : "["))
    open.append(Opened(isObject: isObject, firstMember: members.count, start: bytes.count))
  }

  private func end(_ ended: Opened) {
    if ended.isObject {
      arrange(members[ended.firstMember...], from: ended.start)
      members.removeSubrange(ended.firstMember...)
    }
    if bytes.count > ended.start { bytes.removeLast() }
    bytes.append(UInt8(ascii: ended.isObject ? "}" : "]"))
  }

  /// Puts members into the order of their keys; a key's closing quote sorts before any of a key's characters, so
  /// whole members can be compared.
  private func arrange(_ members: ArraySlice<Range<Int>>, from start: Int) {
    let sorted = bytes.withUnsafeBufferPointer { all in
      members.sorted { left, right in
        UnsafeBufferPointer(rebasing: all[left]).precedes(UnsafeBufferPointer(rebasing: all[right]))
      }
    }
    guard !sorted.elementsEqual(members) else { return }
    var arranged: [UInt8] = []
    arranged.reserveCapacity(bytes.count - start)
    for member in sorted { arranged.append(contentsOf: bytes[member]) }
    bytes.replaceSubrange(start..., with: arranged)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes come before others in the order of bytes.
  fileprivate func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let common = Swift.min(count, other.count)
    for index in 0..<common where self[index] != other[index] { return self[index] < other[index] }
    return count < other.count
  }
}

/// An object under way.
private struct CanonicalObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.refuse()
  }

  func encode(_ value: String, forKey key: Key) {
    writer.member(key.stringValue) { writer.write(text: value) }
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try writer.member(key.stringValue) { try writer.write(value) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    writer.refuse()
    return writer.container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.refuse()
    return writer.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.refuse()
    return writer
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    writer.refuse()
    return writer
  }
}

/// An array under way.
private struct CanonicalArray: UnkeyedEncodingContainer {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { [] }
  var count = 0

  init(writer: CanonicalWriter) {
    self.writer = writer
  }

  func encodeNil() {
    writer.refuse()
  }

  mutating func encode(_ value: some Encodable) throws {
    count += 1
    try writer.element { try writer.write(value) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    writer.refuse()
    return writer.container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.refuse()
    return writer.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.refuse()
    return writer
  }
}

/// A value that stands by itself.
private struct CanonicalScalar: SingleValueEncodingContainer {
  let writer: CanonicalWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.refuse() }
  func encode(_ value: Bool) { value ? writer.write(literal: "true") : writer.write(literal: "false") }
  func encode(_ value: String) { writer.write(text: value) }
  func encode(_ value: Double) { writer.refuse() }
  func encode(_ value: Float) { writer.refuse() }
  func encode(_ value: Int) { writer.write(integer: value) }
  func encode(_ value: Int8) { writer.write(integer: value) }
  func encode(_ value: Int16) { writer.write(integer: value) }
  func encode(_ value: Int32) { writer.write(integer: value) }
  func encode(_ value: Int64) { writer.write(integer: value) }
  func encode(_ value: UInt) { writer.write(integer: value) }
  func encode(_ value: UInt8) { writer.write(integer: value) }
  func encode(_ value: UInt16) { writer.write(integer: value) }
  func encode(_ value: UInt32) { writer.write(integer: value) }
  func encode(_ value: UInt64) { writer.write(integer: value) }
  func encode(_ value: some Encodable) throws { try writer.write(value) }
}
