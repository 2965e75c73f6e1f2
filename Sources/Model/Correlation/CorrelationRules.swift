/// How reports are compared: what each kind of evidence is worth, in points, and from how many on a pair is proposed.
public struct CorrelationRules: Sendable, Equatable {
  /// Clock minutes apart from which two reports are not compared any more.
  public var windowMinutes = 1_440
  /// Orders, on either side of the one looked at, that are looked through at the most.
  public var candidates = 400
  /// Proposals that are shown at the most.
  public var shown = 5
  /// Points from which a pair is proposed.
  public var threshold = 60
  /// Points that what is told must bring, whatever else speaks for a pair.
  public var leastMatter = 6

  /// Metres within which two points are one: what a telephone or a finger on a map is off by.
  public var nearMetres = 100
  /// Metres at which a distance is worth nothing any more; beyond, it speaks against.
  public var farMetres = 300
  /// For a distance within `nearMetres`.
  public var near = 30
  /// For a distance beyond `farMetres`, or for two villages where there is no distance.
  public var apart = -60
  /// For the same grid, where there is no distance.
  public var sameGrid = 20
  /// For the same village, where there is no distance.
  public var sameVillage = 12
  /// For two places one of which may lie in the other, where there is no distance.
  public var samePart = 6
  /// For an address of the same words; one of all other words is worth as much against.
  public var address = 25
  /// For buildings of the same number.
  public var sameBuilding = 15
  /// For two buildings of other numbers.
  public var otherBuilding = -60

  /// For the same sub-category.
  public var sameCategory = 20
  /// For related sub-categories.
  public var relatedCategory = 12
  /// For a rare word in common.
  public var rareWord = 3
  /// For a usual word in common.
  public var usualWord = 1
  /// For words in common at the most.
  public var words = 20
  /// For the same number at the source: an incident of the emergency office, an alarm, a number from above.
  public var sameNumber = 60

  /// For the same minute, falling to nothing at `windowMinutes`.
  public var sameTime = 10
  /// For the same caller.
  public var sameCaller = 25
  /// For another source.
  public var otherSource = 5

  /// Sources whose reports tell of no event.
  public var leftOut: Set<Source> = [.window]
  /// Words in so many reports that they say nothing, with blanks between.
  public var everydayWords = ""
  /// Words in many reports, with blanks between.
  public var usualWords = ""
  /// What follows the number of a building.
  public var buildingWords = ["幢", "栋", "号楼"]

  /// What a city has that says nothing.
  public static let standard = CorrelationRules()

  /// Makes the rules that a city has that says nothing.
  public init() {}
}
