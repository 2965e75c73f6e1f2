import Foundation
import Model
import Testing

@Suite struct InstantTests {
  private static let roundedDown: [(milliseconds: Int64, seconds: Int64)] = [
    (0, 0), (999, 0), (1_000, 1), (-1, -1), (-1_000, -1), (-1_001, -2), (.max, 9_223_372_036_854_775),
    (.min, -9_223_372_036_854_776),
  ]

  @Test(arguments: roundedDown)
  func `seconds are rounded down, before the epoch too`(milliseconds: Int64, seconds: Int64) {
    #expect(Instant(milliseconds: milliseconds).seconds == seconds)
  }

  @Test func `moments are counted, compared and moved in milliseconds`() {
    let moment = Instant(seconds: 1_592_269_200)
    #expect(moment.milliseconds == 1_592_269_200_000)
    #expect(moment == TestCity.at(9))
    #expect(moment.adding(minutes: -2).since(moment) == -120_000)
    #expect(moment.adding(milliseconds: 1) > moment)
  }

  @Test func `a moment is the bare number of milliseconds in JSON, and nothing else is a moment`() throws {
    let bytes = try JSONEncoder().encode([Instant(milliseconds: -1)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[-1]")
    #expect(try JSONDecoder().decode([Instant].self, from: bytes) == [Instant(milliseconds: -1)])
    for text in ["[1.5]", "[\"1\"]", "[null]", "[9223372036854775808]"] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(text.utf8)) }
    }
  }
}
