public import Model

/// What an order is found by: the tokens that a store puts into its full-text index.
///
/// A script with spaces gives whole words. A run of a script without spaces gives the pair of characters that begins
/// at each place, and its last character by itself, so that every single character is the beginning of some token.
/// Tokens hold no ASCII but lower-case letters and digits; a tokenizer must split at spaces and keep all else.
public enum SearchTokens {
  /// The tokens of an order, each with a space on either side; one may occur more than once.
  ///
  /// - Parameters:
  ///   - reports: its reports as they now read.
  ///   - row: its row, for place, town and how it stands. Numbers have no tokens; they are found as ranges.
  public static func indexed(_ reports: [Report], _ row: OrderRow) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1_024)
    bytes.append(space)
    for report in reports {
      append(report.title, to: &bytes)
      append(report.text, to: &bytes)
      if let address = report.location?.address { append(address, to: &bytes) }
    }
    append(placeMark, row.place.rawValue, to: &bytes)
    if let town = row.town, town != row.place { append(placeMark, town.rawValue, to: &bytes) }
    if !row.stage.isOpen {
      append(.anyone, to: &bytes)
      append(.source(row.source), to: &bytes)
      if let town = row.town { append(.town(town), to: &bytes) }
      if let unit = row.unit { append(.unit(unit), to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
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
  static func place(_ code: PlaceCode) -> String { token { append(placeMark, code.rawValue, to: &$0) } }

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
  public static func closed(_ by: ClosedBy) -> String { token { append(by, to: &$0) } }

  // Characters that part words, so that no word that is typed begins so.
  private static let placeMark = "§"
  private static let closedMark = "¶"

  private static let space = UInt8(ascii: " ")

  /// One token, without the space after it.
  private static func token(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  private static func append(_ by: ClosedBy, to bytes: inout [UInt8]) {
    switch by {
    case .anyone: append(closedMark, "", to: &bytes)
    case .source(let source): append(closedMark + "s", source.rawValue, to: &bytes)
    case .town(let town): append(closedMark + "t", town.rawValue, to: &bytes)
    case .unit(let unit): append(closedMark + "u", unit.rawValue, to: &bytes)
    }
  }

  /// Appends the token of a code: its letters and digits behind a mark.
  private static func append(_ mark: String, _ code: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: mark.utf8)
    let start = bytes.count
    var isPlain = true
    for byte in code.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte + 0x20)
      default: isPlain = isPlain && byte < 0x80
      }
    }
    if !isPlain {
      bytes.removeLast(bytes.count - start)
      for scalar in FoldedText(code).scalars where scalar.searchClass != .gap {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    bytes.append(space)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    if !text.isEmpty, !PlainTokens.append(text, to: &bytes) { append(FoldedText(text), to: &bytes) }
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
