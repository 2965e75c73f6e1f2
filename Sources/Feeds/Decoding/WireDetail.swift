import Model

/// The fields of a source's own object as they stand on the wire.
struct WireDetail {
  var worker: String?
  var role: String?
  var settled: Bool?
  var collector: String?
  var classification: String?
  var code: String?
  var checked: Bool?
  var number: String?
  var brigade: String?
  var party: String?
  var channel: String?
  var answered: Bool?
  var alarm: String?
  var phase: String?
  var incident: String?
  var severity: Int?
  var casualties: Int?
  var window: String?
  var matter: String?
  var guide: String?
  /// Of `grid`, `hotline` and `police`.
  var kind: String?
  /// Of `enforcement` and `window`.
  var step: String?
}

extension WireDetail {
  private enum CodingKeys: String, CodingKey {
    case worker, role, settled, collector, code, checked, brigade, party, channel, answered, alarm, phase, incident
    case severity, casualties, window, matter, guide, kind, step
    case classification = "class"
    case number = "case"
  }

  /// Reads the object at `key`, and of it the keys that `source` has; nothing when there is no such object.
  init?<Key: CodingKey>(of source: Source, in report: KeyedDecodingContainer<Key>, at key: Key) throws {
    guard report.contains(key), try !report.decodeNil(forKey: key) else { return nil }
    let box = try report.nestedContainer(keyedBy: CodingKeys.self, forKey: key)
    switch source {
    case .grid:
      worker = try box.decodeIfPresent(String.self, forKey: .worker)
      role = try box.decodeIfPresent(String.self, forKey: .role)
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
      settled = try box.decodeIfPresent(Bool.self, forKey: .settled)
    case .cityManagement:
      collector = try box.decodeIfPresent(String.self, forKey: .collector)
      classification = try box.decodeIfPresent(String.self, forKey: .classification)
      code = try box.decodeIfPresent(String.self, forKey: .code)
      checked = try box.decodeIfPresent(Bool.self, forKey: .checked)
    case .enforcement:
      number = try box.decodeIfPresent(String.self, forKey: .number)
      brigade = try box.decodeIfPresent(String.self, forKey: .brigade)
      party = try box.decodeIfPresent(String.self, forKey: .party)
      step = try box.decodeIfPresent(String.self, forKey: .step)
    case .hotline:
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
      channel = try box.decodeIfPresent(String.self, forKey: .channel)
      answered = try box.decodeIfPresent(Bool.self, forKey: .answered)
    case .police:
      alarm = try box.decodeIfPresent(String.self, forKey: .alarm)
      kind = try box.decodeIfPresent(String.self, forKey: .kind)
    case .emergency:
      phase = try box.decodeIfPresent(String.self, forKey: .phase)
      incident = try box.decodeIfPresent(String.self, forKey: .incident)
      severity = try box.number(Int.self, forKey: .severity)
      casualties = try box.number(Int.self, forKey: .casualties)
    case .window:
      window = try box.decodeIfPresent(String.self, forKey: .window)
      matter = try box.decodeIfPresent(String.self, forKey: .matter)
      guide = try box.decodeIfPresent(String.self, forKey: .guide)
      step = try box.decodeIfPresent(String.self, forKey: .step)
    case .other: return nil
    }
  }
}
