import City
import Foundation

/// The fixtures that the tests read.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures").path

  static let haimen = Result { try CityFolder.load(folder + "/haimen") }
  static let nyc311 = Result { try CityFolder.load(folder + "/nyc311") }

  static func feed(_ name: String) -> String { folder + "/feeds/" + name }

  /// The lines of a file, without their line feeds.
  static func lines(_ path: String) throws -> [[UInt8]] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }
}

/// A folder of its own for a test, removed with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("operations-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String, _ text: String? = nil) throws -> String {
    let file = path + "/" + name
    if let text { try text.write(toFile: file, atomically: false, encoding: .utf8) }
    return file
  }
}
