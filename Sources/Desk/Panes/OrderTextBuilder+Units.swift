import Journal
import Model
import SafeText
import Terminal

extension OrderTextBuilder {
  /// Who has it, or whom the catalogue names, in one line.
  mutating func suggestion() {
    if let unit = row.unit {
      let helpers = coUnits
      lines.append([
        Span("承办 ", Style(.title)), Span(name(unit)),
        Span(helpers.isEmpty ? "" : "  协办 " + helpers.joined(separator: "、"), Style(.dim)),
      ])
      return
    }
    guard let category else {
      lines.append([Span("建议 ", Style(.title)), Span(Self.uncategorised, Style(.dim))])
      return
    }
    let helpers = category.coUnits.compactMap { city.resolve($0, at: row.place) }.map(name)
    lines.append([
      Span("建议 ", Style(.title)), Span(lead(category)), Span(" 目录主办", Style(.dim)),
      Span(helpers.isEmpty ? "" : "  协办 " + helpers.joined(separator: "、"), Style(.dim)),
      Span("  〔\(category.className)·\(category.name)〕", Style(.dim)),
    ])
  }

  /// The same with a heading, one unit to a line.
  mutating func units(isHeaded: Bool) {
    if let unit = row.unit {
      if isHeaded { heading("承办") }
      add(name(unit))
      addHelpers(coUnits)
    } else {
      if isHeaded { heading("建议承办") }
      if let category {
        add(lead(category) + "  目录主办")
        addHelpers(category.coUnits.compactMap { city.resolve($0, at: row.place) }.map(name))
      } else {
        add(Self.uncategorised, Style(.dim))
      }
    }
    if let category { add("类别 \(category.className)·\(category.name)") }
  }

  private mutating func addHelpers(_ names: [String]) {
    if !names.isEmpty { add("协办 " + names.joined(separator: "、")) }
  }

  private static let uncategorised = "来件未定类别，派单时选定"

  private var category: Model.Category? { row.category.flatMap { city.category($0) } }

  private var coUnits: [String] { file?.order.core.coUnits.map(name) ?? [] }

  private func lead(_ category: Model.Category) -> String {
    city.resolve(category.lead, at: row.place).map(name) ?? "目录主办在此地没有单位"
  }

  private func name(_ unit: UnitCode) -> String { city.units[unit]?.name ?? unit.rawValue }
}
