import Yams

/// Takes the nodes of a map's YAML apart, telling where what is wrong stands.
struct MapNodes {
  let path: String

  func error(_ code: ColumnMapError.Code, at node: Node, _ subject: String) -> ColumnMapError {
    ColumnMapError(code, path: path, line: node.mark?.line, column: node.mark?.column, subject: subject)
  }

  func root(of yaml: String) throws(ColumnMapError) -> Node {
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
      throw ColumnMapError(.malformed, path: path)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
        throw ColumnMapError(.malformed, path: path, line: mark.line, column: mark.column)
      case .duplicatedKeysInMapping(let names, let context):
        throw ColumnMapError(
          .malformed, path: path, line: context.mark.line, column: context.mark.column, subject: names.first ?? "")
      default: throw ColumnMapError(.malformed, path: path)
      }
    } catch {
      throw ColumnMapError(.malformed, path: path)
    }
  }

  func text(_ node: Node, named name: String) throws(ColumnMapError) -> String {
    guard let text = node.scalar?.string else { throw error(.wrongType, at: node, name) }
    return text
  }

  func texts(_ node: Node, named name: String) throws(ColumnMapError) -> [ColumnName] {
    guard let list = node.sequence, !list.isEmpty else { throw error(.wrongType, at: node, name) }
    var texts: [ColumnName] = []
    for item in list { texts.append(try columnName(item, named: name)) }
    return texts
  }

  func pairs(_ node: Node, named name: String) throws(ColumnMapError) -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else { throw error(.wrongType, at: node, name) }
    return mapping.map { ($0.key, $0.value) }
  }

  func entries(_ node: Node, named name: String, known: Set<String>) throws(ColumnMapError) -> [String: Node] {
    var entries: [String: Node] = [:]
    for (key, value) in try pairs(node, named: name) {
      let word = try text(key, named: name)
      guard known.contains(word) else { throw error(.unknownKey, at: key, word) }
      entries[word] = value
    }
    return entries
  }

  func rule(_ node: Node, named name: String) throws(ColumnMapError) -> FieldRule {
    let parts = try entries(
      node, named: name, known: ["column", "join", "separator", "constant", "values", "valuesFrom", "fallback"])
    let table = try parts["valuesFrom"].map { (node) throws(ColumnMapError) in try self.table(node) }
    let values = try parts["values"].map { (node) throws(ColumnMapError) in try self.values(node) }
    let fallback = try parts["fallback"].map { (node) throws(ColumnMapError) in [try rule(node, named: name)] }
    return FieldRule(
      origin: try origin(parts, at: node, named: name), values: values, table: table, fallback: fallback ?? [])
  }

  private func origin(
    _ parts: [String: Node], at node: Node, named name: String
  ) throws(ColumnMapError) -> FieldRule.Origin {
    guard ["column", "join", "constant"].count(where: { parts[$0] != nil }) == 1 else {
      throw error(.fieldOrigin, at: node, name)
    }
    if parts["join"] == nil, let separator = parts["separator"] { throw error(.unknownKey, at: separator, "separator") }
    if let column = parts["column"] { return .column(try columnName(column, named: name)) }
    if let constant = parts["constant"] { return .constant(try text(constant, named: name)) }
    guard let join = parts["join"] else { throw error(.fieldOrigin, at: node, name) }
    let separator = try parts["separator"].map { (node) throws(ColumnMapError) in try text(node, named: "separator") }
    return .join(try texts(join, named: name), separator: separator ?? " ")
  }

  private func columnName(_ node: Node, named name: String) throws(ColumnMapError) -> ColumnName {
    ColumnName(name: try text(node, named: name), line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func table(_ node: Node) throws(ColumnMapError) -> FieldRule.Table {
    let word = try text(node, named: "valuesFrom")
    guard let table = FieldRule.Table(rawValue: word) else { throw error(.unknownWord, at: node, word) }
    return table
  }

  private func values(_ node: Node) throws(ColumnMapError) -> [String: String] {
    var values: [String: String] = [:]
    for (key, value) in try pairs(node, named: "values") {
      values[try text(key, named: "values")] = try text(value, named: "values")
    }
    return values
  }
}
