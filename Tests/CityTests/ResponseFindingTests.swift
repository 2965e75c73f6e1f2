import City
import Testing

@Suite("A change in the tables of the emergency responses")
struct ResponseFindingTests {
  @Test(
    "is found where it stands",
    arguments: [
      ("kinds", "防汛,WEATHER", "防汛,RAIN", ["groundUnknown response-kinds.csv:2:3"]),
      ("kinds", "FLOOD,防汛,WEATHER", "FLOOD,防汛,", ["groundMissing response-rules.csv:3:7"]),
      ("kinds", "WATER", "FLOOD", ["codeRepeated response-kinds.csv:3:1"]),
      ("kinds", ",供水", ",", ["cellEmpty response-kinds.csv:3:2"]),
      ("rules", "FLOOD,IV", "TEA,IV", ["responseKindUnknown response-rules.csv:2:1"]),
      ("rules", "FLOOD,IV", "FLOOD,V", ["wordUnknown response-rules.csv:2:2"]),
      ("rules", "IV,,urgent", "IV,TEA,urgent", ["categoryUnknown response-rules.csv:2:3"]),
      ("rules", "L-DAY", "L-TEA", ["levelUnknown response-rules.csv:2:5"]),
      ("rules", "L-DAY", "", ["responseRuleIdle response-rules.csv:2:1"]),
      ("rules", "III,,normal", "IV,,urgent", ["codeRepeated response-rules.csv:3:1"]),
      ("rules", "critical,yes", "grave,yes", ["wordUnknown response-rules.csv:3:6"]),
    ])
  func found(_ table: String, _ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try SmallCity().findings(file: "response-\(table).csv", replacing: old, with: new) == expected)
  }
}
