import Feeds
import Foundation
import Testing

@Suite struct FuzzTests {
  /// Changes, removes, doubles or adds a few bytes.
  static func mutated(_ line: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = line
    let pieces = Array(#"{}[]",:\u0"#.utf8) + [0x00, 0x0A, 0x0D, 0x1B, 0x80, 0xC3, 0xE4, 0xED, 0xF4, 0xFF, 0x20]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[position] = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      case 2: bytes.insert(pieces[Int.random(in: 0..<pieces.count, using: &random)], at: position)
      case 3: bytes.removeSubrange(position..<min(bytes.count, position + Int.random(in: 1...9, using: &random)))
      default: bytes.insert(contentsOf: bytes[position...].prefix(40), at: position)
      }
      if bytes.isEmpty { bytes = [0x7B] }
    }
    return bytes
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `Whatever happens to a feed's bytes, every line gets a verdict and no byte is lost`(seed: UInt64) {
    var random = Seeded(seed)
    var input: [UInt8] = []
    for _ in 0..<800 { input += Self.mutated(Array(Samples.full.utf8), &random) + [0x0A] }
    var splitter = LineSplitter(limit: 2_000)
    var decoder = ReportDecoder(city: Samples.city)
    var pieces: [FeedPiece] = []
    var rest = input[...]
    while !rest.isEmpty {
      let count = min(rest.count, Int.random(in: 1...5_000, using: &random))
      pieces += splitter.push(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    pieces += splitter.finish()
    var good = 0
    var verdicts = 0
    var output: [UInt8] = []
    for piece in pieces {
      switch decoder.intake(piece) {
      case .report: good += 1
      case .rejected(let rejected): #expect(rejected.column.map { (1...rejected.bytes.count + 1).contains($0) } ?? true)
      case .rejectedPart: break
      }
      switch piece {
      case .line(let line):
        output += line.bytes + [0x0A]
        verdicts += 1
      case .overlong(let part):
        output += part.bytes + (part.isLast ? [0x0A] : [])
        verdicts += part.isLast ? 1 : 0
      }
    }
    #expect(output == input)
    #expect(verdicts == input.count { $0 == 0x0A })
    #expect(good > 10 && good < 800)
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `Structure is judged as Foundation's parser judges it`(seed: UInt64) throws {
    var random = Seeded(seed)
    let seedLine = Array(#"{"a":[1,-2.5e+3,true,null,{"b":"\u00e9\n中"}],"c":{},"d":[],"e":false}"#.utf8)
    let structural: Set<RejectedLine.Code> = [.malformed, .controlByte, .encoding, .loneSurrogate, .byteOrderMark]
    var agreed = 0
    for _ in 0..<6_000 {
      let line = Self.mutated(seedLine, &random)
      guard let rejected = rejection(line), rejected.code != .duplicateKey, rejected.code != .emptyLine else {
        continue
      }
      // Foundation passes over a comma before a closing brace; RFC 8259 does not.
      let place = (rejected.column ?? 1) - 1
      if rejected.code == .malformed, line.dropFirst(place).first == 0x7D { continue }
      let foundation = (try? JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)) != nil
      #expect(
        structural.contains(rejected.code) != foundation,
        "\(rejected.code) \(rejected.column ?? 0) \(line) \(String(decoding: line, as: UTF8.self))")
      agreed += foundation ? 1 : 0
    }
    #expect(agreed > 100)
  }
}
