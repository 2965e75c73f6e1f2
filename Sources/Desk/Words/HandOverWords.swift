public import Model
public import Operations
import Journal
import SafeText

/// The hand-over sheet in words.
public enum HandOverWords {
  /// What the sections of a sheet are called, in its order.
  public static let sections = ["认领在手", "本班在办", "催办未回", "督办批示", "待回电话"]

  /// The sheet, one order a line.
  public static func lines(_ reading: HandOverReading, city: CityTables, now: Instant) -> [String] {
    head(reading, city: city, now: now)
      + sections(of: reading).flatMap { name, numbers in
        ["\(name) \(numbers.count)"] + numbers.map { "  " + order($0, reading, city: city) }
      }
  }

  /// The sheet where there is no room for a line an order: numbers only.
  static func compact(_ reading: HandOverReading, city: CityTables, now: Instant) -> [String] {
    head(reading, city: city, now: now)
      + sections(of: reading).map { name, numbers in
        "\(name) \(numbers.count)  " + numbers.map { OrderNumber($0)?.short ?? $0 }.joined(separator: " ")
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
