import Foundation
import Testing

@testable import Feeds

@Suite struct JSONReaderTests {
  /// What Foundation's decoder makes of a line that `JSONCheck` lets pass.
  private static func expected(_ line: [UInt8]) -> Result<WireReport, Flaw> {
    do {
      return .success(try JSONDecoder().decode(FoundationReport.self, from: Data(line)).wire)
    } catch let error as DecodingError {
      return .failure(Flaw(error))
    } catch {
      return .failure(Flaw(.malformed))
    }
  }

  private static func found(_ reader: JSONReader) -> Result<WireReport, Flaw> {
    do throws(Flaw) {
      return .success(try WireReport(reader.object))
    } catch {
      return .failure(error)
    }
  }

  private static func isGood(_ line: [UInt8], _ check: inout JSONCheck) -> Bool {
    do throws(Flaw) {
      try check.check(line.span, from: 0)
      return true
    } catch {
      return false
    }
  }

  @Test(arguments: 31...42 as ClosedRange<UInt64>)
  func `Values are read as Foundation reads them, and no line passes that the check refuses`(seed: UInt64) {
    let reader = JSONReader()
    var check = JSONCheck()
    var lines = RandomLine(seed)
    var reports = 0
    var flaws = 0
    var refused = 0
    for _ in 0..<2_000 {
      let line = lines.next()
      let verdict = reader.read(line, from: 0)
      let shown = "\(verdict) \(String(decoding: line, as: UTF8.self)) \(line)"
      guard Self.isGood(line, &check) else {
        refused += 1
        #expect(verdict != .good, "\(shown)")
        continue
      }
      #expect(verdict != .failed, "\(shown)")
      let expected = Self.expected(line)
      switch expected {
      case .success: reports += 1
      case .failure: flaws += 1
      }
      let found = Self.found(reader)
      #expect("\(found)".unicodeScalars.elementsEqual("\(expected)".unicodeScalars), "\(shown) \(found) \(expected)")
    }
    #expect(reports > 300 && flaws > 100 && refused > 300, "\(reports) \(flaws) \(refused)")
  }

  @Test func `A plain line is known to be good at once, and one with an escape by its code is left to the check`() {
    let reader = JSONReader()
    #expect(reader.read(Array(Samples.line().utf8), from: 0) == .good)
    #expect(reader.read(Array(Samples.line(["title": #""a\n\"b\"""#]).utf8), from: 0) == .good)
    #expect(reader.read(Array(Samples.line(["title": #""\u00e9""#]).utf8), from: 0) == .unsure)
    #expect(reader.read(Array(Samples.line(["size": "1e400"]).utf8), from: 0) == .unsure)
    #expect(reader.read(Array(Samples.line(["size": "1,"]).utf8), from: 0) == .failed)
  }

  @Test func `A short line that follows a long one is read by itself`() throws {
    let reader = JSONReader()
    #expect(reader.read(Array(Samples.full.utf8), from: 0) != .failed)
    #expect(reader.read(Array(#"{"id":"HX1"}"#.utf8), from: 0) == .good)
    #expect(try WireReport(reader.object).id == "HX1")
    #expect(try WireReport(reader.object).source == nil)
  }
}
