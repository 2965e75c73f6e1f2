import City
import Foundation
import Model
import Testing

@testable import Drill

@Suite("A change in a drill's files")
struct DrillFindingTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures").path
  private static let city = Result { try CityFolder.load(fixtures + "/haimen").tables }

  @Test(
    "is found where it stands",
    arguments: [
      ("drill.yaml", "format: 1", "format: 2", ["formatUnknown drill.yaml:1:9"]),
      ("drill.yaml", "code: first-shift", "code: First Shift", ["codeMalformed drill.yaml:2:7"]),
      ("drill.yaml", "2020-06-17T09:00:00+08:00", "nine", ["timeMalformed drill.yaml:5:8"]),
      ("drill.yaml", "minutes: 10", "minutes: 0", ["numberOutOfRange drill.yaml:6:10"]),
      ("drill.yaml", "[1, 2, 5, 10]", "[1, 200]", ["numberOutOfRange drill.yaml:8:13"]),
      ("drill.yaml", "- city-chief", "- city-cheif", ["seatUnknown drill.yaml:15:5", "seatUnknown injects.csv:5:16"]),
      ("drill.yaml", "claimed: 10", "claimed: 11", ["weightsWrong drill.yaml:20:3"]),
      (
        "drill.yaml", "claimed: 10", "claimt: 10",
        [
          "weightsWrong drill.yaml:20:3", "keyUnknown drill.yaml:21:3", "objectiveUnweighted expectations.csv:5:2",
          "objectiveUnweighted expectations.csv:6:2",
        ]
      ),
      ("injects.csv", "I01,09:00:30", "I01,08:59:59", ["timeBeforeStart injects.csv:2:2"]),
      ("injects.csv", "I01,09:00:30", "I01,09:10:01", ["timeAfterEnd injects.csv:2:2"]),
      ("injects.csv", "I01,09:00:30", "I01,soon", ["timeMalformed injects.csv:2:2"]),
      ("injects.csv", "I01,09:00:30", "I01,", ["injectTimeWrong injects.csv:2:2"]),
      ("injects.csv", "I04,,missing", "I04,09:02,missing", ["injectTimeWrong injects.csv:5:2"]),
      ("injects.csv", "missing,I02", "missing,I99", ["injectUnknown injects.csv:5:4"]),
      ("injects.csv", "missing,I02", "missing,I04", ["conditionCycle injects.csv:5:4"]),
      (
        "injects.csv", "I06,09:05:00", "I01,09:05:00",
        [
          "injectUnknown expectations.csv:10:3", "injectUnknown expectations.csv:12:3", "codeRepeated injects.csv:7:1",
        ]
      ),
      ("injects.csv", "320614001002", "32061400100X", ["placeUnknown injects.csv:3:8"]),
      ("injects.csv", "PT-GY-MANHOLE", "PT-GY-MANHOLD", ["categoryUnknown injects.csv:2:10"]),
      ("injects.csv", ",4,police", ",-4,police", ["numberOutOfRange injects.csv:5:6"]),
      ("injects.csv", "I01,09:00:30,,", "I01,09:00:30,,I02", ["cellSuperfluous injects.csv:2:4"]),
      ("expectations.csv", "touched,city,,,2", "touched,moon,,,2", ["seatUnknown expectations.csv:2:5"]),
      ("expectations.csv", "discovered,I05", "discovered,I95", ["injectUnknown expectations.csv:4:3"]),
      ("expectations.csv", "D-HOUSING", "D-HOUSE", ["unitUnknown expectations.csv:7:6"]),
      ("expectations.csv", "merged,city,,I02", "merged,city,,", ["cellEmpty expectations.csv:13:7"]),
      ("expectations.csv", "merged,city,,I02", "merged,city,,I77", ["injectUnknown expectations.csv:13:7"]),
      ("expectations.csv", "claimed,I01,claimed", "critical,I01,claimed", ["objectiveUnweighted expectations.csv:5:2"]),
      (
        "expectations.csv", "E11,escalated", "E11,claimed",
        ["objectiveEmpty drill.yaml:24:14"]
      ),
      ("feed.jsonl", "\"exercise\":true,", "", ["reportRejected feed.jsonl:1:1"]),
      ("feed.jsonl", "\"format\":1", "\"format\":2", ["reportRejected feed.jsonl:1:402"]),
      ("feed.jsonl", "T09:0", "T08:0", ["timeBeforeStart feed.jsonl:1:1"]),
    ])
  func found(_ file: String, _ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try findings(file, replacing: old, with: new) == expected)
  }

  @Test func `is found wherever the circle begins`() throws {
    let text =
      "I07,,done,I08,closed,1,hotline,320614001001,,,normal,一,一,,,,\nI08,,done,I07,closed,1,hotline,320614001001,,,normal,二,二,,,,\n"
    #expect(try findings("injects.csv", adding: text) == ["conditionCycle injects.csv:8:4"])
  }

  private func findings(_ file: String, replacing old: String, with new: String) throws -> [String] {
    try findings { name, text in
      guard name == file, let range = text.range(of: old) else { return text }
      return text.replacingCharacters(in: range, with: new)
    }
  }

  private func findings(_ file: String, adding text: String) throws -> [String] {
    try findings { name, known in name == file ? known + text : known }
  }

  /// What is found once every file of the ten-minute drill went through a change.
  private func findings(_ change: (String, String) -> String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["drill.yaml", "feed.jsonl", "injects.csv", "expectations.csv"] {
      let text = try String(contentsOfFile: DrillFindingTests.fixtures + "/drills/first-shift/" + name, encoding: .utf8)
      try Data(change(name, text).utf8).write(to: folder.appendingPathComponent(name))
    }
    return DrillFolder.check(folder.path, city: try DrillFindingTests.city.get()).map {
      "\($0.code.rawValue) \($0.file):\($0.line):\($0.column)"
    }
  }
}
