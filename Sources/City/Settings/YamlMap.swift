import SafeText
import Yams

/// A mapping of a YAML file, read key by key; what stands against a value goes to the log.
package final class YamlMap {
  /// A text and where it stands.
  package struct Text {
    /// The text.
    package let text: String
    /// Where it stands.
    package let cell: Cell
  }

  private let file: String
  private let log: FindingLog
  private let start: Cell
  private let entries: [(key: String, keyCell: Cell, value: Node)]
  private var read: Set<String> = []

  /// Takes a node that must be a mapping.
  init?(_ node: Node, file: String, log: FindingLog) {
    let start = YamlMap.cell(of: node, file: file)
    guard let mapping = node.mapping else {
      log.add(.valueWrong, at: start, "这里应是“键: 值”。")
      return nil
    }
    self.file = file
    self.log = log
    self.start = start
    entries = mapping.map { key, value in
      (key.scalar?.string ?? "", YamlMap.cell(of: key, file: file), value)
    }
  }

  /// Where the value of a key stands; the mapping's beginning when it has no such key.
  package func cell(_ key: String) -> Cell {
    entry(key).map { YamlMap.cell(of: $0.value, file: file) } ?? start
  }

  /// The text of a key.
  package func text(_ key: String, isRequired: Bool = true) -> String? {
    guard let node = node(key, isRequired: isRequired) else { return nil }
    return text(of: node, key: key)?.text
  }

  /// The whole number of a key.
  package func integer(_ key: String, isRequired: Bool = true) -> Int? {
    guard let node = node(key, isRequired: isRequired), let text = text(of: node, key: key) else { return nil }
    if let number = Int(text.text) { return number }
    log.add(.valueWrong, at: text.cell, "“\(key)”应是整数。")
    return nil
  }

  /// The mapping of a key.
  package func map(_ key: String, isRequired: Bool = false) -> YamlMap? {
    node(key, isRequired: isRequired).flatMap { YamlMap($0, file: file, log: log) }
  }

  /// Whether the mapping has a key.
  package func has(_ key: String) -> Bool { entry(key) != nil }

  /// The texts of a key that holds a list.
  package func texts(_ key: String) -> [Text] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence, !sequence.isEmpty else {
      log.add(.valueWrong, at: cell(key), "“\(key)”应是列表，至少一项。")
      return []
    }
    return sequence.compactMap { text(of: $0, key: key) }
  }

  /// The names of a fixed set of words; each must have one.
  package func names<Word: RawRepresentable<String> & CaseIterable & Hashable>(_ key: String, of _: Word.Type) -> [Word:
    String]
  {
    guard let node = node(key), let map = YamlMap(node, file: file, log: log) else { return [:] }
    var names: [Word: String] = [:]
    for word in Word.allCases { names[word] = map.text(word.rawValue) }
    map.reportUnknown()
    return names
  }

  /// Warns of keys that were not asked for.
  package func reportUnknown() {
    for entry in entries where !read.contains(entry.key) {
      log.add(.keyUnknown, at: entry.keyCell, "键“\(shown(entry.key))”不认识，不会读取。")
    }
  }

  private func node(_ key: String, isRequired: Bool = true) -> Node? {
    read.insert(key)
    if let entry = entry(key) { return entry.value }
    if isRequired { log.add(.keyMissing, at: start, "缺少“\(key)”。") }
    return nil
  }

  private func entry(_ key: String) -> (key: String, keyCell: Cell, value: Node)? {
    entries.first { $0.key == key }
  }

  private func text(of node: Node, key: String) -> Text? {
    let cell = YamlMap.cell(of: node, file: file)
    guard let text = node.scalar?.string, !text.isEmpty else {
      log.add(.valueWrong, at: cell, "“\(key)”应是不为空的文字。")
      return nil
    }
    if text.unicodeScalars.contains(where: { SafeText.isHostile($0) }) {
      log.add(.cellHostile, at: cell, "“\(key)”含有不可见或控制字符，请删去。")
    }
    return Text(text: text, cell: cell)
  }

  private static func cell(of node: Node, file: String) -> Cell {
    Cell(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
