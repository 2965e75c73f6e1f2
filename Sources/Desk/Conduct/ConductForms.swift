import Model
import SafeText
import Terminal

/// What the conductor is asked, and the command that the answers make.
enum ConductForms {
  /// The form of an inject that the script did not have.
  static func adding(_ state: ConductState) -> ConductForm {
    let sources = Source.allCases.map { (state.city.sourceNames[$0] ?? $0.rawValue, $0.rawValue) }
    let urgencies = [Urgency.normal, .urgent, .critical].map {
      (state.city.urgencyNames[$0] ?? $0.rawValue, $0.rawValue)
    }
    return ConductForm(
      subject: .add,
      fields: [
        .choice("来源", sources), .choice("程度", urgencies), .text("地点"), .text("标题"), .text("正文"),
        .text("几分钟后", isOptional: true),
      ])
  }

  /// The command that a form makes; nothing when an answer can't be read.
  static func command(_ form: ConductForm, _ state: ConductState) -> ScriptCommand? {
    switch form.subject {
    case .delay(let inject): return number(form.value(0)).map { .delay(inject: inject, minutes: $0) }
    case .remark: return .remark(form.value(0))
    case .add:
      guard let source = Source(rawValue: form.value(0)), let urgency = Urgency(rawValue: form.value(1)),
        let place = place(form.value(2), state.city), let minutes = number(form.value(5).isEmpty ? "0" : form.value(5))
      else { return nil }
      return .add(
        ScriptCommand.Adding(
          source: source, place: place, urgency: urgency, title: form.value(3), text: form.value(4), minutes: minutes))
    }
  }

  private static func number(_ text: String) -> Int? {
    Int(HalfWidth.folded(text).filter { !$0.isWhitespace }).flatMap { (0...1_440).contains($0) ? $0 : nil }
  }

  /// A place by its code, or a town by how its name begins.
  private static func place(_ text: String, _ city: CityTables) -> PlaceCode? {
    let word = HalfWidth.folded(text).filter { !$0.isWhitespace }
    if let place = city.places[PlaceCode(word)] { return place.code }
    return city.places.towns.first { $0.name.hasPrefix(word) }?.code
  }
}
