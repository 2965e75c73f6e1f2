import Model
import Testing

@Suite("Suggestions for an order")
struct SuggestionsTests {
  private let city = TestCity.tables

  private func learned() -> LearnedCounts {
    var counts = LearnedCounts()
    for _ in 0..<3 { counts.add(Lesson(LearnedClass(category: "LAMP", unit: "D-WATER"), terms: ["路灯"])) }
    counts.add(Lesson(LearnedClass(category: "LAMP", unit: "D-ROAD"), terms: ["不亮"]))
    return counts
  }

  @Test func `the catalogue's lead stands by itself, whatever was learned`() throws {
    let order = try OrderCourse().order
    let found = Suggestions(for: order, learned: learned(), in: city)
    #expect(found.lead == "D-ROAD")
    #expect(found.learned.map(\.unit) == ["D-ROAD", "D-WATER"])
    #expect(found.likeness(of: "D-ROAD")?.orders == 1)
    #expect(found.likeness(of: "CC") == nil)
    #expect(found.leftOut.isEmpty)
  }

  @Test func `without a sub-category there is no lead`() throws {
    let order = try OrderCourse(TestCity.report { $0.category = nil }).order
    let found = Suggestions(for: order, learned: learned(), in: city)
    #expect(found.lead == nil)
    #expect(found.coUnits.isEmpty)
    #expect(found.learned.count == 2)
  }

  @Test func `a unit that a confidential order names is never suggested`() throws {
    let report = TestCity.report { report in
      report.confidential = true
      report.text = "反映公路局工作人员收受好处"
    }
    let found = Suggestions(for: try OrderCourse(report).order, learned: learned(), in: city)
    #expect(found.lead == nil)
    #expect(found.learned.map(\.unit) == ["D-WATER"])
    #expect(found.leftOut == ["D-ROAD"])
    let open = TestCity.report { $0.text = report.text }
    #expect(Suggestions(for: try OrderCourse(open).order, learned: learned(), in: city).lead == "D-ROAD")
  }

  @Test func `whoever names a unit names what is part of it, by its full name or its short one`() {
    #expect(city.units(namedIn: ["投诉东镇为民服务中心"]) == ["SC1", "SC1-CIVIL", "SC1-POLICE"])
    #expect(city.units(namedIn: ["东镇服务态度差", "民政窗口无人"]) == ["SC1", "SC1-CIVIL", "SC1-POLICE"])
    #expect(city.units(namedIn: ["民政窗口无人"]) == ["SC1-CIVIL"])
    #expect(city.units(namedIn: ["路灯不亮", ""]) == [])
  }
}
