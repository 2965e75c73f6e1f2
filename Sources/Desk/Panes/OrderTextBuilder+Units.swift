import Journal
import Model
import SafeText
import Terminal

extension OrderTextBuilder {
  /// Who has it, or whom the catalogue and earlier orders name, in a line each.
  mutating func suggestion() {
    if let unit = row.unit {
      let helpers = coUnits
      lines.append([
        Span("承办 ", Style(.title)), Span(name(unit)),
        Span(helpers.isEmpty ? "" : "  协办 " + helpers.joined(separator: "、"), Style(.dim)),
      ])
      return
    }
    if let category {
      let helpers = helpers(category)
      lines.append([
        Span("建议 ", Style(.title)), Span(lead(category).text), Span(lead(category).isNamed ? " 目录主办" : "", Style(.dim)),
        Span(helpers.isEmpty ? "" : "  协办 " + helpers.joined(separator: "、"), Style(.dim)),
        Span("  〔\(category.className)·\(category.name)〕", Style(.dim)),
      ])
    } else {
      lines.append([Span("建议 ", Style(.title)), Span(Self.uncategorised, Style(.dim))])
    }
    if !learned.isEmpty { add("近似 " + learned.map(inLine).joined(separator: "  "), Style(.dim), most: 1) }
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
        add(lead(category).text + (lead(category).isNamed ? "  目录主办" : ""))
      } else {
        add(Self.uncategorised, Style(.dim))
      }
      if isHeaded {
        for found in learned { add(inFull(found)) }
      } else if !learned.isEmpty {
        add("近似 " + learned.map(inLine).joined(separator: "  "), most: 1)
      }
      if let category { addHelpers(helpers(category)) }
    }
    if let category { add("类别 \(category.className)·\(category.name)") }
  }

  private mutating func addHelpers(_ names: [String]) {
    if !names.isEmpty { add("协办 " + names.joined(separator: "、")) }
  }

  private static let uncategorised = "来件未定类别，派单时选定"

  private var category: Model.Category? { row.category.flatMap { city.category($0) } }

  private var coUnits: [String] { file?.order.core.coUnits.map(name) ?? [] }

  private var read: Suggestions? { state.suggestions(for: row) }

  private var learned: [LearnedSuggestion] { read?.learned ?? [] }

  private func helpers(_ category: Model.Category) -> [String] {
    guard DispatchChoice.maySuggest(row, state) else { return [] }
    let units = category.coUnits.compactMap { city.resolve($0, at: row.place) }
    return units.filter { read?.leftOut.contains($0) != true }.map(name)
  }

  /// Whom the catalogue names, or why nobody stands here.
  private func lead(_ category: Model.Category) -> (text: String, isNamed: Bool) {
    guard let unit = city.resolve(category.lead, at: row.place) else { return ("目录主办在此地没有单位", false) }
    guard DispatchChoice.maySuggest(row, state) else { return ("保密件，正在核对被反映单位", false) }
    if read?.leftOut.contains(unit) == true { return ("目录主办是保密件提到的单位，不作建议", false) }
    return (name(unit), true)
  }

  private func inLine(_ found: LearnedSuggestion) -> String {
    "\(city.units[found.unit]?.short ?? found.unit.rawValue) \(found.share)% \(found.orders)件"
  }

  private func inFull(_ found: LearnedSuggestion) -> String {
    let terms = found.terms.isEmpty ? "" : "  因为 " + found.terms.joined(separator: "、")
    return name(found.unit) + "  " + Words.likeness(found) + terms
  }

  private func name(_ unit: UnitCode) -> String { city.units[unit]?.name ?? unit.rawValue }
}
