public import Model
import SafeText

/// Finds places, units and sub-categories by initials (`ydz`), pinyin (`yudong`), Chinese (`余东`) or code.
public struct PinyinIndex: Sendable {
  /// What was found.
  public enum Subject: Sendable, Hashable {
    /// A place.
    case place(PlaceCode)
    /// A unit.
    case unit(UnitCode)
    /// A sub-category.
    case category(CategoryCode)

    /// Which table it is from.
    public var table: Table {
      switch self {
      case .place: .places
      case .unit: .units
      case .category: .categories
      }
    }
  }

  /// A table that is searched.
  public enum Table: Sendable, CaseIterable {
    /// Places.
    case places
    /// Units.
    case units
    /// Sub-categories.
    case categories
  }

  /// How well something fits, the best first.
  public enum Rank: Int, Sendable, Comparable {
    /// The code or the name itself.
    case exact
    /// The name begins so.
    case namePrefix
    /// The initials are just these.
    case initials
    /// The initials begin so.
    case initialsPrefix
    /// The pinyin begins so.
    case pinyinPrefix
    /// The name has it inside.
    case nameInside
    /// The code begins so.
    case codePrefix
    /// The initials, or the pinyin from some syllable on, have it inside.
    case soundInside
    /// The initials have it inside with a few letters left out: `zhzf` for 综合行政执法局.
    case initialsScattered

    /// Orders the better rank first.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// Something that fits.
  public struct Match: Sendable, Equatable {
    /// What it is.
    public let subject: Subject
    /// How well it fits.
    public let rank: Rank

    /// Makes a match.
    public init(subject: Subject, rank: Rank) {
      self.subject = subject
      self.rank = rank
    }
  }

  /// What is compared, as UTF-8: every key in a filter compares all of it, and bytes are many times quicker than
  /// characters.
  private struct Entry: Sendable {
    let subject: Subject
    let code: [UInt8]
    let names: [[UInt8]]
    let full: [UInt8]
    let initials: [UInt8]
    let starts: [Int]

    init(_ subject: Subject, code: String, names: [String], pinyin: Pinyin) {
      self.subject = subject
      self.code = Array(code.lowercased().utf8)
      self.names = names.map { Array($0.lowercased().utf8) }
      full = Array(pinyin.full.utf8)
      initials = Array(pinyin.initials.utf8)
      starts = pinyin.starts
    }
  }

  private let entries: [Entry]

  /// Builds the index; pinyin that the tables leave empty is computed, which can take a tenth of a second and more.
  public init(_ tables: CityTables) {
    var computed: [String: Pinyin] = [:]
    func pinyin(_ written: String, _ name: String) -> Pinyin {
      if !written.isEmpty { return Pinyin(written: written) }
      if let known = computed[name] { return known }
      let fresh = Pinyin(computedFrom: name)
      computed[name] = fresh
      return fresh
    }
    func entry(_ subject: Subject, _ code: String, _ names: [String], _ written: String = "") -> Entry {
      Entry(subject, code: code, names: names, pinyin: pinyin(written, names[0]))
    }
    entries =
      tables.places.all.map { entry(.place($0.code), $0.code.rawValue, [$0.name], $0.pinyin) }
      + tables.units.all.map { entry(.unit($0.code), $0.code.rawValue, [$0.name, $0.short], $0.pinyin) }
      + tables.categories.map { entry(.category($0.code), $0.code.rawValue, [$0.name]) }
  }

  /// What fits a query, the best first; within a rank in the order of the tables.
  /// - Parameters:
  ///   - query: initials, pinyin, Chinese or a code, full width or half, in either case; blanks are ignored.
  ///   - tables: where to look.
  ///   - limit: the most matches to give.
  public func matches(_ query: String, in tables: Set<Table> = Set(Table.allCases), limit: Int = 50) -> [Match] {
    let folded = Array(HalfWidth.folded(query).lowercased().filter { !$0.isWhitespace }.utf8)
    guard !folded.isEmpty, limit > 0 else { return [] }
    let ranked = entries.indices.compactMap { index -> (rank: Rank, index: Int)? in
      let entry = entries[index]
      guard tables.contains(entry.subject.table), let rank = rank(of: entry, for: folded) else { return nil }
      return (rank, index)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(limit).map { found in
      Match(subject: entries[found.index].subject, rank: found.rank)
    }
  }

  private func rank(of entry: Entry, for query: [UInt8]) -> Rank? {
    if entry.code == query || entry.names.contains(query) { return .exact }
    if entry.names.contains(where: { $0.starts(with: query) }) { return .namePrefix }
    if entry.initials == query { return .initials }
    if entry.initials.starts(with: query) { return .initialsPrefix }
    if entry.full.starts(with: query) { return .pinyinPrefix }
    if entry.names.contains(where: { $0.holds(query) }) { return .nameInside }
    if entry.code.starts(with: query) { return .codePrefix }
    if query.count > 1, entry.initials.holds(query) { return .soundInside }
    if entry.starts.contains(where: { entry.full.holds(query, at: $0) }) { return .soundInside }
    return isScattered(query, in: entry.initials) ? .initialsScattered : nil
  }

  /// Whether letters stand in initials in their order, close together.
  ///
  /// Who abbreviates a name leaves letters out; with more left out than typed it is another name.
  private func isScattered(_ wanted: [UInt8], in letters: [UInt8]) -> Bool {
    guard wanted.count >= 3, wanted.count <= letters.count else { return false }
    return letters.indices.contains { start in
      guard letters[start] == wanted[0] else { return false }
      var found = 1
      for letter in letters[(start + 1)...].prefix(wanted.count * 2 - 1) where found < wanted.count {
        if letter == wanted[found] { found += 1 }
      }
      return found == wanted.count
    }
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere in these.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, other.count <= count else { return false }
    return (0...count - other.count).contains { self[$0] == first && holds(other, at: $0) }
  }

  /// Whether other bytes stand at an offset.
  fileprivate func holds(_ other: [UInt8], at offset: Int) -> Bool {
    guard offset + other.count <= count else { return false }
    return other.indices.allSatisfy { self[offset + $0] == other[$0] }
  }
}
