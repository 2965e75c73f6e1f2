import Feeds
import Model
import Testing

@testable import CommandCenter

@Suite("How far an import is")
struct ImportMeterTests {
  @Test func `share, rate and time left stand in one line`() {
    var progress = ImportProgress(began: Instant(seconds: 100), totalBytes: 1_000)
    progress.advance(lines: 500, bytes: 250, at: Instant(seconds: 105))
    #expect(
      ImportMeter.text(progress, ImportSummary(accepted: 498, rejected: 2)) == "25%  500 件  每秒 100 件  还要 15 秒  拒收 2")
  }

  @Test func `what is not known is left out`() {
    var progress = ImportProgress(began: Instant(seconds: 100), totalBytes: nil)
    progress.advance(lines: 500, bytes: 250, at: Instant(seconds: 105))
    #expect(ImportMeter.text(progress, ImportSummary(accepted: 500)) == "500 件  每秒 100 件")
  }
}
