public import Model
public import Operations
import Journal
import SafeText

/// The hand-over sheet in words.
public enum HandOverWords {
  /// What the sections of a sheet are called, in its order.
  public static let sections = ["认领在手", "本班在办", "催办未回", "督办批示", "待回电话"]

  /// How many supervised orders stand one by one; where there are more, the gravest of them do.
  public static let mostSupervised = 8

  /// The sheet, one order a line.
  ///
  /// - Parameters:
  ///   - reading: the sheet with its orders.
  ///   - city: the tables of the day.
  ///   - now: the time on the journal, UTC.
  ///   - all: whether every supervised order is listed, however many there are.
  public static func lines(
    _ reading: HandOverReading, city: CityTables, now: Instant, all: Bool = false
  ) -> [String] {
    head(reading, city: city, now: now)
      + sections(of: reading).flatMap { name, numbers in
        let shown = all ? numbers : gravest(numbers, of: name, reading)
        return ["\(name) \(numbers.count)" + levels(numbers, of: name, reading)]
          + shown.map { "  " + order($0, reading, city: city) }
          + (shown.count < numbers.count
            ? ["  其余 \(numbers.count - shown.count) 件看 command-center handover show --all"] : [])
      }
  }

  /// The orders of a section that stand one by one: of many supervised ones the highest level and then the longest due.
  private static func gravest(_ numbers: [String], of section: String, _ reading: HandOverReading) -> [String] {
    guard section == sections[3], numbers.count > mostSupervised else { return numbers }
    func rank(_ number: String) -> (Int, Int64, String) {
      let row = reading.rows[number]
      return (-(row?.supervision ?? 0), (row?.overallDue ?? row?.stageDue)?.milliseconds ?? .max, number)
    }
    return Array(numbers.sorted { rank($0) < rank($1) }.prefix(mostSupervised))
  }

  /// How many supervised orders are at each level, where they do not all stand one by one.
  private static func levels(_ numbers: [String], of section: String, _ reading: HandOverReading) -> String {
    guard section == sections[3], numbers.count > mostSupervised else { return "" }
    let counts = Dictionary(grouping: numbers) { reading.rows[$0]?.supervision ?? 0 }.mapValues(\.count)
    let parts = counts.sorted { $0.key > $1.key }.map { level, count in
      (level > 0 ? "\(level)级督办" : "只有批示") + " \(count)"
    }
    return "（" + parts.joined(separator: "、") + "）"
  }

  /// The sheet where there is no room for a line an order: numbers only.
  static func compact(_ reading: HandOverReading, city: CityTables, now: Instant) -> [String] {
    head(reading, city: city, now: now)
      + sections(of: reading).map { name, numbers in
        let shown = gravest(numbers, of: name, reading).map { OrderNumber($0)?.short ?? $0 }
        return "\(name) \(numbers.count)\(levels(numbers, of: name, reading))  " + shown.joined(separator: " ")
          + (shown.count < numbers.count ? " …" : "")
      }
  }

  private static func sections(of reading: HandOverReading) -> [(String, [String])] {
    zip(sections, reading.sheet.sections).filter { !$0.1.isEmpty }
  }

  private static func head(_ reading: HandOverReading, city: CityTables, now: Instant) -> [String] {
    let zone = city.calendar.zone
    let since = "本班自 " + TimeWords.happened(reading.since, now: now, in: zone)
    guard let page = reading.waiting else {
      return [since + (reading.sheet.numbers.isEmpty ? "，没有要交代的工单" : "，要交代的工单 \(reading.sheet.numbers.count) 件")]
    }
    let at = TimeWords.happened(page.signature.at, now: now, in: zone)
    let notes = page.handOver.notes.isEmpty ? "没有另外交代" : page.handOver.notes
    return [
      "\(officer(page.signature.officer, city: city)) \(at) 交班，\(since)", "交代：" + notes,
      "日志末端 " + String(page.handOver.head.prefix(24)),
    ]
  }

  private static func order(_ number: String, _ reading: HandOverReading, city: CityTables) -> String {
    guard let row = reading.rows[number] else { return number }
    let town = row.town.flatMap { city.places[$0]?.name } ?? ""
    let unit = row.unit.flatMap { city.units[$0]?.short } ?? "—"
    return "\(row.number.short) \(Words.stage(row.stage)) \(town) \(Masking.freeText(row.title)) \(unit)"
  }

  /// The name of whoever acted, masked.
  static func officer(_ code: OfficerCode, city: CityTables) -> String {
    city.officer(code).map { Masking.name($0.name) } ?? code.rawValue
  }
}
