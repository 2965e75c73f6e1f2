import Foundation
import Model
import Testing

@testable import CommandCenter

@Suite("The journals of a drill")
struct DrillJournalsTests {
  @Test func `are named by the drill and when it was begun, by the city's clock`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let path = DrillJournals(rehearsal.plan).fresh(at: Instant(seconds: 1_592_357_407), zone: rehearsal.zone)
    #expect(path.hasSuffix("/command-center/drills/first-shift-20200617-093007.db"))
  }

  @Test func `know the folder of their drill, and where the report goes`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("place-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = DrillPlace(journal: folder.path + "/a.db")
    #expect(place.folder == nil)
    try place.note(folder: "/srv/演练/first-shift/../first-shift")
    #expect(place.folder == "/srv/演练/first-shift")
    #expect(place.report == folder.path + "/a.html")
  }
}
