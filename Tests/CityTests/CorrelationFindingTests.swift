import City
import Model
import Testing

@Suite("correlation.yaml")
struct CorrelationFindingTests {
  private static let text = """
    format: 1
    threshold: 70
    nearMetres: 50
    farMetres: 200
    points: { near: 40, apart: -80 }
    leftOut: [window, other]
    everydayWords: 来电 反映

    """

  private var city: SmallCity {
    var city = SmallCity()
    city.files["correlation.yaml"] = CorrelationFindingTests.text
    return city
  }

  @Test func `may be left out`() throws {
    let loaded = try SmallCity().inFolder { try CityFolder.load($0) }
    #expect(loaded.tables.correlation == .standard)
  }

  @Test func `is read, and what it leaves out keeps its default`() throws {
    var wanted = CorrelationRules.standard
    wanted.threshold = 70
    wanted.nearMetres = 50
    wanted.farMetres = 200
    wanted.near = 40
    wanted.apart = -80
    wanted.leftOut = [.window, .other]
    wanted.everydayWords = "来电 反映"
    let loaded = try city.inFolder { try CityFolder.load($0) }
    #expect(loaded.tables.correlation == wanted)
    #expect(try loaded.digest != SmallCity().inFolder { try CityFolder.load($0) }.digest)
  }

  @Test(
    "is found wrong where it stands",
    arguments: [
      ("format: 1", "format: 2", ["formatUnknown correlation.yaml:1:9"]),
      ("format: 1\n", "", ["keyMissing correlation.yaml:1:1"]),
      ("threshold: 70", "threshold: 0", ["valueWrong correlation.yaml:2:12"]),
      ("threshold: 70", "threshold: many", ["valueWrong correlation.yaml:2:12"]),
      ("threshold: 70", "treshold: 70", ["keyUnknown correlation.yaml:2:1"]),
      ("farMetres: 200", "farMetres: 20", ["valueWrong correlation.yaml:4:12"]),
      ("near: 40", "near: -1", ["valueWrong correlation.yaml:5:17"]),
      ("near: 40", "next: 40", ["keyUnknown correlation.yaml:5:11"]),
      ("{ near: 40, apart: -80 }", "40", ["valueWrong correlation.yaml:5:9"]),
      ("other]", "pigeon]", ["wordUnknown correlation.yaml:6:19"]),
      ("[window, other]", "[window, other", ["yamlMalformed correlation.yaml:7:14"]),
    ])
  func found(_ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try city.findings(file: "correlation.yaml", replacing: old, with: new) == expected)
  }
}
