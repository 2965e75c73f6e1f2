extension Correlation {
  /// How many stretches of text are named at the most.
  private static let namedRuns = 3

  /// Where: the distance, or the place in the tree; the address; the building.
  func place(_ one: ReportSketch, _ other: ReportSketch) -> [Likeness.Item] {
    var items = [area(one, other)]
    if !one.address.words.isEmpty, !other.address.words.isEmpty {
      let common = one.address.common(with: other.address).count
      let share = 200 * common / (one.address.words.count + other.address.words.count)
      items.append(Likeness.Item(.address(share: share), rules.address * (2 * share - 100) / 100))
    }
    if !one.buildings.isEmpty, !other.buildings.isEmpty {
      items.append(
        one.buildings.isDisjoint(with: other.buildings)
          ? Likeness.Item(.otherBuilding, rules.otherBuilding) : Likeness.Item(.sameBuilding, rules.sameBuilding))
    }
    return items
  }

  private func area(_ one: ReportSketch, _ other: ReportSketch) -> Likeness.Item {
    if let metres = one.location.flatMap({ here in other.location.flatMap { here.metres(to: $0) } }) {
      return Likeness.Item(.distance(metres: metres), points(metres: metres))
    }
    if let grid = one.grid, grid == other.grid { return Likeness.Item(.place(.grid), rules.sameGrid) }
    if let village = one.village, let others = other.village {
      return village == others
        ? Likeness.Item(.place(.village), rules.sameVillage) : Likeness.Item(.otherPlace, rules.apart)
    }
    guard let town = one.town, let others = other.town else { return Likeness.Item(.place(.city), rules.samePart) }
    return town == others ? Likeness.Item(.place(.town), rules.samePart) : Likeness.Item(.otherPlace, rules.apart)
  }

  private func points(metres: Int) -> Int {
    if metres <= rules.nearMetres { return rules.near }
    if metres > rules.farMetres { return rules.apart }
    return rules.near * (rules.farMetres - metres) / max(1, rules.farMetres - rules.nearMetres)
  }

  /// What: the sub-categories, the words, the source's number for the event.
  ///
  /// - Parameter isNamed: whether the words are named, for an officer to read; their points are the same.
  func matter(_ one: ReportSketch, _ other: ReportSketch, isNamed: Bool) -> [Likeness.Item] {
    var items: [Likeness.Item] = []
    if let category = one.category, category == other.category {
      items.append(Likeness.Item(.sameCategory, rules.sameCategory))
    } else if areRelated(one, other) {
      items.append(Likeness.Item(.relatedCategory, rules.relatedCategory))
    }
    let points = wordPoints(one, other)
    if points > 0 {
      let isOpen = isNamed && !one.isConfidential && !other.isConfidential
      let runs = isOpen ? CommonRuns.runs(one.words, other.words, rarity, most: Self.namedRuns) : []
      items.append(Likeness.Item(.words(runs), points))
    }
    if !one.numbers.isDisjoint(with: other.numbers) {
      items.append(Likeness.Item(.sameNumber, rules.sameNumber))
    }
    return items
  }

  private func areRelated(_ one: ReportSketch, _ other: ReportSketch) -> Bool {
    if let position = one.position, other.mentioned.contains(position) { return true }
    if let position = other.position, one.mentioned.contains(position) { return true }
    guard let position = one.position, let others = other.position else { return false }
    return kin.areRelated(position, others)
  }

  /// What the words in common are worth; those of the addresses are counted there.
  private func wordPoints(_ one: ReportSketch, _ other: ReportSketch) -> Int {
    var points = 0
    for word in one.words.common(with: other.words) {
      guard !one.address.contains(word), !other.address.contains(word) else { continue }
      points += rarity.points(word)
      if points >= rules.words { return rules.words }
    }
    return points
  }

  /// When, and who.
  func rest(_ one: ReportSketch, _ other: ReportSketch) -> [Likeness.Item] {
    let apart = abs(one.reportedAt.since(other.reportedAt))
    let window = Int64(max(1, rules.windowMinutes)) * 60_000
    let left = max(0, window - apart)
    var items = [Likeness.Item(.time(apart: apart), Int(Int64(rules.sameTime) * left / window))]
    if let caller = one.caller, caller == other.caller {
      items.append(Likeness.Item(.sameCaller, rules.sameCaller))
    } else if one.source != other.source {
      items.append(Likeness.Item(.otherSource, rules.otherSource))
    }
    return items
  }
}

extension Wording {
  /// Whether a word is among the text's.
  func contains(_ word: Word) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }
}
