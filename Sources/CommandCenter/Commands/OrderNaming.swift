import Foundation
import Journal
import Model
import Operations

/// Finds what an officer names on the command line: orders, places, units.
struct OrderNaming {
  let viewpoint: Viewpoint

  var city: CityTables { viewpoint.city }

  /// The row of an order by its full number, `20200616-00142`, or by what the screen shows, `0616-0142`.
  ///
  /// - Throws: code `.noSeat` when there is none, or several years have one.
  func row(_ text: String) throws -> OrderRow {
    if let number = OrderNumber(text) {
      guard let row = try viewpoint.row(number) else { throw missing(text) }
      return row
    }
    let digits = text.filter { $0 != "-" }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw missing(text) }
    let page = try viewpoint.page(
      OrderQuery(tab: .all, sort: .newest, filter: TextFilter(digits: digits)), anchor: .top, before: 0, after: 100,
      effort: .full)
    let fitting = page.rows.filter { $0.number.short == text }
    guard let row = fitting.first else { throw missing(text) }
    guard fitting.count == 1 else {
      throw Failure(.noSeat, "\(text) 有几件，请写全编号，例如 \(row.number.text)")
    }
    return row
  }

  /// The file of an order by its number.
  ///
  /// - Throws: code `.noSeat` when the seat sees none.
  func file(_ number: OrderNumber) throws -> OrderFile {
    guard let file = try viewpoint.file(number) else { throw missing(number.text) }
    return file
  }

  /// The town to which a list is limited: the one that is asked for, or a town seat's own.
  ///
  /// - Throws: code `.refused` when a town's seat asks for another town.
  func town(_ text: String?) throws -> PlaceCode? {
    let wanted = try text.map(place)
    guard let own = viewpoint.sight.town else { return wanted }
    guard wanted == nil || wanted == own else {
      throw Failure(.refused, "本席位只看\(city.places[own]?.name ?? own.rawValue)，不能列 \(text ?? "")；请用市级席位")
    }
    return own
  }

  /// A place by its code or its name.
  func place(_ text: String) throws -> PlaceCode {
    if let place = city.places[PlaceCode(text)] { return place.code }
    let named = city.places.all.filter { $0.name == text }
    guard let place = named.first else {
      throw Failure(.noSeat, "地点表里没有 \(text)，请写 places.csv 里的代码或名称")
    }
    guard named.count == 1 else { throw Failure(.noSeat, "叫 \(text) 的地点不止一处，请写代码") }
    return place.code
  }

  /// A unit by its code, its name or its short name.
  func unit(_ text: String) throws -> UnitCode {
    if let unit = city.units[UnitCode(text)] { return unit.code }
    let named = city.units.all.filter { $0.name == text || $0.short == text }
    guard let unit = named.first else {
      throw Failure(.noSeat, "单位表里没有 \(text)，请写 units.csv 里的代码或名称")
    }
    guard named.count == 1 else { throw Failure(.noSeat, "叫 \(text) 的单位不止一个，请写代码") }
    return unit.code
  }

  /// A sub-category by its code.
  func category(_ text: String) throws -> CategoryCode {
    guard let category = city.category(CategoryCode(text)) else {
      throw Failure(.noSeat, "派单目录里没有 \(text)，请写 catalogue.csv 里的小类代码")
    }
    return category.code
  }

  private func missing(_ text: String) -> Failure {
    let own = viewpoint.sight.town.map { "；本席位只看\(city.places[$0]?.name ?? $0.rawValue)的和本镇单位经办的" } ?? ""
    return Failure(.noSeat, "没有工单 \(text)，请核对编号" + own)
  }
}
