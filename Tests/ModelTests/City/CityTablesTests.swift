import Model
import Testing

@Suite struct CityTablesTests {
  private let city = TestCity.tables

  @Test func `sub-categories, seats, officers and grids are found by their codes`() {
    #expect(city.category("PIT")?.photoRequired == true)
    #expect(city.category("X-1") == nil)
    #expect(city.seat("S-CHIEF")?.role == .chief)
    #expect(city.seat("X-1") == nil)
    #expect(city.officer("O-INTAKE")?.seats == ["S-INTAKE"])
    #expect(city.officer("X-1") == nil)
    #expect(city.grids["G111"]?.roles.count == 6)
    #expect(city.grids["G112"] == nil)
  }

  @Test(arguments: LimitedStage.required, Urgency.allCases)
  func `a limit is the category's, and the default level's where there is none`(stage: LimitedStage, urgency: Urgency) {
    let byDefault = city.limit(stage, category: nil, urgency: urgency)
    #expect(byDefault != nil)
    #expect(city.limit(stage, category: "LAMP", urgency: urgency) == byDefault)
    #expect(city.limit(stage, category: "X-1", urgency: urgency) == byDefault)
    #expect(city.limit(stage, category: "STRAY", urgency: urgency) == byDefault)
    #expect(city.limit(stage, category: "LOOSE", urgency: urgency) == nil)
    #expect(
      city.limit(stage, category: "PIT", urgency: urgency)?.clock == (urgency == .normal ? .workingDays : .clockMinutes)
    )
  }

  @Test func `a stage that no level limits has no limit`() {
    #expect(city.limit(.return, category: "LAMP", urgency: .normal) == nil)
    #expect(city.limit(.return, category: nil, urgency: .critical) == nil)
  }

  @Test func `every stage on the way to closing waits against a limit that a whole level has`() {
    for stage in Stage.allCases where !stage.isDone {
      if let limited = stage.limitedBy { #expect(LimitedStage.required.contains(limited)) }
    }
    #expect(LimitedStage.required.contains(.overall))
  }

  @Test func `urgencies are ordered from the least pressing up`() {
    #expect(Urgency.allCases.shuffled().sorted() == [.normal, .urgent, .critical])
    #expect(Urgency.allCases.map(\.rank) == [0, 1, 2])
  }

  @Test func `chiefs and leaders may take over, nobody else`() {
    #expect(Role.allCases.filter(\.isChief) == [.chief, .leader])
  }

  @Test func `an officer on a seat has the seat's authority`() throws {
    let seat = try #require(city.seat("S-T1"))
    let authority = Authority(officer: "O-1", seat: seat, account: "duty")
    #expect(authority.officer == "O-1")
    #expect(authority.seat == "S-T1")
    #expect(authority.tier == .town)
    #expect(authority.place == "T1")
    #expect(authority.role == .dispatcher)
    #expect(authority.account == "duty")
  }
}
