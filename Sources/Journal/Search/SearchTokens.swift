public import Model

/// What an order is found by: the tokens that a store puts into its full-text index.
///
/// A script with spaces gives whole words. A run of a script without spaces gives the pair of characters that begins
/// at each place, and its last character by itself, so that every single character is the beginning of some token.
/// Tokens hold no ASCII but lower-case letters and digits; a tokenizer must split at spaces and keep all else.
public enum SearchTokens {
  /// The tokens of an order, with spaces between them; one may occur more than once.
  ///
  /// - Parameters:
  ///   - reports: its reports as they now read.
  ///   - row: its row, for number, place and town.
  public static func indexed(_ reports: [Report], _ row: OrderRow) -> String {
    let numbers = number(row.number).map { numberPrefix + $0 + " " }.joined()
    return indexed(reports) + numbers + indexed(place: row.place, town: row.town)
  }

  /// The tokens of what the reports say, each with a space after it.
  public static func indexed(_ reports: [Report]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1_024)
    for report in reports {
      for part in [report.title, report.text, report.location?.address ?? ""] where !part.isEmpty {
        if !PlainTokens.append(part, to: &bytes) { append(FoldedText(part), to: &bytes) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The tokens of an order's place and town, with a space between them.
  public static func indexed(place: PlaceCode, town: PlaceCode?) -> String {
    guard let town, town != place else { return self.place(place) }
    return self.place(place) + " " + self.place(town)
  }

  /// What marks tokens of order numbers.
  static let numberPrefix = "№"

  /// The writings of a number that a filter's digits may begin: whole, without the year, as the screen shows it, and
  /// the sequence alone.
  static func number(_ number: OrderNumber) -> [String] {
    let whole = number.text.filter { $0 != "-" }
    let short = number.short.filter { $0 != "-" }
    return [whole, String(whole.dropFirst(4)), short, String(number.sequence)]
  }

  /// The token of a place; two codes may share one, so a hit is checked.
  static func place(_ code: PlaceCode) -> String { token(placeMark, code.rawValue) }

  /// What a list of closed orders may ask of all of them.
  public enum ClosedBy: Sendable {
    case anyone
    case source(Source)
    case town(PlaceCode)
    case unit(UnitCode)
  }

  /// The token of a closed order; two codes may share one, so a hit is checked.
  ///
  /// What is closed stands by number in every list, as hits do. So these tokens spare indexes, into each of which every batch
  /// of an import would write as many pages as there are towns or units.
  public static func closed(_ by: ClosedBy) -> String {
    switch by {
    case .anyone: closedMark
    case .source(let source): token(closedMark + "s", source.rawValue)
    case .town(let town): token(closedMark + "t", town.rawValue)
    case .unit(let unit): token(closedMark + "u", unit.rawValue)
    }
  }

  /// The tokens of how an order stands, each with a space before it; none for one that is open, which has indexes.
  public static func closed(_ row: OrderRow) -> String {
    guard !row.stage.isOpen else { return "" }
    var by = [ClosedBy.anyone, .source(row.source)]
    if let town = row.town { by.append(.town(town)) }
    if let unit = row.unit { by.append(.unit(unit)) }
    return by.map { " " + closed($0) }.joined()
  }

  // Characters that part words, so that no word that is typed begins so.
  private static let placeMark = "§"
  private static let closedMark = "¶"

  private static func token(_ mark: String, _ code: String) -> String {
    // Digits and lower-case letters fold to themselves, and most codes are nothing else.
    let isPlain = code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    if isPlain { return mark + code }
    var token = String.UnicodeScalarView(mark.unicodeScalars)
    token.append(contentsOf: FoldedText(code).scalars.lazy.filter { $0.searchClass != .gap })
    return String(token)
  }

  private static func append(_ token: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: token.utf8)
    bytes.append(UInt8(ascii: " "))
  }

  static func append(_ text: FoldedText, to bytes: inout [UInt8]) {
    for run in SearchRun.runs(of: text) {
      switch run.kind {
      case .letter:
        for scalar in run.scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        bytes.append(UInt8(ascii: " "))
      case .ideograph:
        var previous: Unicode.Scalar?
        for scalar in run.scalars {
          if let previous {
            bytes.append(contentsOf: UTF8.encode(previous) ?? .init())
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            bytes.append(UInt8(ascii: " "))
          }
          previous = scalar
        }
        if let previous { bytes.append(contentsOf: UTF8.encode(previous) ?? .init()) }
        bytes.append(UInt8(ascii: " "))
      case .gap: break
      }
    }
  }
}

/// A stretch of characters of one class.
struct SearchRun {
  let kind: SearchClass
  let scalars: ArraySlice<Unicode.Scalar>

  /// The stretches of a text, without the gaps.
  static func runs(of text: FoldedText) -> [SearchRun] {
    var runs: [SearchRun] = []
    var start = 0
    var kind = SearchClass.gap
    for (index, scalar) in text.scalars.enumerated() {
      let next = scalar.searchClass
      if next == kind { continue }
      if kind != .gap { runs.append(SearchRun(kind: kind, scalars: text.scalars[start..<index])) }
      start = index
      kind = next
    }
    if kind != .gap { runs.append(SearchRun(kind: kind, scalars: text.scalars[start...])) }
    return runs
  }
}
