/// The typed values of one record's fields.
struct FieldValues {
  let fields: RecordFields
  let rules: [FieldKey: FieldRule]

  func text(_ key: FieldKey) throws(Flaw) -> String? {
    guard let rule = rules[key] else { return nil }
    return try fields.text(rule, key: key)
  }

  func flag(_ key: FieldKey) throws(Flaw) -> Bool? {
    guard let text = try text(key) else { return nil }
    guard let flag = Bool(text) else { throw Flaw(.wrongType, key: key.rawValue, subject: "true 或 false") }
    return flag
  }

  func whole(_ key: FieldKey) throws(Flaw) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text) else { throw Flaw(.wrongType, key: key.rawValue, subject: "整数") }
    return number
  }

  func decimal(_ key: FieldKey) throws(Flaw) -> Double? {
    guard let text = try text(key) else { return nil }
    let isPlain = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2B || $0 == 0x2E }
    guard isPlain, let number = Double(text) else { throw Flaw(.wrongType, key: key.rawValue, subject: "数") }
    return number
  }

  func detail() throws(Flaw) -> WireDetail {
    var detail = WireDetail()
    detail.worker = try text(.gridWorker)
    detail.role = try text(.gridRole)
    detail.settled = try flag(.gridSettled)
    detail.collector = try text(.collector)
    detail.classification = try text(.collectedClass)
    detail.code = try text(.collectedCode)
    detail.checked = try flag(.collectedChecked)
    detail.number = try text(.caseNumber)
    detail.brigade = try text(.caseBrigade)
    detail.party = try text(.caseParty)
    detail.channel = try text(.hotlineChannel)
    detail.answered = try flag(.hotlineAnswered)
    detail.alarm = try text(.policeAlarm)
    detail.phase = try text(.emergencyPhase)
    detail.incident = try text(.emergencyIncident)
    detail.severity = try whole(.emergencySeverity)
    detail.casualties = try whole(.emergencyCasualties)
    detail.window = try text(.windowName)
    detail.matter = try text(.windowMatter)
    detail.guide = try text(.windowGuide)
    detail.kind = try first(of: [.gridKind, .hotlineKind, .policeKind])
    detail.step = try first(of: [.caseStep, .windowStep])
    return detail
  }

  /// The only one of several keys that is mapped: a map has the keys of one source.
  private func first(of keys: [FieldKey]) throws(Flaw) -> String? {
    guard let key = keys.first(where: { rules[$0] != nil }) else { return nil }
    return try text(key)
  }
}
