import Foundation
import TerminalRig

/// A journal with the reports of the fixture day, made once and copied for every test; a demonstration's, so that the
/// account that runs the tests may act in it.
enum FilledJournal {
  private static let made = Result { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder()
    let result = try Product.act("import", "--kind", "demo", Product.day, journal: folder.file("day.db"))
    guard result.status == 0 else { throw RigFailure("import: \(result.status) \(result.complaint)") }
    return folder
  }

  /// Copies it into a folder.
  /// - Returns: the journal's path.
  static func copy(to folder: TemporaryFolder, name: String = "journal.db") throws -> String {
    let source = try made.get()
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: source.file("day.db" + suffix)) {
      try FileManager.default.copyItem(atPath: source.file("day.db" + suffix), toPath: folder.file(name + suffix))
    }
    return folder.file(name)
  }
}
