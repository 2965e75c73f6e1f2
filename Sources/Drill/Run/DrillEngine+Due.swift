import Journal
public import Model
import Operations

/// What happens at its moment.
extension DrillEngine {
  mutating func perform(_ item: AgendaItem) throws {
    switch item.sort {
    case .background: try takeIn(plan.background[item.index].incoming, at: item.at)
    case .inject, .condition:
      let inject = script.injects[item.index]
      guard trails.ownNumber(of: inject.reference) == nil, item.isOrdered || !script.skipped.contains(inject.id)
      else { return }
      if item.isOrdered || holds(inject.trigger, at: item.at) {
        try takeIn(inject.arriving(at: item.at), at: item.at)
      } else if case .done = inject.trigger {
        // What was done was taken back; it may be done once more.
        scheduled.remove(item.index)
      }
    case .command: try give(answer[item.index])
    }
  }

  private func takeIn(_ incoming: IncomingReport, at instant: Instant) throws {
    _ = try operations(at: instant, for: incoming.name).takeIn(incoming, account: DrillEngine.account)
  }

  /// Whether what a condition waits for has come about, or has not come about in time.
  func holds(_ trigger: Inject.Trigger, at instant: Instant) -> Bool {
    switch trigger {
    case .at: true
    case .missing(let condition): act(of: condition).map { $0 > instant } ?? true
    case .done(let condition): act(of: condition).map { $0.adding(minutes: condition.minutes) <= instant } ?? false
    }
  }

  private mutating func give(_ line: AnswerLine) throws {
    do {
      let authority = try DrillEngine.authority(of: line.seat, in: plan, city: city)
      let words = try line.words.map(named)
      let viewpoint = Viewpoint(operations(at: line.at, for: ""), of: authority)
      for (index, deed) in try translate(words, viewpoint, line.at).enumerated() {
        try give(deed, of: line, id: DrillEngine.command(line, index), by: authority)
      }
    } catch let error as UnreadableWords {
      undone.append(UndoneCommand(line: line, reason: .unreadable(error.reason)))
    }
  }

  private mutating func give(_ deed: DrillDeed, of line: AnswerLine, id: String, by authority: Authority) throws {
    let operations = operations(at: line.at, for: id)
    do throws(OperationError) {
      switch deed {
      case .order(let command, let number):
        let seen = line.seen.map { trails.version(of: number, at: $0) }
        _ = try operations.perform(command, on: number, by: authority, id: id, seen: seen)
      case .pair(let command, let kept, let other):
        _ = try operations.perform(command, on: kept, with: other, by: authority, id: id)
      case .response(let command): try operations.perform(command, by: authority, id: id)
      case .handOver(let notes): try operations.handOver(notes: notes, by: authority, id: id)
      case .takeOver(let text): try operations.takeOver(text: text, by: authority, id: id)
      case .script(let command):
        // Given once more after a crash it would be another act.
        guard !trails.commands.contains(id) else { return }
        let event = try decide(command, at: line.at)
        try operations.write(event, at: trails.script.count, by: authority, id: id)
      }
    } catch {
      if case .journal = error { throw error }
      undone.append(UndoneCommand(line: line, reason: .refused(error)))
    }
  }

  /// The way in at a moment of virtual time; salts are made from the seed and the name of what happens.
  func operations(at instant: Instant, for name: String) -> Operations {
    let salt = Array(JournalDigest.sha256(Array("\(plan.seed) \(name)".utf8)).prefix(16))
    return Operations(store: store, city: city, clock: OperationsClock(standingAt: instant), salt: { salt })
  }

  /// The seat of the conductor, which is none of the city's.
  public static let conductor = SeatCode("conductor")

  /// On whose authority a seat of a drill acts, whoever sits there.
  ///
  /// - Throws: when the drill has no such seat.
  public static func authority(
    of code: SeatCode, in plan: DrillPlan, city: CityTables
  ) throws(UnreadableWords) -> Authority {
    if code == conductor {
      return Authority(
        officer: "", seat: code, role: .conductor, tier: .city,
        place: city.places.city?.code ?? PlaceCode(city.code), account: DrillEngine.account)
    }
    guard plan.seats.contains(code), let seat = city.seat(code) else {
      throw UnreadableWords("席位 \(code.rawValue) 不在本演练的席位里")
    }
    return authority(of: seat, in: city)
  }

  /// On whose authority a seat acts in any drill: that of the first officer who may sit there.
  public static func authority(of seat: Seat, in city: CityTables) -> Authority {
    let officer = city.officers.first { $0.seats.contains(seat.code) }
    return Authority(officer: officer?.code ?? "", seat: seat, account: DrillEngine.account)
  }

  /// A word, or the number of the order that `@I03` stands for.
  private func named(_ word: String) throws(UnreadableWords) -> String {
    guard word.hasPrefix("@") else { return word }
    let id = String(word.dropFirst())
    guard let inject = script.inject(id) else { throw UnreadableWords("injects.csv 里没有来件 \(id)") }
    guard let number = trails.ownNumber(of: inject.reference) else { throw UnreadableWords("来件 \(id) 还没有到") }
    return number.text
  }

  /// The name of a recorded command on its `index`-th order.
  static func command(_ line: AnswerLine, _ index: Int) -> String {
    DrillCommandName(line: line.line, index: index).text
  }
}
