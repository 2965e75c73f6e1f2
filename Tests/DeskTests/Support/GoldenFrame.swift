import Foundation
import Testing

/// A frame that is kept as a text file beside the tests.
///
/// `REWRITE_FRAMES=1 swift test --filter DeskTests` writes the files anew; what changed is then for eyes to judge.
enum GoldenFrame {
  static let folder = Fixtures.root + "/Tests/DeskTests/Frames"
  static let isRewriting = ProcessInfo.processInfo.environment["REWRITE_FRAMES"] == "1"

  /// Compares a frame with its file, cell for cell.
  static func expect(
    _ frame: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = folder + "/" + name + ".txt"
    if isRewriting {
      try frame.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    guard let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
      Issue.record("no \(name).txt yet: REWRITE_FRAMES=1 writes it", sourceLocation: sourceLocation)
      return
    }
    #expect(kept == frame, "\(name).txt\n\(difference(kept, frame))", sourceLocation: sourceLocation)
  }

  /// The rows that differ, as the file has them and as they are now.
  static func difference(_ kept: String, _ frame: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = frame.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
      let before = row < old.count ? String(old[row]) : nil
      let after = row < new.count ? String(new[row]) : nil
      guard before != after else { continue }
      if let before { lines.append("\(row) - \(before)") }
      if let after { lines.append("\(row) + \(after)") }
    }
    return lines.joined(separator: "\n")
  }
}
