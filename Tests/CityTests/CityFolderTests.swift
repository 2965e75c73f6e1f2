import City
import Foundation
import Model
import Testing

@Suite("A city's folder")
struct CityFolderTests {
  @Test func `a whole city has no finding and is linked`() throws {
    let city = try SmallCity().inFolder { try CityFolder.load($0) }
    #expect(city.findings.isEmpty)
    #expect(city.tables.name == "海门市")
    #expect(city.tierNames == [.city: "市", .town: "镇"])
    #expect(city.tables.sourceNames[.hotline] == "12345")
    #expect(city.tables.calendar.hours == [.init(start: 510, end: 720), .init(start: 840, end: 1_050)])
    #expect(city.tables.places.towns.map(\.name) == ["余东镇", "三星镇"])
    #expect(city.tables.grids["100100101"]?.roles == ["甲", "乙", "丙", "丁", "戊", "己"])
    #expect(city.tables.category("EN-1")?.guide == ["到场/取证", "劝离"])
    #expect(city.tables.category("GR-1")?.keywords == ["邻里", "吵架"])
    #expect(city.tables.resolve(.enforcement, at: "1002001") == "E-2")
    #expect(city.tables.limit(.sign, category: "GR-1", urgency: .normal) == Limit(amount: 30, clock: .workingMinutes))
    #expect(city.tables.limit(.sign, category: nil, urgency: .urgent) == Limit(amount: 30, clock: .clockMinutes))
    #expect(city.tables.officer("O-1")?.seats == ["s2", "s3"])
    let holiday = try #require(CivilDay(year: 2020, month: 6, day: 25))
    #expect(city.tables.calendar.isWorkday(holiday) == false)
  }

  @Test func `warnings do not stop a city from loading`() throws {
    var small = SmallCity()
    small.files["grids.csv"] = small.files["grids.csv"]?.replacingOccurrences(of: "丙", with: "")
    let city = try small.inFolder { try CityFolder.load($0) }
    #expect(city.findings.map(\.code) == [.gridRoleEmpty])
  }

  @Test func `errors do, and all of them are told`() throws {
    var small = SmallCity()
    small.files["seats.csv"] = small.files["seats.csv"]?.replacingOccurrences(of: "intake", with: "intak")
    small.files["officers.csv"] = small.files["officers.csv"]?.replacingOccurrences(of: "s4", with: "s44")
    let error = try small.inFolder { path in #expect(throws: CityError.self) { try CityFolder.load(path) } }
    #expect(error?.code == .findings)
    #expect(
      error?.findings.filter { $0.severity == .error }.map(\.code) == [
        .roleUnheldByOfficer, .seatUnknown, .wordUnknown,
      ])
  }

  @Test func `a folder that is not there says so`() {
    let error = #expect(throws: CityError.self) { try CityFolder.load("/nowhere/at/all") }
    #expect(error?.code == .folderMissing)
    #expect(CityFolder.check("/nowhere/at/all").map(\.code) == [.folderMissing])
  }

  @Test func `a missing, an empty and an ill-formed file are told apart`() throws {
    var small = SmallCity()
    small.files["partners.csv"] = nil
    small.files["workdays.csv"] = ""
    try small.inFolder { path in
      var bytes = Data("code,name,phone,seats,accounts,duty\nO-1,".utf8)
      bytes.append(contentsOf: [0xC3, 0x28])
      bytes.append(contentsOf: ",,,,\n".utf8)
      try bytes.write(to: URL(fileURLWithPath: path + "/officers.csv"))
      let found = CityFolder.check(path).map(SmallCity.brief)
      #expect(found.contains("fileUnreadable partners.csv:1:1"))
      #expect(found.contains("tableEmpty workdays.csv:1:1"))
      #expect(found.contains("encodingIllFormed officers.csv:2:2"))
    }
  }

