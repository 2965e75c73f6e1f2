import Model
import Testing

@Suite struct UnitTests {
  private let city = TestCity.tables

  @Test func `units are found by code and by the part they play`() {
    let units = city.units
    #expect(units.all.count == TestCity.units.count)
    #expect(units["D-WATER"]?.stationed == true)
    #expect(units["X-1"] == nil)
    #expect(units.first(.townCentre, at: "T2") == "TC2")
    #expect(units.first(.townCentre, at: "V11") == nil)
    #expect(units.first(.department, at: "CITY") == "D-WATER")
    #expect(units.first(.department, at: nil) == nil)
    #expect(units.acting(for: "T1") == "E1")
    #expect(units.acting(for: "CITY") == nil)
    #expect(units.acting(for: nil) == nil)
    #expect(units.window("POLICE", at: "T1") == "SC1-POLICE")
    #expect(units.window("OLICE", at: "T1") == nil)
    #expect(units.window("POLICE", at: "T2") == nil)
    #expect(units.window("POLICE", at: nil) == nil)
  }

  @Test(arguments: [
    (UnitReference.unit("D-WATER"), PlaceCode("G111"), UnitCode?.some("D-WATER")), (.unit("X-1"), "G111", nil),
    (.unit("D-WATER"), "X-1", "D-WATER"), (.townCentre, "G111", "TC1"), (.townCentre, "T2", "TC2"),
    (.townCentre, "CITY", nil), (.enforcement, "V12", "E1"), (.enforcement, "G211", "E2"),
    (.enforcement, "CITY", nil), (.serviceCentre, "G112", "SC1"), (.serviceCentre, "G211", nil),
    (.village, "G111", "VU11"), (.village, "V11", "VU11"), (.village, "V12", nil), (.village, "T1", nil),
    (.gridTeam, "G111", "GT111"), (.gridTeam, "G112", nil), (.gridTeam, "V11", nil),
    (.window("CIVIL"), "G111", "SC1-CIVIL"), (.window("POLICE"), "T1", "SC1-POLICE"),
    (.window("WATER"), "T1", nil), (.window("POLICE"), "CITY", nil), (.gridTeam, "X-1", nil),
  ])
  func `a catalogue's reference means a unit where the order lies`(
    reference: UnitReference, place: PlaceCode, unit: UnitCode?
  ) {
    #expect(city.resolve(reference, at: place) == unit)
  }

  @Test(arguments: [
    ("D-WATER", UnitReference?.some(.unit("D-WATER"))), ("水务局", .unit("水务局")), ("@townCentre", .townCentre),
    ("@enforcement", .enforcement), ("@serviceCentre", .serviceCentre), ("@village", .village),
    ("@gridTeam", .gridTeam), ("@window:POLICE", .window("POLICE")), ("@window:A:B", .window("A:B")), ("", nil),
    ("@", nil), ("@window", nil), ("@window:", nil), ("@Village", nil), ("@village ", nil), ("@park", nil),
  ])
  func `the catalogue's writing is read, and no other`(text: String, reference: UnitReference?) {
    #expect(UnitReference(text) == reference)
  }
}
