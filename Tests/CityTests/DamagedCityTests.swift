import City
import Foundation
import Testing

@Suite("A damaged city")
struct DamagedCityTests {
  /// Numbers that follow from a seed alone (SplitMix64), so that a failure can be replayed.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test func `is loaded or refused with findings that stand in its files, whatever the damage`() throws {
    let small = SmallCity()
    let names = small.files.keys.sorted()
    try small.inFolder { path in
      for seed in 0..<600 as Range<UInt64> {
        var generator = Seeded(state: seed)
        let name = try #require(names.randomElement(using: &generator))
        let whole = Array((small.files[name] ?? "").utf8)
        let url = URL(fileURLWithPath: path + "/" + name)
        let bytes = damaged(whole, &generator)
        try Data(bytes).write(to: url)
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        for finding in CityFolder.check(path) {
          let isPlaced = finding.line >= 1 && finding.column >= 1 && (finding.file != name || finding.line <= lines)
          #expect(isPlaced, "seed \(seed): \(finding)")
          #expect(!finding.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "seed \(seed)")
        }
        try Data(whole).write(to: url)
      }
      #expect(CityFolder.check(path).isEmpty)
    }
  }

  private func damaged(_ bytes: [UInt8], _ generator: inout Seeded) -> [UInt8] {
    var bytes = bytes
    let marks: [UInt8] = Array(",\"\n\r:-{}[]&*#' \t".utf8) + [0x00, 0x1B, 0x80, 0xC3, 0xE2, 0xFF]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let index = Int.random(in: 0..<max(1, bytes.count), using: &generator)
      guard index < bytes.count else { break }
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: index)
      case 2: bytes[index] = marks.randomElement(using: &generator) ?? 0
      default: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...200, using: &generator)))
      }
    }
    return bytes
  }
}
