import City
import Model

/// The columns of `injects.csv`.
enum InjectColumn: Int, SheetColumn {
  case id, at, condition, inject, act, minutes, source, place, address, category, urgency, title, text, caller, phone
  case `for`, note

  static let file = "injects.csv"
  static let optional = ordinals(.address, .caller, .phone, .for, .note)
}

/// What a condition waits for.
private enum ConditionWord: String, CaseIterable {
  case missing, done
}

extension SheetRow<InjectColumn> {
  /// The inject of this row.
  func inject(_ times: DrillTime) -> Inject? {
    let id = code(.id)
    let trigger = trigger(times)
    let source = word(.source, Source.self)
    let place = code(.place)
    let urgency = word(.urgency, Urgency.self)
    let title = required(.title)
    let text = required(.text)
    guard let id, let trigger, let source, let place, let urgency, let title, let text else { return nil }
    let address = self.text(.address)
    let report = Report(
      source: source, sourceID: "DRILL-" + id, reportedAt: times.start, place: PlaceCode(place),
      location: address.isEmpty ? nil : Location(address: address),
      category: optionalCode(.category).map { CategoryCode($0) }, urgency: urgency, title: title, text: text,
      exercise: true)
    let reporter = PersonalData(name: self.text(.caller), phone: self.text(.phone))
    return Inject(
      id: id, trigger: trigger, message: IncomingReport(report: report, reporter: reporter.isEmpty ? nil : reporter),
      audience: list(.for).map { SeatCode($0) }, note: self.text(.note))
  }

  private func trigger(_ times: DrillTime) -> Inject.Trigger? {
    let at = text(.at)
    guard at.isEmpty == !text(.condition).isEmpty else {
      log.add(.injectTimeWrong, at: cell(.at), "“at”（时间）和“condition”（条件）填且只填一样。")
      return nil
    }
    guard at.isEmpty else {
      reportFilled(.inject, .act, .minutes)
      return instant(.at, times).map { .at($0) }
    }
    let word = word(.condition, ConditionWord.self)
    let inject = code(.inject)
    let act = self.word(.act, DrillAct.self)
    let minutes = whole(.minutes, in: 0...1_440)
    guard let word, let inject, let act, let minutes else { return nil }
    let condition = Inject.Condition(inject: inject, act: act, minutes: minutes)
    return word == .missing ? .missing(condition) : .done(condition)
  }

  private func instant(_ column: InjectColumn, _ times: DrillTime) -> Instant? {
    guard let instant = times.instant(text(column)) else {
      log.add(.timeMalformed, at: cell(column), "时间“\(shown(text(column)))”应写成 09:12 或 09:12:30 这样。")
      return nil
    }
    times.report(instant, at: cell(column), log: log)
    return instant
  }

  private func reportFilled(_ columns: InjectColumn...) {
    for column in columns where !text(column).isEmpty {
      log.add(.cellSuperfluous, at: cell(column), "定时的来件不填“\(column.stringValue)”。")
    }
  }
}

extension SheetRow {
  /// The whole number of a cell that must be filled.
  func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let text = required(column) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    log.add(
      .numberOutOfRange, at: cell(column),
      "“\(column.stringValue)”的值“\(shown(text))”应是 \(range.lowerBound) 到 \(range.upperBound) 的整数。")
    return nil
  }
}
