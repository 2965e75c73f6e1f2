import Feeds
import Model
import Testing

@Suite struct ImportPaceTests {
  @Test func `Rate and time left follow from lines, bytes and time`() {
    let began = Instant(seconds: 0)
    var progress = ImportProgress(began: began, totalBytes: 4_000)
    #expect(progress.rate == 0 && progress.left == nil && progress.permille == 0)
    progress.advance(lines: 500, bytes: 1_000, at: began.adding(milliseconds: 2_000))
    #expect(progress.rate == 250 && progress.left == 6_000 && progress.permille == 250)
    progress.advance(lines: 2_000, bytes: 4_000, at: began.adding(milliseconds: 8_000))
    #expect(progress.left == 0 && progress.permille == 1_000)
    var endless = ImportProgress(began: began, totalBytes: nil)
    endless.advance(lines: 10, bytes: 100, at: began.adding(milliseconds: 100))
    #expect(endless.rate == 100 && endless.left == nil && endless.permille == nil)
  }

  @Test func `A summary counts every line once and decides the exit status`() {
    let clean = ImportSummary(accepted: 3, amended: 1, repeated: 2)
    #expect(clean.total == 6 && clean.exitStatus == 0)
    let sum = clean + ImportSummary(rejected: 1)
    #expect(sum.total == 7 && sum.exitStatus == 2)
  }
}
