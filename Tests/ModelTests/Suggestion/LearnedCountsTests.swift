import Model
import SeededRandom
import Testing

@Suite("Counts of what was learned")
struct LearnedCountsTests {
  private func lessons(_ random: inout SeededGenerator, _ count: Int) -> [Lesson] {
    (0..<count).map { _ in
      let terms = ["甲乙", "乙丙", "丙丁", "water", "丁戊"].filter { _ in Bool.random(using: &random) }
      let category: CategoryCode? = [nil, "LAMP", "PIT"][Int.random(in: 0..<3, using: &random)]
      let unit: UnitCode = ["D-ROAD", "E1"][Int.random(in: 0..<2, using: &random)]
      return Lesson(LearnedClass(category: category, unit: unit), terms: terms)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order of lessons does not matter`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lessons = lessons(&random, 40)
    var one = LearnedCounts()
    var other = LearnedCounts()
    for lesson in lessons { one.add(lesson) }
    for lesson in lessons.shuffled(using: &random) { other.add(lesson) }
    #expect(one == other)
    let terms = ["甲乙", "water"]
    #expect(
      one.restricted(to: terms, category: nil).suggestions(at: "G111", in: TestCity.tables)
        == other.restricted(to: terms, category: nil).suggestions(at: "G111", in: TestCity.tables))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is taken back leaves no trace, and no count goes below one`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kept = lessons(&random, 20)
    let taken = lessons(&random, 20)
    var wanted = LearnedCounts()
    for lesson in kept { wanted.add(lesson) }
    var counts = LearnedCounts()
    for lesson in (kept + taken).shuffled(using: &random) { counts.add(lesson) }
    for lesson in taken.shuffled(using: &random) { counts.remove(lesson) }
    #expect(counts == wanted)
    for lesson in lessons(&random, 200) {
      if Bool.random(using: &random) { counts.remove(lesson) } else { counts.replace(lesson, with: nil) }
      #expect(counts.orders.values.allSatisfy { $0 > 0 })
      #expect(counts.terms.values.allSatisfy { !$0.isEmpty && $0.values.allSatisfy { $0 > 0 } })
    }
  }

  @Test func `one lesson takes the place of another, and an equal one changes nothing`() {
    let lamp = Lesson(LearnedClass(category: "LAMP", unit: "D-ROAD"), terms: ["路灯"])
    let pit = Lesson(LearnedClass(category: "PIT", unit: "E1"), terms: ["坑洞"])
    var counts = LearnedCounts()
    counts.replace(nil, with: lamp)
    counts.replace(lamp, with: lamp)
    #expect(counts.orders == [lamp.learnedClass: 1])
    counts.replace(lamp, with: pit)
    #expect(counts.orders == [pit.learnedClass: 1])
    #expect(counts.terms == ["坑洞": [pit.learnedClass: 1]])
    counts.replace(pit, with: nil)
    #expect(counts == LearnedCounts())
  }

  @Test func `a part of it holds the terms and the sub-category that were asked for`() {
    var counts = LearnedCounts()
    let lamp = LearnedClass(category: "LAMP", unit: "D-ROAD")
    let pit = LearnedClass(category: "PIT", unit: "D-ROAD")
    counts.add(Lesson(lamp, terms: ["路灯", "路口"]))
    counts.add(Lesson(pit, terms: ["坑洞", "路口"]))
    let part = counts.restricted(to: ["路口", "坑洞"], category: "LAMP")
    #expect(part.orders == [lamp: 1])
    #expect(part.terms == ["路口": [lamp: 1]])
    #expect(counts.restricted(to: ["路口"], category: nil).terms == ["路口": [lamp: 1, pit: 1]])
    #expect(counts.restricted(to: ["路口"], category: "FLOOD").isEmpty)
  }
}
