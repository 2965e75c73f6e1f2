import City
import Foundation
import Testing

@Suite("A change in the tables")
struct TableFindingTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let expected: [String]

    init(_ file: String, _ old: String, _ new: String, _ expected: String...) {
      self.file = file
      self.old = old
      self.new = new
      self.expected = expected
    }

    var testDescription: String { "\(file): \(old.debugDescription) → \(new.debugDescription)" }
  }

  static let rows: [Change] = [
    Change("places.csv", "adcode", "adkode", "columnUnknown places.csv:1:5"),
    Change("places.csv", "name,kind", "nome,kind", "columnUnknown places.csv:1:2", "columnMissing places.csv:1:8"),
    Change("places.csv", "pinyin,zone", "zone,zone", "columnRepeated places.csv:1:7"),
    Change("places.csv", "凤城社区,village,1001,,,", "凤城社区,village,1001,,", "fieldCountWrong places.csv:5:7"),
    Change("places.csv", "余东镇", "", "cellEmpty places.csv:3:2"),
    Change("places.csv", "余东镇,town", "余东镇,twon", "wordUnknown places.csv:3:3"),
    Change("places.csv", "yu dong zhen", "yu\u{7}dong", "cellHostile places.csv:3:6"),
    Change("places.csv", "yu dong zhen", "yu\u{9B}dong", "cellHostile places.csv:3:6"),
    Change("places.csv", "余东镇", "余\u{202E}东镇", "cellHostile places.csv:3:2"),
    Change("places.csv", "余东镇", "余\u{200B}东镇", "cellHostile places.csv:3:2"),
    Change("places.csv", "余东镇", "余\u{3164}东镇", "cellHostile places.csv:3:2"),
    Change("places.csv", "余东镇", "\"余东镇", "recordUnreadable places.csv:3:1"),
    Change("places.csv", "余东镇", "余\"东镇", "quoteIrregular places.csv:3:2"),
    Change(
      "partners.csv", "K-1", "K 1", "codeMalformed partners.csv:2:1", "partnerUnknown resources.csv:2:2",
      "partnerUnknown resources.csv:3:2"),
    Change("partners.csv", "school", "shop", "wordUnknown partners.csv:2:3"),
    Change("partners.csv", "school,1001", "school,1009", "placeUnknown partners.csv:2:4"),
    Change(
      "partners.csv", "K-1,余东小学", "K-2,,,,,,\nK-1,余东小学",
      "cellEmpty partners.csv:2:2", "cellEmpty partners.csv:2:3", "cellEmpty partners.csv:2:4"),
    Change("workdays.csv", "2020-06-28", "2020-06-31", "dateMalformed workdays.csv:3:1"),
    Change("workdays.csv", "2020-06-28", "28.6.2020", "dateMalformed workdays.csv:3:1"),
    Change("workdays.csv", "2020-06-28", "2020-06-25", "codeRepeated workdays.csv:3:1"),
    Change("workdays.csv", ",work", ",wrok", "wordUnknown workdays.csv:3:2"),
  ]

  static let places: [Change] = [
    Change(
      "places.csv", "1002,三星镇", "1001,三星镇",
      "parentUnknown places.csv:6:4", "codeRepeated places.csv:4:1", "placeUnknown units.csv:5:5",
      "placeUnknown units.csv:5:10", "placeUnknown needs.csv:3:2"),
    Change("places.csv", "1002,三星镇", "1002,余东镇", "nameRepeated places.csv:4:2"),
    Change(
      "places.csv", "1,海门市,city,", "1,海门市,city,1",
      "parentCycle places.csv:2:4", "parentOfWrongKind places.csv:2:4"),
    Change(
      "places.csv", "1002,三星镇,town,1,", "1002,三星镇,city,,",
      "cityRepeated places.csv:4:3", "parentOfWrongKind places.csv:6:4", "zoneOutsideTown places.csv:4:7",
      "actsForNoTown units.csv:5:10"),
    Change("places.csv", "凤城社区,village,1001,", "凤城社区,village,,", "parentMissing places.csv:5:4"),
    Change("places.csv", "第一网格,grid,1001001", "第一网格,grid,1001", "parentOfWrongKind places.csv:7:4"),
    Change("places.csv", "第一网格,grid,1001001", "第一网格,grid,1009", "parentUnknown places.csv:7:4"),
    Change("places.csv", "凤城社区,village,1001,,,", "凤城社区,village,1001,,,x", "zoneOutsideTown places.csv:5:7"),
    Change("grids.csv", "100100101", "1001001", "gridTeamWithoutGrid grids.csv:2:1", "gridTeamMissing places.csv:7:1"),
    Change("grids.csv", "丙", "", "gridRoleEmpty grids.csv:2:7"),
    Change("grids.csv", "沈国平", "", "cellEmpty grids.csv:2:2"),
  ]

  static let units: [Change] = [
    Change("units.csv", "执法局·余东", "综合执法局余东镇", "shortNameWide units.csv:4:3"),
    Change(
      "units.csv", "D-POLICE,公安局,公安局,department,1,C", "D-POLICE,公安局,公安局,department,1,X",
      "parentUnknown units.csv:3:6"),
    Change("units.csv", "cityCentre,1,,yes", "cityCentre,1,D-POLICE,yes", "parentCycle units.csv:2:6"),
    Change("units.csv", "cityCentre,1,,yes", "cityCentre,1,,ja", "wordUnknown units.csv:2:7"),
    Change(
      "units.csv", "no,,,1002", "no,,,1001",
      "leadUnresolved catalogue.csv:3:5", "coUnitUnresolved catalogue.csv:4:6", "actsForRepeated units.csv:5:10"),
    Change("units.csv", "09:00-12:00", "9:00-12:00", "hoursMalformed units.csv:3:11"),
    Change("units.csv", "09:00-12:00", "12:00-09:00", "hoursReversed units.csv:3:11"),
    Change("units.csv", ";13:30", ";11:30", "hoursOverlap units.csv:3:11"),
    Change("units.csv", "V-2,叠石桥社区居委会", "V-1,叠石桥社区居委会", "codeRepeated units.csv:7:1"),
    Change(
      "units.csv", "V-2,叠石桥社区居委会,叠石桥社区,village", "V-2,叠石桥社区居委会,叠石桥社区,window",
      "leadUnresolved catalogue.csv:2:5"),
    Change(
      "units.csv", "D-POLICE", "D-POL",
      "unitUnknown catalogue.csv:2:6", "unitUnknown catalogue.csv:4:5"),
    Change("catalogue.csv", "HL-1", "EN-1", "codeRepeated catalogue.csv:4:1"),
    Change("catalogue.csv", "@village,D-POLICE", "@village,D-POLICE;@village", "coUnitRepeated catalogue.csv:2:6"),
    Change("catalogue.csv", "@village,D-POLICE", "@mayor,D-POLICE", "wordUnknown catalogue.csv:2:5"),
    Change("catalogue.csv", "@village,D-POLICE", "@gridTeam,D-POLICE", "leadUnresolved catalogue.csv:2:5"),
    Change(
      "catalogue.csv", "D-POLICE,@enforcement,L-DAY", "D-POLICE,@window:POLICE,L-DAY",
      "coUnitUnresolved catalogue.csv:4:6"),
    Change("catalogue.csv", ",@enforcement,L-DAY", ",@enforcement,L-X", "levelUnknown catalogue.csv:4:7"),
  ]

  static let rest: [Change] = [
    Change("service-levels.csv", "normal,sign,30", "normal,sign,0", "limitOutOfRange service-levels.csv:4:4"),
    Change("service-levels.csv", "normal,sign,30", "normal,sign,-5", "limitOutOfRange service-levels.csv:4:4"),
    Change(
      "service-levels.csv", "normal,sign,30", "normal,sign,1.5",
      "limitNotWhole service-levels.csv:4:4"),
    Change("service-levels.csv", "L-DAY,normal,sign,30,workingMinutes\n", "", "limitMissing service-levels.csv:2:1"),
    Change(
      "service-levels.csv", "normal,sign", "normal,file",
      "limitMissing service-levels.csv:2:1", "codeRepeated service-levels.csv:4:1"),
    Change(
      "service-levels.csv", "urgent,sign,30,clockMinutes", "urgent,sign,30,workingMinutes",
      "urgentOnWorkingTime service-levels.csv:11:5"),
    Change("seats.csv", "承办,town,1001", "承办,town,1", "seatPlaceOfWrongTier seats.csv:6:4"),
    Change("seats.csv", "受理,city,1,intake", "受理,city,1001,intake", "seatPlaceOfWrongTier seats.csv:2:4"),
    Change("seats.csv", "town,1001", "town,1009", "placeUnknown seats.csv:6:4"),
    Change("seats.csv", "s2,派遣,city,1,dispatcher", "s2,派遣,town,1001,dispatcher", "commandRoleUnheld seats.csv:1:5"),
    Change("seats.csv", "observer", "supervisor", "roleUnheld seats.csv:1:5"),
    Change("seats.csv", "s9", "s8", "codeRepeated seats.csv:10:1"),
    Change("officers.csv", "s2;s3", "s2;s0", "seatUnknown officers.csv:2:4"),
    Change("officers.csv", "hm-gu", "hm-chen", "accountShared officers.csv:3:5"),
    Change("officers.csv", "O-2", "O-1", "codeRepeated officers.csv:3:1"),
  ]

  static let coBuilding: [Change] = [
    Change("needs.csv", "N-1,1001001", "N-1,1009", "placeUnknown needs.csv:2:2"),
    Change("needs.csv", "N-2,1002", "N-1,1002", "codeRepeated needs.csv:3:1"),
    Change("needs.csv", "venue", "palace", "wordUnknown needs.csv:2:3"),
    Change("needs.csv", "N-1,1001001", "N-9,1001001", "needUnknown projects.csv:2:3"),
    Change("resources.csv", "K-1,venue", "K-9,venue", "partnerUnknown resources.csv:2:2"),
    Change("resources.csv", "操场,town", "操场,village", "wordUnknown resources.csv:2:5"),
    Change("resources.csv", "R-2", "R-1", "codeRepeated resources.csv:3:1"),
    Change("projects.csv", "R-1", "R-9", "resourceUnknown projects.csv:2:4"),
    Change("projects.csv", "R-1", "R-2", "resourceServesNot projects.csv:2:4"),
    Change("projects.csv", "N-1,R-1", "N-2,R-1", "resourceServesNot projects.csv:2:4"),
    Change("projects.csv", "running", "ran", "wordUnknown projects.csv:2:5"),
    Change("party-groups.csv", "100100101", "1001", "partyGroupTooWide party-groups.csv:2:3"),
    Change("party-groups.csv", "100100101", "1", "partyGroupTooWide party-groups.csv:2:3"),
    Change("party-groups.csv", "调解", "", "cellEmpty party-groups.csv:2:5"),
  ]

  @Test("is found where it stands", arguments: rows + places + units + rest + coBuilding)
  func found(_ change: Change) throws {
    let found = try SmallCity().findings(file: change.file, replacing: change.old, with: change.new)
    #expect(Set(found) == Set(change.expected))
    #expect(found.count == change.expected.count)
  }

  @Test func `a duplicate names both lines`() throws {
    var city = SmallCity()
    city.files["officers.csv"]? += "O-1,另一人,,,,\n"
    let findings = try city.inFolder { CityFolder.check($0) }
    let message = try #require(findings.first).message
    #expect(message.contains("第 2 行") && message.contains("第 4 行"))
  }

  @Test func `a category that no unit takes names the town`() throws {
    var city = SmallCity()
    city.files["units.csv"] = city.files["units.csv"]?.replacingOccurrences(of: "no,,,1002", with: "no,,,")
    let findings = try city.inFolder { CityFolder.check($0) }
    let lead = try #require(findings.first { $0.code == .leadUnresolved })
    #expect(lead.message.contains("三星镇"))
    #expect(!lead.message.contains("余东镇"))
  }

  @Test func `an unreadable row is not blamed on those that name its code`() throws {
    let found = try SmallCity().findings(
      file: "units.csv", replacing: "D-POLICE,公安局,公安局,department", with: "D-POLICE,公安局,公安局,depart")
    #expect(found == ["wordUnknown units.csv:3:4"])
  }

  @Test func `no message repeats a hostile character`() throws {
    var city = SmallCity()
    city.files["places.csv"] = city.files["places.csv"]?.replacingOccurrences(
      of: "town", with: "to\u{1B}[31m\u{202E}wn")
    for finding in try city.inFolder({ CityFolder.check($0) }) {
      #expect(!finding.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
