import Foundation

/// The files that stand beside a drill's journal.
struct DrillPlace {
  /// The journal.
  let journal: String

  /// Whose turn it is.
  var turn: String { journal + ".turn" }
  /// Who plays the feed.
  var play: String { journal + ".play" }
  /// Where the report is written at the end.
  var report: String { stem + ".html" }

  private var note: String { journal + ".drill" }
  /// The journal without what its name ends in.
  var stem: String { journal.hasSuffix(".db") ? String(journal.dropLast(3)) : journal }

  /// The drill's folder, as it was noted.
  var folder: String? {
    guard let text = try? String(contentsOfFile: note, encoding: .utf8) else { return nil }
    return text.trimmingCharacters(in: .newlines)
  }

  /// Notes which folder the drill was made from, so that other desks need only the journal.
  func note(folder: String) throws {
    let path = URL(fileURLWithPath: folder).standardizedFileURL.path
    guard path != self.folder else { return }
    do {
      try Data((path + "\n").utf8).write(to: URL(fileURLWithPath: note), options: .atomic)
    } catch {
      throw Failure(.output, "\(note) 写不出去；请检查目录和磁盘")
    }
  }
}
