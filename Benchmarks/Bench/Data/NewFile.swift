import Foundation

/// Files that are written from their beginning.
enum NewFile {
  /// Makes an empty file, in place of one that is there, and opens it for writing.
  static func open(_ path: String) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError("can't write \(path)") }
    return file
  }
}
