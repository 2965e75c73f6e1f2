import Foundation

/// Reports whose titles can be told apart on a screen.
struct MarkedReports {
  private static let mark = "测"
  /// The first number, so that all have as many digits.
  private static let base = 100_000

  private let run = Int(Date.now.timeIntervalSince1970)
  private let count: Int
  private var made = 0

  /// Makes a series.
  ///
  /// - Parameter count: how many there will be.
  init(count: Int) {
    self.count = count
  }

  /// The next report, a line of JSON.
  mutating func next() -> Data {
    made += 1
    let now = Date.now.formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
    let line = """
      {"format":1,"source":"grid","id":"B\(run)-\(made)","reported":"\(now)","place":"320614101004",\
      "title":"\(MarkedReports.mark)\(MarkedReports.base + made)","text":"网格员巡查发现路面坑洞，已放置警示牌。"}

      """
    return Data(line.utf8)
  }

  /// The number, from 1, of the newest report that a text names.
  static func newest(in text: String) -> Int? {
    text.split(separator: mark).dropFirst().compactMap { piece in
      let digits = piece.prefix { $0.isASCII && $0.isNumber }
      return digits.count == 6 ? Int(digits).map { $0 - base } : nil
    }.max()
  }
}
