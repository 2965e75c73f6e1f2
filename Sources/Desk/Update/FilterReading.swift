import City
import Journal
import Model
import SafeText

/// Reads what was typed into a filter.
enum FilterReading {
  /// The most places or units that a few letters may stand for.
  static let bound = 40

  /// What a text asks for; nothing when it is blank.
  static func filter(_ text: String, pinyin: PinyinIndex?) -> TextFilter? {
    let folded = HalfWidth.folded(text).lowercased()
    let words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return nil }
    var filter = TextFilter(words: words)
    let digits = folded.filter { $0 != "-" && !$0.isWhitespace }
    if digits.count >= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) { filter.digits = digits }
    if words.count == 1, let pinyin, filter.digits == nil {
      filter.places = pinyin.places(matching: words[0], limit: bound)
      filter.units = pinyin.units(matching: words[0], limit: bound)
    }
    return filter
  }

  /// The units that a text stands for: by pinyin, by Chinese, by code.
  static func units(_ text: String, _ state: DeskState) -> [UnitCode] {
    let folded = HalfWidth.folded(text).lowercased().filter { !$0.isWhitespace }
    if let pinyin = state.pinyin { return pinyin.units(matching: folded, limit: DispatchChoice.bound) }
    return state.city.units.all.lazy
      .filter { $0.name.contains(folded) || $0.code.rawValue.lowercased().contains(folded) }
      .prefix(DispatchChoice.bound).map(\.code)
  }
}
