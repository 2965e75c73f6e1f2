/// Reads a file's lines one after another; memory doesn't grow with the file.
public struct LineReader {
  /// What is read.
  public let input: FeedInput
  private var splitter = LineSplitter()
  private var pieces: [FeedPiece] = []
  private var next = 0
  private var isAtEnd = false

  /// Makes a reader of an input that nobody has read from.
  public init(_ input: FeedInput) {
    self.input = input
  }

  /// The next line, or piece of one; nothing at the end.
  public mutating func nextPiece() throws(FeedFileError) -> FeedPiece? {
    while next == pieces.count {
      if isAtEnd { return nil }
      next = 0
      if let chunk = try input.next() {
        pieces = splitter.push(chunk)
      } else {
        isAtEnd = true
        pieces = splitter.finish()
      }
    }
    defer { next += 1 }
    return pieces[next]
  }
}
