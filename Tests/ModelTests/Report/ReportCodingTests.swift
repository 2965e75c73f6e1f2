import Foundation
import Model
import Testing

@Suite struct ReportCodingTests {
  /// A report in which every field is filled.
  static let full = TestCity.report { report in
    report.occurredAt = TestCity.at(8, 30)
    report.location = Location(address: "解放路 1 号", latitude: 31_870_000, longitude: -121_180_000)
    report.urgency = .critical
    report.confidential = true
    report.exercise = true
    report.attachments = [OrderCourse.photo]
    report.upstream = Upstream(number: "U-1", level: "省", deadline: TestCity.at(20))
    report.origin = OriginState(unit: "D-ROAD", status: "Closed", closedAt: TestCity.at(8), outcome: "已修")
    report.detail = .police(PoliceItem(alarm: "A-1", kind: .noise))
  }

  @Test func `a report comes back from JSON, full and bare`() throws {
    for report in [Self.full, TestCity.report { $0.category = nil }] {
      let bytes = try JSONEncoder().encode(report)
      #expect(try JSONDecoder().decode(Report.self, from: bytes) == report)
      #expect(try JSONKeys.unfit(in: bytes).isEmpty)
    }
  }

  @Test func `a report's keys are these`() throws {
    #expect(
      Set(try JSONKeys.all(in: JSONEncoder().encode(Self.full))) == [
        "source", "source_id", "reported_at", "occurred_at", "place", "location", "address", "latitude", "longitude",
        "category", "urgency", "title", "text", "confidential", "exercise", "attachments", "kind", "uri", "sha256",
        "upstream", "number", "level", "deadline", "origin", "unit", "status", "closed_at", "outcome", "detail",
        "police", "alarm",
      ])
  }

  @Test func `who reported comes back from JSON and knows when it is nobody`() throws {
    let person = PersonalData(name: "戊某", phone: "11900001234", identity: "000000199001011234")
    #expect(try JSONDecoder().decode(PersonalData.self, from: JSONEncoder().encode(person)) == person)
    #expect(!person.isEmpty)
    #expect(PersonalData().isEmpty)
    for single in [PersonalData(name: "戊某"), PersonalData(phone: "1"), PersonalData(identity: "0")] {
      #expect(!single.isEmpty)
    }
    let incoming = IncomingReport(report: Self.full, reporter: person)
    #expect(incoming != IncomingReport(report: Self.full))
  }

  @Test func `a message is the same by its source and the source's number`() {
    let report = TestCity.report()
    #expect(report.isSameMessage(as: TestCity.report { $0.text = "另" }))
    #expect(!report.isSameMessage(as: TestCity.report { $0.sourceID = "W-2" }))
    #expect(!report.isSameMessage(as: TestCity.report { $0.source = .other }))
  }

  @Test func `codes are bare strings in JSON and sort by their bytes`() throws {
    let codes: [PlaceCode] = ["T1", "CITY", "镇"]
    #expect(String(decoding: try JSONEncoder().encode(codes), as: UTF8.self) == #"["T1","CITY","镇"]"#)
    #expect(try JSONDecoder().decode([PlaceCode].self, from: JSONEncoder().encode(codes)) == codes)
    #expect(codes.sorted().map(\.description) == ["CITY", "T1", "镇"])
    #expect(PlaceCode(rawValue: "T1") == PlaceCode("T1"))
  }
}
