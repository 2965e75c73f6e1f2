import Model

extension ReportRules {
  /// Makes a source's own fields; words must be known, what is only told may be missing.
  func detail(_ wire: WireDetail, of source: Source) throws(Flaw) -> SourceDetail? {
    let name = source.rawValue
    switch source {
    case .grid:
      return .grid(
        GridAlert(
          worker: try told(wire.worker, "\(name).worker"), role: try told(wire.role, "\(name).role"),
          kind: try word(wire.kind, "\(name).kind"), settled: wire.settled ?? false))
    case .cityManagement:
      return .cityManagement(
        CityManagementCase(
          collector: try told(wire.collector, "\(name).collector"),
          classification: try word(wire.classification, "\(name).class"),
          code: try told(wire.code, "\(name).code"), checked: wire.checked ?? false))
    case .enforcement:
      let brigade = try unit(try present(wire.brigade, "\(name).brigade"), "\(name).brigade")
      guard let brigade else { return nil }
      return .enforcement(
        EnforcementCase(
          number: try told(wire.number, "\(name).case"), brigade: brigade,
          party: try told(wire.party, "\(name).party"), step: try word(wire.step, "\(name).step")))
    case .hotline:
      return .hotline(
        HotlineItem(
          kind: try word(wire.kind, "\(name).kind"), channel: try word(wire.channel ?? "seat", "\(name).channel"),
          answered: wire.answered ?? false))
    case .police:
      return .police(
        PoliceItem(alarm: try told(wire.alarm, "\(name).alarm"), kind: try word(wire.kind, "\(name).kind")))
    case .emergency:
      return .emergency(
        EmergencyReport(
          phase: try word(wire.phase, "\(name).phase"), incident: try told(wire.incident, "\(name).incident"),
          severity: try whole(wire.severity, in: 1...4, "\(name).severity"),
          casualties: try whole(wire.casualties ?? 0, in: 0...1_000_000, "\(name).casualties")))
    case .window:
      return .window(
        WindowApplication(
          window: try told(wire.window, "\(name).window"), matter: try told(wire.matter, "\(name).matter"),
          guide: try told(wire.guide, "\(name).guide"), step: try word(wire.step, "\(name).step")))
    case .other: return nil
    }
  }

  private func told(_ text: String?, _ key: @autoclosure () -> String) throws(Flaw) -> String {
    try optional(text, key()) ?? ""
  }

  private func word<Word: RawRepresentable<String>>(
    _ text: String?, _ key: @autoclosure () -> String
  ) throws(Flaw) -> Word {
    let text = try present(text, key())
    guard let word = Word(rawValue: text) else { throw Flaw(.unknownWord, key: key(), subject: text) }
    return word
  }

  private func whole(
    _ number: Int?, in range: ClosedRange<Int>, _ key: @autoclosure () -> String
  ) throws(Flaw) -> Int {
    guard let number else { throw Flaw(.missing, key: key()) }
    guard range.contains(number) else { throw Flaw(.outOfRange, key: key()) }
    return number
  }
}