  @Test func `a folder in the place of a table is refused`() throws {
    try SmallCity().inFolder { path in
      try FileManager.default.removeItem(atPath: path + "/seats.csv")
      try FileManager.default.createDirectory(atPath: path + "/seats.csv", withIntermediateDirectories: false)
      #expect(CityFolder.check(path).map(SmallCity.brief) == ["fileUnreadable seats.csv:1:1"])
    }
  }

  @Test func `tables as a spreadsheet saves them read the same`() throws {
    var small = SmallCity()
    for (name, text) in small.files where name.hasSuffix(".csv") {
      small.files[name] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n"
    }
    let city = try small.inFolder { try CityFolder.load($0) }
    #expect(city.findings.isEmpty)
    #expect(city.tables.units.all.count == 6)
  }

  @Test func `the digest follows the content of the tables and nothing else`() throws {
    let first = try SmallCity().inFolder { try CityFolder.load($0) }.digest
    var other = SmallCity()
    other.files["notes.txt"] = "not a table"
    #expect(try other.inFolder { try CityFolder.load($0) }.digest == first)
    other.files["partners.csv"]? += "\n"
    let changed = try other.inFolder { try CityFolder.load($0) }.digest
    #expect(changed != first)
    #expect(changed.count == 64)
    #expect(changed.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test func `pinyin finds places, units and categories, the best first`() throws {
    let index = try SmallCity().inFolder { try CityFolder.load($0) }.pinyinIndex
    #expect(index.matches("ydz").first == .init(subject: .place("1001"), rank: .initials))
    #expect(index.matches("yd", in: [.places]).map(\.subject) == [.place("1001")])
    #expect(index.matches("ＹｕＤｏｎｇ", in: [.places]).first?.rank == .pinyinPrefix)
    #expect(index.matches("余东", in: [.places]).first == .init(subject: .place("1001"), rank: .namePrefix))
    #expect(index.matches("噪声").map(\.subject) == [.category("HL-1")])
    #expect(index.matches("zs", in: [.categories]).map(\.rank) == [.soundInside])
    #expect(index.matches("d-pol").first == .init(subject: .unit("D-POLICE"), rank: .codePrefix))
    #expect(index.matches("gaj").first?.subject == .unit("D-POLICE"))
    #expect(index.matches("社区", limit: 2).count == 2)
    #expect(index.matches("zz9").isEmpty)
    #expect(index.matches(" ").isEmpty)
  }

  @Test func `a unit works in its own hours where the table has them`() throws {
    let tables = try SmallCity().inFolder { try CityFolder.load($0) }.tables
    #expect(
      tables.calendar(of: "D-POLICE").hours
        == [WorkCalendar.Hours(start: 540, end: 720), WorkCalendar.Hours(start: 810, end: 1_020)])
    #expect(tables.calendar(of: "D-POLICE").exceptions == tables.calendar.exceptions)
    for unit in ["C", "nobody", nil] as [UnitCode?] { #expect(tables.calendar(of: unit) == tables.calendar) }
  }

  @Test func `a need finds the resources of its sort that reach its town, its own town's first`() throws {
    let tables = try SmallCity().inFolder { try CityFolder.load($0) }.tables
    let needs = tables.coBuilding.needs
    #expect(needs.map { tables.resources(for: $0).map(\.code) } == [["R-1"], ["R-2"]])
    #expect(tables.coBuilding.projects.first?.need == "N-1")
    #expect(tables.coBuilding.partyGroups.first?.speciality == "调解")
    let elsewhere = CoBuilding.Need(code: "N-3", place: "1002", kind: .venue, title: "场地")
    #expect(tables.resources(for: elsewhere).isEmpty)
  }

  @Test func `a city without the lists of its partners is whole`() throws {
    var small = SmallCity()
    for file in ["needs.csv", "resources.csv", "projects.csv", "party-groups.csv"] { small.files[file] = nil }
    let city = try small.inFolder { try CityFolder.load($0) }
    #expect(city.findings.isEmpty)
    #expect(city.tables.coBuilding == CoBuilding())
  }
}
