/// Says which reports may tell of one event, with the evidence; an officer decides.
public struct Correlation: Sendable {
  /// The city's rules.
  public let rules: CorrelationRules
  let places: PlaceTree
  let kin: CategoryKin
  let rarity: Rarity
  private let buildingWords: [[Unicode.Scalar]]

  /// Makes ready what a city's files say.
  public init(_ city: CityTables) {
    rules = city.correlation
    places = city.places
    rarity = Rarity(rules)
    kin = CategoryKin(city.categories, rarity: rarity)
    buildingWords = rules.buildingWords.map { Wording.fold($0) }
  }

  /// Makes a report ready to be compared.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - place: where it lies, where an officer has put it elsewhere.
  ///   - category: its sub-category, where an officer has settled it.
  ///   - phone: the caller's number, where known.
  public func sketch(
    _ report: Report, place: PlaceCode? = nil, category: CategoryCode? = nil, phone: String = ""
  ) -> ReportSketch {
    let place = place ?? report.place
    let category = category ?? report.category
    let names = places.path(to: place).map { Wording.fold($0.name) }.sorted { $0.count > $1.count }
    let title = Wording(report.title, without: names)
    let words = Wording(joining: [report.title, report.text], without: names)
    let address = Wording(report.location?.address ?? "", without: names)
    let digits = String(String.UnicodeScalarView(Wording.fold(phone).filter { Wording.isDigit($0) }))
    return ReportSketch(
      source: report.source, reportedAt: report.reportedAt, town: places.town(of: place),
      village: places.ancestor(of: place, kind: .village), grid: places.ancestor(of: place, kind: .grid),
      location: report.location, category: category, position: kin.position(category),
      mentioned: kin.mentioned(in: words), address: address, words: words, title: title,
      buildings: ReportSketch.buildings(in: address.scalars + ["\n"] + words.scalars, words: buildingWords),
      // Who called in confidence is not given away by a second call.
      caller: report.confidential || digits.isEmpty ? nil : digits, numbers: ReportSketch.numbers(of: report),
      isConfidential: report.confidential)
  }

  /// How alike two reports are; the same whichever comes first.
  public func likeness(_ one: ReportSketch, _ other: ReportSketch) -> Likeness {
    Likeness(where: place(one, other), what: matter(one, other, isNamed: true), other: rest(one, other))
  }

  /// How alike two reports are, when the rules propose them as one event.
  public func proposal(_ one: ReportSketch, _ other: ReportSketch) -> Likeness? {
    guard isInWindow(one.reportedAt, other.reportedAt), !rules.leftOut.contains(one.source),
      !rules.leftOut.contains(other.source)
    else { return nil }
    // Words cost the most: they are not compared where even the most that they could bring would not do.
    let (place, rest) = (place(one, other), rest(one, other))
    let others = (place + rest).reduce(0) { $0 + $1.points }
    guard others + mostMatter(one, other) >= rules.threshold else { return nil }
    let plain = Likeness(where: place, what: matter(one, other, isNamed: false), other: rest)
    return plain.isProposed(by: rules) ? likeness(one, other) : nil
  }

  /// Whether two reports were taken in close enough together to be compared.
  public func isInWindow(_ one: Instant, _ other: Instant) -> Bool {
    abs(one.since(other)) < Int64(rules.windowMinutes) * 60_000
  }

  private func mostMatter(_ one: ReportSketch, _ other: ReportSketch) -> Int {
    let number = one.numbers.isDisjoint(with: other.numbers) ? 0 : rules.sameNumber
    return max(rules.sameCategory, rules.relatedCategory) + rules.words + number
  }
}
