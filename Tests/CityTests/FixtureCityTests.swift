import City
import Foundation
import Model
import Testing

@Suite("The cities that come with the desk")
struct FixtureCityTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("fixtures")

  @Test("have no findings", arguments: ["haimen", "nyc311"])
  func clean(_ name: String) throws {
    let city = try CityFolder.load(FixtureCityTests.folder.appendingPathComponent(name).path)
    #expect(city.findings.isEmpty)
    #expect(!city.tables.categories.isEmpty)
  }

  @Test func `Haimen has its towns, and its catalogue a unit everywhere`() throws {
    let tables = try CityFolder.load(FixtureCityTests.folder.appendingPathComponent("haimen").path).tables
    #expect(tables.places.towns.count == 12)
    #expect(tables.categories.count >= 80)
    for place in tables.places.all where place.kind == .grid {
      for category in tables.categories {
        #expect(tables.resolve(category.lead, at: place.code) != nil, "\(category.code) at \(place.code)")
      }
    }
  }

  @Test("units are found by initials with a few left out, after those that fit better")
  func abbreviations() throws {
    let city = try CityFolder.load(FixtureCityTests.folder.appendingPathComponent("haimen").path)
    let found = city.pinyinIndex.matches("zhzf", in: [.units])
    #expect(found.count == 12)
    #expect(found.allSatisfy { $0.rank == .initialsScattered })
    let bureaus = city.tables.units.all.filter { $0.kind == .enforcementBureau }.map {
      PinyinIndex.Subject.unit($0.code)
    }
    #expect(Set(found.map(\.subject)) == Set(bureaus))
    #expect(city.pinyinIndex.matches("zf", in: [.units]).allSatisfy { $0.rank != .initialsScattered })
  }
}
