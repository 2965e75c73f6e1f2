import CommaSeparated

/// The fields of one record under a column map.
struct RecordFields {
  let record: Record
  let header: Header
  let encoding: TextEncoding
  let names: TableNames

  /// What a rule makes of the record; nothing where it is empty.
  ///
  /// - Throws: a cell that is not in the encoding, or a word that is neither listed nor in the table.
  func text(_ rule: FieldRule, key: FieldKey) throws(Flaw) -> String? {
    let raw = try text(rule.origin, key: key)
    if let raw {
      if let word = word(raw, rule) { return word.isEmpty ? nil : word }
      if rule.fallback.isEmpty { throw unknown(raw, key) }
    }
    for fallback in rule.fallback { return try text(fallback, key: key) }
    return nil
  }

  /// Where the first of a rule's columns that has something stands, from 1; nothing when that is on a later line.
  func column(of rule: FieldRule) -> Int? {
    let indices = rule.columns.compactMap { header[$0.name] }.filter { $0 < record.count }
    let filled = indices.first { index in record.withBytes(index) { !$0.isEmpty } } ?? indices.first
    guard let position = filled.map({ record.position(ofField: $0) }), position.line == record.line else { return nil }
    return position.column
  }

  private func text(_ origin: FieldRule.Origin, key: FieldKey) throws(Flaw) -> String? {
    switch origin {
    case .constant(let text): return text.isEmpty ? nil : text
    case .column(let name): return try cell(name, key: key)
    case .join(let names, let separator):
      var parts: [String] = []
      for name in names {
        if let part = try cell(name, key: key) { parts.append(part) }
      }
      return parts.isEmpty ? nil : parts.joined(separator: separator)
    }
  }

  private func cell(_ name: ColumnName, key: FieldKey) throws(Flaw) -> String? {
    guard let index = header[name.name], index < record.count else { return nil }
    guard let text = record.text(index, encoding: encoding) else {
      let position = record.position(ofField: index)
      let column = position.line == record.line ? position.column : nil
      throw Flaw(.encoding, key: key.rawValue, column: column, subject: encoding.rawValue)
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// The word as the city writes it; nothing when it is unknown.
  private func word(_ raw: String, _ rule: FieldRule) -> String? {
    if rule.values == nil, rule.table == nil { return raw }
    return rule.values?[raw] ?? rule.table.flatMap { names.code(of: raw, in: $0) }
  }

  private func unknown(_ word: String, _ key: FieldKey) -> Flaw {
    let code: RejectedLine.Code =
      switch key {
      case .place: .unknownPlace
      case .category: .unknownCategory
      case .originUnit, .caseBrigade: .unknownUnit
      case .urgency: .unknownUrgency
      default: .unknownWord
      }
    return Flaw(code, key: key.rawValue, subject: word)
  }
}
