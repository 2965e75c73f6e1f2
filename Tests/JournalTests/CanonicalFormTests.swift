import Foundation
import Model
import Testing

@testable import Journal

/// Values of every form that the canonical writer meets.
private struct Everything: Codable, Equatable {
  struct Empty: Codable, Equatable {}
  var zebra: String
  var a: Int
  var aa: Int64
  var a_b: Bool
  var list: [Int]
  var none: String?
  var empty: Empty
  var codes: [PlaceCode]
}

@Suite("The canonical form")
struct CanonicalFormTests {
  @Test func `sorts keys by their bytes, leaves out what is missing and writes no blanks`() throws {
    let value = Everything(
      zebra: "z/é", a: -1, aa: .max, a_b: true, list: [3, 1], none: nil, empty: .init(), codes: ["x"])
    let text = String(decoding: try CanonicalWriter.bytes(of: value), as: UTF8.self)
    #expect(
      text == #"{"a":-1,"a_b":true,"aa":9223372036854775807,"codes":["x"],"empty":{},"list":[3,1],"zebra":"z/é"}"#)
  }

  @Test func `escapes only what JSON demands`() throws {
    let bytes = try CanonicalWriter.bytes(of: ["\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}\u{2028}噪𠮷"])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"["\u0000\b\t\n\u000b\f\r\u001f\"\\/"# + "\u{7F}\u{2028}噪𠮷\"]")
  }

  @Test func `writes text in composed form`() throws {
    let bytes = try CanonicalWriter.bytes(of: ["e\u{301}", "\u{2126}", "가", "\u{1112}\u{1161}\u{11AB}"])
    #expect(Array(#"["é","Ω","가","한"]"#.utf8) == bytes)
  }

  @Test func `knows composed text from text that must be composed`() {
    let blocks = [0x20...0x17F, 0x300...0x345, 0x1100...0x1175, 0x2000...0x212B, 0x3000...0x30FF, 0xF900...0xFA20]
    for scalar in blocks.joined().compactMap({ Unicode.Scalar($0) }) {
      for text in ["\(scalar)", "e\(scalar)", "か\(scalar)", "噪\(scalar)声"] {
        let composed = text.precomposedStringWithCanonicalMapping
        #expect(CanonicalText.nfc(text).utf8.elementsEqual(composed.utf8), "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func `agrees with the library's encoder, which sorts keys the same way for our names`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var checked = 0
    for golden in GoldenEvents.all {
      let event = try JournalEvent(type: golden.type, schema: 1, payload: Array(golden.payload.utf8))
      guard case .order(.received(let received)) = event else { continue }
      let bytes = try EncodedPayload(event).bytes
      #expect(bytes == Array(try encoder.encode(received)))
      checked += 1
    }
    #expect(checked > 1)
  }

  @Test func `refuses floating point`() {
    #expect(throws: JournalError.self) { try CanonicalWriter.bytes(of: ["share": 0.5]) }
    #expect(throws: JournalError.self) { try CanonicalWriter.bytes(of: [String?.none]) }
  }
}
