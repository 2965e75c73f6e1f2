import Model
import Testing

@Suite("Whom earlier orders speak for")
struct LearnedSuggestionTests {
  private let city = TestCity.tables

  /// Counts of orders that were all alike.
  private func counts(_ lessons: [(CategoryCode?, UnitCode, [String], Int)]) -> LearnedCounts {
    var counts = LearnedCounts()
    for (category, unit, terms, times) in lessons {
      for _ in 0..<times { counts.add(Lesson(LearnedClass(category: category, unit: unit), terms: terms)) }
    }
    return counts
  }

  @Test func `a vote is divided as the orders are and weighs by how plainly it speaks`() {
    // 路灯 3:0, weight 1, gives 1 to the road bureau; 不亮 1:1, weight 1/2, gives 1/4 to each.
    let learned = counts([
      ("LAMP", "D-ROAD", ["路灯", "不亮"], 1), ("LAMP", "D-ROAD", ["路灯"], 2), ("LAMP", "D-WATER", ["不亮"], 1),
    ])
    #expect(
      learned.suggestions(at: "G111", in: city) == [
        LearnedSuggestion(unit: "D-ROAD", share: 83, orders: 3, terms: ["路灯", "不亮"]),
        LearnedSuggestion(unit: "D-WATER", share: 17, orders: 1, terms: ["不亮"]),
      ])
  }

  @Test func `equals stand in the order of their codes`() {
    let learned = counts([("LAMP", "D-WATER", ["乙乙"], 2), ("LAMP", "D-ROAD", ["甲甲"], 1)])
    let found = learned.suggestions(at: "T1", in: city)
    #expect(found.map(\.unit) == ["D-ROAD", "D-WATER"])
    #expect(found.map(\.share) == [50, 50])
  }

  @Test func `where no term is known the orders vote themselves`() {
    let learned = counts([("LAMP", "D-ROAD", [], 3), ("LAMP", "D-WATER", [], 1)])
    #expect(
      learned.suggestions(at: "T1", in: city) == [
        LearnedSuggestion(unit: "D-ROAD", share: 75, orders: 3, terms: []),
        LearnedSuggestion(unit: "D-WATER", share: 25, orders: 1, terms: []),
      ])
  }

  @Test func `at most three are named, and five terms for each`() {
    let terms = ["一一", "二二", "三三", "四四", "五五", "六六"]
    let learned = counts([
      ("LAMP", "D-ROAD", terms, 4), ("LAMP", "D-WATER", ["七七", "八八", "九九"], 1), ("LAMP", "CC", ["十十", "百百"], 1),
      ("LAMP", "SC1", ["千千"], 1),
    ])
    let found = learned.suggestions(at: "T1", in: city)
    #expect(found.map(\.unit) == ["D-ROAD", "D-WATER", "CC"])
    #expect(found.map(\.share) == [50, 25, 17])
    #expect(found[0].terms == ["一一", "三三", "二二", "五五", "六六"])
  }

  @Test func `what one town learned serves another, through the part that the unit plays`() {
    let learned = counts([("PIT", "E1", ["占道"], 2), ("PIT", "E2", ["占道"], 1), ("PIT", "TC2", ["坑洞"], 1)])
    #expect(
      learned.suggestions(at: "G211", in: city) == [
        LearnedSuggestion(unit: "E2", share: 50, orders: 3, terms: ["占道"]),
        LearnedSuggestion(unit: "TC2", share: 50, orders: 1, terms: ["坑洞"]),
      ])
    #expect(learned.suggestions(at: "V11", in: city).map(\.unit) == ["E1", "TC1"])
  }

  @Test func `a part that nobody plays at the place, and a unit that the table lost, are not suggested`() {
    let learned = counts([("PIT", "VU11", ["坑洞"], 2), ("PIT", "GONE", ["坑洞"], 2), ("PIT", "D-ROAD", ["坑洞"], 1)])
    #expect(
      learned.suggestions(at: "V21", in: city)
        == [LearnedSuggestion(unit: "D-ROAD", share: 100, orders: 1, terms: ["坑洞"])])
    #expect(learned.suggestions(at: "G112", in: city).map(\.unit) == ["VU11", "D-ROAD"])
  }

  @Test func `who is left out leaves his share to the others`() {
    let learned = counts([("LAMP", "D-ROAD", ["路灯"], 9), ("LAMP", "D-WATER", ["路灯"], 1)])
    #expect(
      learned.suggestions(at: "T1", in: city, leavingOut: ["D-ROAD"])
        == [LearnedSuggestion(unit: "D-WATER", share: 100, orders: 1, terms: ["路灯"])])
    #expect(LearnedCounts().suggestions(at: "T1", in: city).isEmpty)
  }

  private static let parts: [(UnitCode, UnitReference)] = [
    ("TC1", .townCentre), ("E1", .enforcement), ("E2", .enforcement), ("SC1", .serviceCentre),
    ("SC1-POLICE", .window("POLICE")), ("VU11", .village), ("GT111", .gridTeam), ("D-WATER", .unit("D-WATER")),
    ("CC", .unit("CC")),
  ]

  @Test(arguments: parts)
  func `a unit plays a part in its own place`(unit: UnitCode, part: UnitReference) {
    #expect(city.part(of: unit) == part)
  }

  @Test func `a unit that the table does not have plays none`() {
    #expect(city.part(of: "GONE") == nil)
  }
}
