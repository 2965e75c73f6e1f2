import Model
import Testing

@Suite struct PlaceTreeTests {
  private let tree = TestCity.tables.places

  @Test func `places are found by code, in the order of the table`() {
    #expect(tree.all.map(\.code) == TestCity.places.map(\.code))
    #expect(tree.towns.map(\.code) == ["T1", "T2"])
    #expect(tree.city?.code == "CITY")
    #expect(tree["V11"]?.name == "东一村")
    #expect(tree["X-1"] == nil)
  }

  @Test(arguments: TestCity.places.map(\.code))
  func `the way up agrees with a walk through the table`(code: PlaceCode) throws {
    var chain: [Place] = []
    var next: PlaceCode? = code
    while let wanted = next, let place = TestCity.places.first(where: { $0.code == wanted }) {
      chain.append(place)
      next = place.parent
    }
    #expect(tree.town(of: code) == chain.first { $0.kind == .town }?.code)
    for kind in Place.Kind.allCases {
      #expect(tree.ancestor(of: code, kind: kind) == chain.first { $0.kind == kind }?.code)
    }
    #expect(tree.path(to: code) == chain.reversed().filter { $0.kind != .city })
    for scope in TestCity.places.map(\.code) {
      #expect(tree.contains(code, in: scope) == chain.contains { $0.code == scope })
    }
  }

  @Test func `an unknown place lies nowhere`() {
    #expect(tree.town(of: "X-1") == nil)
    #expect(tree.ancestor(of: "X-1", kind: .city) == nil)
    #expect(tree.path(to: "X-1").isEmpty)
    #expect(!tree.contains("X-1", in: "CITY"))
    #expect(!tree.contains("X-1", in: "X-1"))
    #expect(!tree.contains("G111", in: "X-1"))
  }

  @Test func `a loop in the table ends the way up`() {
    let looped = PlaceTree([
      Place(code: "A", name: "甲", kind: .village, parent: "B"),
      Place(code: "B", name: "乙", kind: .village, parent: "A"),
      Place(code: "C", name: "丙", kind: .grid, parent: "C"),
      Place(code: "D", name: "丁", kind: .grid, parent: "X-1"),
    ])
    #expect(looped.city == nil)
    #expect(looped.town(of: "A") == nil)
    #expect(looped.ancestor(of: "C", kind: .town) == nil)
    #expect(looped.contains("A", in: "B"))
    #expect(looped.contains("B", in: "A"))
    #expect(!looped.contains("C", in: "A"))
    #expect(!looped.contains("D", in: "X-1"))
    #expect(looped.path(to: "A").last?.code == "A")
    #expect(looped.path(to: "D").map(\.code) == ["D"])
  }

  @Test func `of two places with one code the first one holds`() {
    let doubled = PlaceTree(TestCity.places + [Place(code: "V11", name: "另一村", kind: .village, parent: "T2")])
    #expect(doubled["V11"]?.name == "东一村")
    #expect(doubled.town(of: "G111") == "T1")
  }

  @Test func `levels are ordered from the root down`() {
    #expect(Place.Kind.allCases.shuffled().sorted() == [.city, .town, .village, .grid])
    #expect(Place.Kind.allCases.map(\.depth) == [0, 1, 2, 3])
  }
}
