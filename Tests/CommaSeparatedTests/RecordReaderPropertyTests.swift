import CommaSeparated
import Testing

@Suite("Records out of random bytes")
struct RecordReaderPropertyTests {
  private static let alphabet: [UInt8] = Array("ab,,\"\"\"\n\r".utf8) + [0xFF]

  private func text(_ generator: inout Seeded) -> [UInt8] {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      RecordReaderPropertyTests.alphabet.randomElement(using: &generator) ?? 0
    }
  }

  @Test("lose no byte and do not depend on how the bytes arrive")
  func wholeAndEven() {
    for seed in 0..<20_000 as Range<UInt64> {
      var generator = Seeded(seed)
      let bytes = text(&generator)
      let limit = Int.random(in: 4...45, using: &generator)
      let whole = readings(bytes, limit: limit)
      #expect(whole.flatMap(rawBytes) == bytes, "seed \(seed)")
      let pieces = Int.random(in: 1...7, using: &generator)
      let parts = readings(bytes, pieces: pieces, limit: limit)
      #expect(joined(parts) == joined(whole), "seed \(seed)")
    }
  }

  @Test("agree with a slow reader wherever every quote is closed")
  func likeTheReference() {
    var compared = 0
    for seed in 0..<20_000 as Range<UInt64> {
      var generator = Seeded(seed)
      let bytes = text(&generator)
      guard let expected = slowRecords(bytes) else { continue }
      compared += 1
      let fields = readings(bytes).map { reading -> [[UInt8]] in
        guard case .record(let record) = reading else { return [] }
        return (0..<record.count).map { record.bytes($0) }
      }
      #expect(fields == expected, "seed \(seed)")
    }
    #expect(compared > 5_000)
  }

  @Test("come back as they were written")
  func roundTrip() {
    let writer = RecordWriter()
    for seed in 0..<5_000 as Range<UInt64> {
      var generator = Seeded(seed)
      let rows = (0..<3).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          String(
            (0..<4).map { _ in "余a,\"\r\n ".unicodeScalars.randomElement(using: &generator).map(Character.init) ?? " " }
          )
        }
      }
      let bytes = rows.flatMap { writer.line($0) }
      let back = readings(bytes).map { reading -> [[UInt8]] in
        guard case .record(let record) = reading else { return [] }
        return (0..<record.count).map { record.bytes($0) }
      }
      #expect(back == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
    }
  }

  /// Readings with the pieces of one long line put together: where they are cut depends on how the bytes came.
  private func joined(_ readings: [RecordReader.Reading]) -> [String] {
    var lines: [String] = []
    for reading in readings {
      if case .problem(let problem) = reading, problem.isContinuation {
        lines.append((lines.popLast() ?? "") + hex(problem.raw))
      } else if case .problem(let problem) = reading {
        lines.append("\(problem.code) \(problem.position) " + hex(problem.raw))
      } else {
        lines.append(describe(reading) + " " + hex(rawBytes(reading)))
      }
    }
    return lines
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0, radix: 16) + "." }.joined()
  }

  /// The obvious reader over a whole text, or nothing when a quote stays open.
  private func slowRecords(_ bytes: [UInt8]) -> [[[UInt8]]]? {
    var records: [[[UInt8]]] = []
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var inQuotes = false
    var atStart = true
    var rest = bytes
    func take(_ count: Int) { rest.removeFirst(count) }
    while let byte = rest.first {
      if inQuotes {
        if rest.starts(with: [0x22, 0x22]) {
          field.append(0x22)
          take(2)
        } else if byte == 0x22 {
          inQuotes = false
          take(1)
        } else {
          field.append(byte)
          take(1)
        }
      } else if atStart, byte == 0x22 {
        inQuotes = true
        atStart = false
        take(1)
      } else if byte == 0x2C {
        fields.append(field)
        field = []
        atStart = true
        take(1)
      } else if byte == 0x0A || byte == 0x0D {
        take(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
        records.append(fields + [field])
        fields = []
        field = []
        atStart = true
      } else {
        field.append(byte)
        atStart = false
        take(1)
      }
    }
    if inQuotes { return nil }
    if !fields.isEmpty || !field.isEmpty || !atStart { records.append(fields + [field]) }
    return records
  }
}
