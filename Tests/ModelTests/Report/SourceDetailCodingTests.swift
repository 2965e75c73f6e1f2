import Foundation
import Model
import Testing

@Suite struct SourceDetailCodingTests {
  /// Every source's fields with every value that an enumeration of theirs may have.
  static let samples: [SourceDetail] =
    GridAlert.Kind.allCases.map {
      .grid(GridAlert(worker: "丁某", role: "宣传员", kind: $0, settled: $0 == .hazard))
    }
    + CityManagementCase.Class.allCases.map {
      .cityManagement(CityManagementCase(collector: "C-1", classification: $0, code: "0101", checked: $0 == .event))
    }
    + EnforcementCase.Step.allCases.map {
      .enforcement(EnforcementCase(number: "执-1", brigade: "E1", party: "某店", step: $0))
    }
    + HotlineItem.Kind.allCases.flatMap { kind in
      HotlineItem.Channel.allCases.map { .hotline(HotlineItem(kind: kind, channel: $0, answered: $0 == .seat)) }
    }
    + PoliceItem.Kind.allCases.map { .police(PoliceItem(alarm: "A-1", kind: $0)) }
    + EmergencyReport.Phase.allCases.map {
      .emergency(EmergencyReport(phase: $0, incident: "I-1", severity: 4, casualties: 0))
    }
    + WindowApplication.Step.allCases.map {
      .window(WindowApplication(window: "公安", matter: "居住证", guide: "G-1", step: $0))
    }

  @Test(arguments: samples) func `a source's fields come back from JSON`(detail: SourceDetail) throws {
    let bytes = try JSONEncoder().encode(detail)
    #expect(try JSONDecoder().decode(SourceDetail.self, from: bytes) == detail)
    #expect(try JSONKeys.unfit(in: bytes).isEmpty)
  }

  @Test func `the only key names the source`() throws {
    let detail = SourceDetail.cityManagement(
      CityManagementCase(collector: "C-1", classification: .part, code: "0101", checked: true))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(detail), as: UTF8.self)
        == #"{"city_management":{"checked":true,"class":"part","code":"0101","collector":"C-1"}}"#)
  }

  @Test(arguments: [
    "{}", #"{"radio":{}}"#, "[]", "null", #"{"police":{"alarm":"A-1"}}"#, #"{"police":{"alarm":"A-1","kind":"x"}}"#,
    #"{"police":{"alarm":1,"kind":"help"}}"#,
    #"{"police":{"alarm":"A-1","kind":"help"},"emergency":{"phase":"first","incident":"","severity":1,"casualties":0}}"#,
    #"{"emergency":{"phase":"first","incident":"","severity":1.5,"casualties":0}}"#,
  ])
  func `fields of no source, of two, or of a wrong type are refused`(text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SourceDetail.self, from: Data(text.utf8)) }
  }
}
