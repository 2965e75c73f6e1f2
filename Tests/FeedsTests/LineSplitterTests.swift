import Feeds
import Testing

@Suite struct LineSplitterTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `Lines come out as a plain split gives them, however the bytes arrive`(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<200 {
      let input = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        UInt8.random(in: 0...9, using: &random) == 0 ? 0x0A : UInt8.random(in: 0x61...0x63, using: &random)
      }
      var expected = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      if expected.last?.isEmpty ?? false { expected.removeLast() }
      var splitter = LineSplitter(limit: 10)
      var pieces: [FeedPiece] = []
      var rest = input[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...30, using: &random)
        pieces += splitter.push(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      pieces += splitter.finish()
      var lines: [[UInt8]] = []
      for piece in pieces {
        switch piece {
        case .line(let line):
          #expect(line.number == lines.count + 1)
          #expect(line.offset == expected.prefix(lines.count).reduce(0) { $0 + Int64($1.count) + 1 })
          #expect(line.bytes.count <= 10)
          lines.append(line.bytes)
        case .overlong(let part):
          #expect(part.isFirst == (part.line == lines.count + 1))
          if part.isFirst { lines.append([]) }
          lines[lines.count - 1] += part.bytes
          if part.isLast { #expect(lines.last?.count ?? 0 > 10) }
        }
      }
      #expect(lines == expected)
      #expect(splitter.offset == Int64(input.count))
    }
  }

  @Test func `A line of the permitted length is a line, and one byte more makes pieces`() {
    var splitter = LineSplitter(limit: 4)
    #expect(splitter.push([1, 2, 3, 4, 0x0A]).count == 1)
    let pieces = splitter.push([1, 2, 3, 4, 5, 6]) + splitter.push([7]) + splitter.push([0x0A, 8, 0x0A])
    let parts = pieces.compactMap { if case .overlong(let part) = $0 { part } else { nil } }
    #expect(parts.map(\.bytes) == [[1, 2, 3, 4, 5, 6], [7], []])
    #expect(parts.map(\.isFirst) == [true, false, false] && parts.map(\.isLast) == [false, false, true])
    #expect(pieces.last == .line(FeedLine(number: 3, offset: 13, bytes: [8])))
  }
}
