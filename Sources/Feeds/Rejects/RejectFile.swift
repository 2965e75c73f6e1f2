import Foundation

/// Keeps rejected lines: one JSON object a line, with the bytes as they came in base64.
///
/// What is written is with the system after `flush`; call it before what was taken in beside it counts as done.
public final class RejectFile {
  private let file: OutputFile
  private var odd: [UInt8] = []

  /// Opens a file to append to, making it for its owner alone when there is none.
  public init(path: String) throws(FeedFileError) {
    file = try OutputFile(path: path, appends: true)
  }

  /// The file as it was named.
  public var path: String { file.path }

  /// Adds a rejected line.
  public func write(_ rejected: RejectedLine) throws(FeedFileError) {
    try begin(line: rejected.line, column: rejected.column, code: rejected.code, reason: rejected.reason)
    try file.write(Data(rejected.bytes).base64EncodedData())
    try file.write("\"}\n".utf8)
  }

  /// Adds a piece of a line that is too long to be held; the pieces of a line come one after another.
  public func write(_ part: RejectedPart) throws(FeedFileError) {
    if part.isFirst {
      odd = []
      try begin(line: part.line, column: nil, code: part.code, reason: part.reason)
    }
    odd.append(contentsOf: part.bytes)
    // Base64 is only joined without a seam at multiples of three bytes.
    let whole = part.isLast ? odd.count : odd.count / 3 * 3
    try file.write(Data(odd[..<whole]).base64EncodedData())
    odd.removeFirst(whole)
    if part.isLast { try file.write("\"}\n".utf8) }
  }

  /// Hands everything over to the system.
  public func flush() throws(FeedFileError) {
    try file.flush()
  }

  /// Hands everything over to the disk.
  public func sync() throws(FeedFileError) {
    try file.sync()
  }

  /// Begins an entry, written by hand because its bytes may come in pieces.
  ///
  /// The reason is our own wording, and what it repeats of a line is plain ASCII, so that quotation marks and
  /// backslashes are all that need an escape.
  private func begin(
    line: Int, column: Int?, code: RejectedLine.Code, reason: String
  ) throws(FeedFileError) {
    let position = column.map { ",\"column\":\($0)" } ?? ""
    let escaped = reason.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let head = "{\"line\":\(line)\(position),\"code\":\"\(code.rawValue)\",\"reason\":\"\(escaped)\",\"bytes\":\""
    try file.write(head.utf8)
  }
}
