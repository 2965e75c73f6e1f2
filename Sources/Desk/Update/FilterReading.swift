public import City
public import Journal
public import Model
import SafeText

/// Reads what was typed into a filter.
public enum FilterReading {
  /// The most places or units that a few letters may stand for.
  static let bound = 40

  /// What a text asks for; nothing when it is blank.
  ///
  /// - Parameters:
  ///   - text: what was typed: Chinese, pinyin initials or a number.
  ///   - pinyin: names by pinyin, where they are at hand.
  ///   - tree: the city's places.
  public static func filter(_ text: String, pinyin: PinyinIndex?, places tree: PlaceTree) -> TextFilter? {
    let folded = HalfWidth.folded(text).lowercased()
    let words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return nil }
    var filter = TextFilter(words: words)
    let digits = folded.filter { $0 != "-" && !$0.isWhitespace }
    if digits.count >= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) { filter.digits = digits }
    if words.count == 1, let pinyin, filter.digits == nil {
      let places = pinyin.places(matching: words[0], limit: bound)
      filter.places = places + places.flatMap { grids(of: $0, in: tree) }
      // A few letters from the middle of long names would flood the list with what nobody means.
      filter.units = pinyin.units(matching: words[0], limit: bound, worst: .nameInside)
    }
    return filter
  }

  /// An order that lies in a grid lies in its village; a town is known of every order, so that it need not be listed.
  private static func grids(of village: PlaceCode, in tree: PlaceTree) -> [PlaceCode] {
    tree[village]?.kind == .village ? tree.children(of: village).map(\.code) : []
  }

  /// The units that a text stands for: by pinyin, by Chinese, by code.
  static func units(_ text: String, _ state: DeskState) -> [UnitCode] {
    let folded = HalfWidth.folded(text).lowercased().filter { !$0.isWhitespace }
    if let pinyin = state.pinyin {
      return pinyin.units(matching: folded, limit: DispatchChoice.bound, worst: .initialsScattered)
    }
    return state.city.units.all.lazy
      .filter { $0.name.contains(folded) || $0.code.rawValue.lowercased().contains(folded) }
      .prefix(DispatchChoice.bound).map(\.code)
  }
}

extension PinyinIndex {
  /// The best ranks only: what is merely contained somewhere would flood the list.
  private func subjects(_ text: String, in table: Table, limit: Int, worst: Rank) -> [Subject] {
    matches(text, in: [table], limit: limit).filter { $0.rank <= worst }.map(\.subject)
  }

  /// The places that a text stands for.
  func places(matching text: String, limit: Int) -> [PlaceCode] {
    subjects(text, in: .places, limit: limit, worst: .nameInside).compactMap {
      if case .place(let code) = $0 { code } else { nil }
    }
  }

  /// The units that a text stands for.
  func units(matching text: String, limit: Int, worst: Rank) -> [UnitCode] {
    subjects(text, in: .units, limit: limit, worst: worst).compactMap {
      if case .unit(let code) = $0 { code } else { nil }
    }
  }
}
