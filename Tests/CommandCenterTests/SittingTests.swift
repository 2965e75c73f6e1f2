import ArgumentParser
import City
import Foundation
import Journal
import Model
import Testing

@testable import CommandCenter

@Suite("Who sits where")
struct SittingTests {
  private func authority(_ arguments: [String], kind: JournalKind, account: String) throws -> Authority {
    let city = try CityFolder.load(Shift.folder + "/haimen").tables
    return try SittingOptions.parse(arguments).authority(in: city, kind: kind, account: account)
  }

  @Test func `an account that no officer has looks on in earnest, and leads a demonstration`() throws {
    #expect(try authority([], kind: .live, account: "stranger").role == .observer)
    #expect(try authority([], kind: .live, account: "stranger").officer == "stranger")
    #expect(try authority([], kind: .demo, account: "stranger").seat == "city-chief")
    #expect(try authority([], kind: .drill, account: "stranger").seat == "city-chief")
    #expect(try authority([], kind: .live, account: "hm-gu").seat == "city-leader")
  }

  @Test(arguments: ["city-chief", "city-intake-1", "town-320614113-chief"])
  func `in earnest it takes no other seat, and is told why`(seat: String) throws {
    let error = #expect(throws: Failure.self) { try authority(["--seat", seat], kind: .live, account: "stranger") }
    #expect(error?.code == .refused)
    #expect(error?.description.contains("officers.csv") == true)
    #expect(try authority(["--seat", seat], kind: .demo, account: "stranger").seat.rawValue == seat)
    #expect(try authority(["--seat", "city-observe"], kind: .live, account: "stranger").role == .observer)
    #expect(throws: Failure.self) { try authority(["--seat", "nowhere"], kind: .live, account: "stranger") }
  }
}
