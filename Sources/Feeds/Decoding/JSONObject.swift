import CSimdJSON
import Glibc

/// An object of a line that `JSONReader` has read, and the values of its keys; `null` is as good as no key.
struct JSONObject {
  private let nodes: UnsafeBufferPointer<json_node>
  /// The object's own node.
  private let place: Int
  /// The key under which the object stands, nothing for the line itself.
  private let under: StaticString?
  /// Which element it is of the list under that key, if of any.
  private let element: Int?

  /// The outermost object.
  init(nodes: UnsafeBufferPointer<json_node>) {
    self.init(nodes: nodes, place: 0, under: nil, element: nil)
  }

  private init(nodes: UnsafeBufferPointer<json_node>, place: Int, under: StaticString?, element: Int?) {
    self.nodes = nodes
    self.place = place
    self.under = under
    self.element = element
  }

  func text(_ key: StaticString) throws(Flaw) -> String? {
    guard let node = value(of: key) else { return nil }
    guard nodes[node].kind == json_text else { throw mismatch(key, "文本") }
    return String(decoding: nodes[node].bytes, as: UTF8.self)
  }

  func flag(_ key: StaticString) throws(Flaw) -> Bool? {
    guard let node = value(of: key) else { return nil }
    guard nodes[node].kind == json_flag else { throw mismatch(key, "true 或 false") }
    return nodes[node].whole != 0
  }

  /// A whole number, however it is written: `1.0` and `1e0` are 1.
  func whole(_ key: StaticString) throws(Flaw) -> Int? {
    guard let node = value(of: key) else { return nil }
    switch nodes[node].kind {
    case json_whole: return Int(nodes[node].whole)
    case json_decimal, json_unusual: return try unusual(Int.self, node, key)
    default: throw mismatch(key, "整数")
    }
  }

  func decimal(_ key: StaticString) throws(Flaw) -> Double? {
    guard let node = value(of: key) else { return nil }
    switch nodes[node].kind {
    case json_whole: return Double(nodes[node].whole)
    case json_decimal: return nodes[node].decimal
    case json_unusual: return try unusual(Double.self, node, key)
    default: throw mismatch(key, "数")
    }
  }

  func object(_ key: StaticString) throws(Flaw) -> JSONObject? {
    guard let node = value(of: key) else { return nil }
    guard nodes[node].kind == json_object else { throw mismatch(key, "对象") }
    return JSONObject(nodes: nodes, place: node, under: key, element: nil)
  }

  /// What `make` makes of each object of a list.
  func list<Element>(
    _ key: StaticString, _ make: (JSONObject) throws(Flaw) -> Element
  ) throws(Flaw) -> [Element]? {
    guard let list = value(of: key) else { return nil }
    guard nodes[list].kind == json_list else { throw mismatch(key, "数组") }
    var elements: [Element] = []
    var node = list + 1
    while node < nodes[list].end {
      guard nodes[node].kind == json_object else {
        throw Flaw(.wrongType, key: "\(path(key)).\(elements.count)", subject: "对象")
      }
      elements.append(try make(JSONObject(nodes: nodes, place: node, under: key, element: elements.count)))
      node = Int(nodes[node].end)
    }
    return elements
  }

  /// The node of a key's value.
  private func value(of key: StaticString) -> Int? {
    var node = place + 1
    while node < nodes[place].end {
      if nodes[node].isNamed(key) { return nodes[node].kind == json_null ? nil : node }
      node = Int(nodes[node].end)
    }
    return nil
  }

  private func unusual<Number: Decodable>(_: Number.Type, _ node: Int, _ key: StaticString) throws(Flaw) -> Number {
    guard let number = UnusualNumber.value(nodes[node].bytes, as: Number.self) else {
      throw Flaw(.outOfRange, key: path(key))
    }
    return number
  }

  private func mismatch(_ key: StaticString, _ type: String) -> Flaw {
    Flaw(.wrongType, key: path(key), subject: type)
  }

  private func path(_ key: StaticString) -> String {
    [under?.description, element?.description, key.description].compactMap(\.self).joined(separator: ".")
  }
}

extension json_node {
  fileprivate var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: text, count: text_length) }

  @inline(__always)
  fileprivate func isNamed(_ name: StaticString) -> Bool {
    guard key_length == name.utf8CodeUnitCount, let key else { return false }
    return memcmp(key, name.utf8Start, key_length) == 0
  }
}
