import Glibc

/// Cuts chunks of bytes into lines at line feeds, holding no more than one line of the permitted length.
public struct LineSplitter: Sendable {
  private let limit: Int
  private var held: [UInt8] = []
  private var number: Int
  private var start: Int64
  private var cursor: Int64
  private var isOverlong = false
  private var hasGivenPart = false

  /// Makes a splitter.
  ///
  /// - Parameters:
  ///   - limit: bytes that a line may have, its line feed not counted.
  ///   - number: the number of the line that comes first.
  ///   - offset: where in the file that line begins.
  public init(limit: Int = IntakeLimits.line, number: Int = 1, offset: Int64 = 0) {
    self.limit = limit
    self.number = number
    start = offset
    cursor = offset
  }

  /// The number of the next line, or of the one that has not ended yet.
  public var nextNumber: Int { number }
  /// Where the next line begins, or the one that has not ended yet.
  public var nextOffset: Int64 { start }
  /// How far has been read.
  public var offset: Int64 { cursor }

  /// Takes the next bytes in and gives what they complete.
  public mutating func push(_ chunk: ArraySlice<UInt8>) -> [FeedPiece] {
    var pieces: [FeedPiece] = []
    var rest = chunk
    while !rest.isEmpty {
      guard let end = LineSplitter.lineFeed(in: rest) else {
        take(rest, into: &pieces)
        return pieces
      }
      take(rest[..<end], into: &pieces)
      cursor += 1
      endLine(into: &pieces)
      rest = rest[(end + 1)...]
    }
    return pieces
  }

  /// Gives what stands after the last line feed, when the input has ended.
  public mutating func finish() -> [FeedPiece] {
    var pieces: [FeedPiece] = []
    if isOverlong || !held.isEmpty { endLine(into: &pieces) }
    return pieces
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, into pieces: inout [FeedPiece]) {
    cursor += Int64(bytes.count)
    held.append(contentsOf: bytes)
    guard held.count > limit || isOverlong else { return }
    isOverlong = true
    if !held.isEmpty { givePart(isLast: false, into: &pieces) }
  }

  private mutating func endLine(into pieces: inout [FeedPiece]) {
    if isOverlong {
      givePart(isLast: true, into: &pieces)
    } else {
      pieces.append(.line(FeedLine(number: number, offset: start, bytes: held)))
    }
    held.removeAll(keepingCapacity: true)
    isOverlong = false
    hasGivenPart = false
    number += 1
    start = cursor
  }

  private mutating func givePart(isLast: Bool, into pieces: inout [FeedPiece]) {
    let part = RejectedPart(
      code: .lineTooLong, line: number, bytes: held, isFirst: !hasGivenPart, isLast: isLast)
    pieces.append(.overlong(part))
    hasGivenPart = true
    held = []
  }

  private static func lineFeed(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0x0A, buffer.count) else { return nil }
      return bytes.startIndex + (UnsafeRawPointer(found) - base)
    }
  }
}
