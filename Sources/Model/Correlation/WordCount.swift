/// Counts in how many reports a word occurs, so that a city knows which of its words say little.
public struct WordCount: Sendable {
  private let places: PlaceTree
  private var counts: [String: Int] = [:]
  private var reports = 0

  /// Begins with nothing.
  public init(_ city: CityTables) {
    places = city.places
  }

  /// Takes a report in.
  public mutating func take(_ report: Report) {
    reports += 1
    let names = places.path(to: report.place).map { Wording.fold($0.name) }.sorted { $0.count > $1.count }
    let text = Wording(joining: [report.title, report.text], without: names)
    var seen: Set<Wording.Word> = []
    for (word, range) in Wording.words(of: text.scalars) where seen.insert(word).inserted {
      counts[String(String.UnicodeScalarView(text.scalars[range])), default: 0] += 1
    }
  }

  /// The words in a share of the reports, the most frequent first.
  ///
  /// - Parameters:
  ///   - least: from which share on, in ten-thousandths.
  ///   - most: below which share, in ten-thousandths.
  public func words(from least: Int, below most: Int = .max) -> [String] {
    counts.filter { entry in
      let share = entry.value * 10_000 / max(1, reports)
      return share >= least && share < most
    }.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }
}
