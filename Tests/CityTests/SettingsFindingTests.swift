import City
import Testing

@Suite("A change in city.yaml")
struct SettingsFindingTests {
  @Test(
    "is found where it stands",
    arguments: [
      ("format: 1", "format: 2", ["formatUnknown city.yaml:1:9"]),
      ("format: 1", "format: one", ["valueWrong city.yaml:1:9"]),
      ("site: HM", "place: HM", ["keyMissing city.yaml:1:1", "keyUnknown city.yaml:11:1"]),
      ("Asia/Shanghai", "Asia/Atlantis", ["zoneUnknown city.yaml:6:11"]),
      ("Asia/Shanghai", "../../etc/passwd", ["zoneUnknown city.yaml:6:11"]),
      ("08:30-12:00", "08:30-1200", ["hoursMalformed city.yaml:8:5"]),
      ("08:30-12:00", "12:00-08:30", ["hoursReversed city.yaml:8:5"]),
      ("08:30-12:00", "08:30-14:30", ["hoursOverlap city.yaml:9:5"]),
      ("14:00-17:30", "14:00-25:30", ["hoursMalformed city.yaml:9:5"]),
      ("claimMinutes: 10", "claimMinutes: 0", ["valueWrong city.yaml:10:15"]),
      ("  window: 一窗\n", "", ["keyMissing city.yaml:13:3"]),
      ("  other: 其他", "  other: 其他\n  pigeon: 飞鸽", ["keyUnknown city.yaml:21:3"]),
      ("critical: 特急 }", "critical: }", ["valueWrong city.yaml:21:48"]),
      ("tierNames: { city: 市, town: 镇 }", "tierNames: [市, 镇]", ["valueWrong city.yaml:5:12"]),
      ("name: 海门市", "name: 海门市\nname: 余东", ["yamlMalformed city.yaml:3:1"]),
      ("name: 海门市", "name: \"海门市", ["yamlMalformed city.yaml:8:6"]),
      ("海门市社会", "海门\u{202E}市社会", ["cellHostile city.yaml:4:8"]),
      (
        "amberPercent: 75", "amberPercent: 75\n  raising: { red: urge, triple: scold }", ["wordUnknown city.yaml:43:33"]
      ),
      ("amberPercent: 75", "amberPercent: 75\n  raising: { green: urge }", ["keyUnknown city.yaml:43:14"]),
      ("amberPercent: 75", "amberPercent: 75\n  raising: urge", ["valueWrong city.yaml:43:12"]),
      ("site: HM", "site: HM\ndefaultLevel: L-X", ["levelUnknown city.yaml:12:15"]),
    ])
  func found(_ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try SmallCity().findings(file: "city.yaml", replacing: old, with: new) == expected)
  }
}
