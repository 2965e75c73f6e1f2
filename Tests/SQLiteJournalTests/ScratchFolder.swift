import Foundation

/// A folder of a test's own, which goes with it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "journal-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A name in the folder.
  func file(_ name: String = "\(UUID().uuidString).db") -> String {
    path + "/" + name
  }
}
