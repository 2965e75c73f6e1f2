import Feeds
import Foundation

/// Shows on a terminal how far an import is; in a pipe it keeps quiet.
struct ImportMeter {
  /// Milliseconds between two showings.
  private static let pause: Int64 = 200

  private let isShown: Bool
  private var shownAt: Int64?

  init(isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    isShown = isTerminal
  }

  /// Shows how far it is, now and then.
  mutating func show(_ progress: ImportProgress, _ summary: ImportSummary) {
    guard isShown, progress.elapsed - (shownAt ?? -ImportMeter.pause) >= ImportMeter.pause else { return }
    shownAt = progress.elapsed
    write("\r" + ImportMeter.text(progress, summary) + "\u{1B}[K")
  }

  /// Takes the line away again.
  func clear() {
    if shownAt != nil { write("\r\u{1B}[K") }
  }

  /// One line: how much, how fast, how long still.
  static func text(_ progress: ImportProgress, _ summary: ImportSummary) -> String {
    let share = progress.permille.map { "\($0 / 10)%  " } ?? ""
    let left = progress.left.map { "  还要 \(span($0))" } ?? ""
    let rejected = summary.rejected > 0 ? "  拒收 \(summary.rejected)" : ""
    return "\(share)\(progress.lines) 件  每秒 \(progress.rate) 件\(left)\(rejected)"
  }

  private static func span(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 999) / 1_000
    return seconds < 60 ? "\(seconds) 秒" : "\(seconds / 60) 分 \(seconds % 60) 秒"
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
