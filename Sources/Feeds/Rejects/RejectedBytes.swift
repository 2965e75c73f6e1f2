import Foundation

/// Gives the lines of a reject file back as they came, so that they can be repaired and taken in again.
public enum RejectedBytes {
  /// An entry of a reject file.
  private struct Entry: Decodable {
    let bytes: Data
  }

  /// Reads an entry's original bytes.
  ///
  /// - Returns: nothing when the line is no entry, as one that a crash has cut short is none.
  public static func decode(_ entry: [UInt8]) -> [UInt8]? {
    (try? JSONDecoder().decode(Entry.self, from: Data(entry))).map { Array($0.bytes) }
  }

  /// Writes the original lines of a reject file into a new file, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - path: the reject file.
  ///   - target: the file to make.
  ///   - heading: what must come first: the header line of the CSV file that the lines are from, without line feed.
  /// - Returns: how many lines were written, and how many entries could not be read.
  public static func restore(
    from path: String, to target: String, heading: [UInt8]? = nil
  ) throws(FeedFileError) -> (lines: Int, unreadable: Int) {
    let input = try FeedInput(path: path)
    let output = try OutputFile(path: target, appends: false)
    if let heading { try output.write(heading + [0x0A]) }
    var lines = 0
    var unreadable = 0
    // An entry is a third longer than the line it keeps, and that may itself be of any length.
    var splitter = LineSplitter(limit: Int.max)
    while let chunk = try input.next() {
      for case .line(let entry) in splitter.push(chunk) { try take(entry) }
    }
    for case .line(let entry) in splitter.finish() { try take(entry) }
    try output.flush()
    return (lines, unreadable)

    func take(_ entry: FeedLine) throws(FeedFileError) {
      if let bytes = decode(entry.bytes) {
        try output.write(bytes + [0x0A])
        lines += 1
      } else {
        unreadable += 1
      }
    }
  }
}
