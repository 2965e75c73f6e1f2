import CommaSeparated

/// Everything a reader gives for a text that is pushed in pieces.
func readings(_ bytes: [UInt8], pieces: Int = .max, limit: Int = RecordReader.defaultLimit) -> [RecordReader.Reading] {
  var reader = RecordReader(limit: limit)
  var readings: [RecordReader.Reading] = []
  var index = 0
  while index < bytes.count {
    let end = min(bytes.count, pieces == .max ? bytes.count : index + pieces)
    reader.push(bytes[index..<end])
    while let reading = reader.next() { readings.append(reading) }
    index = end
  }
  reader.finish()
  while let reading = reader.next() { readings.append(reading) }
  return readings
}

/// What a reader gives for a text, one line of description each: fields in brackets, or the problem.
func describe(_ text: String, pieces: Int = .max, limit: Int = RecordReader.defaultLimit) -> [String] {
  readings(Array(text.utf8), pieces: pieces, limit: limit).map { describe($0) }
}

func describe(_ reading: RecordReader.Reading) -> String {
  switch reading {
  case .record(let record):
    let fields = (0..<record.count).map { "[" + (record.text($0) ?? "?") + "]" }.joined()
    let irregular = record.irregularities.map { " \($0.code)@\($0.field)+\($0.offset)" }.joined()
    return "\(record.line):\(fields)\(irregular)"
  case .problem(let problem):
    let more = problem.isContinuation ? "+" : ""
    return "\(problem.code)\(more) \(problem.position.line):\(problem.position.column) "
      + String(decoding: problem.raw, as: UTF8.self)
  }
}

func rawBytes(_ reading: RecordReader.Reading) -> [UInt8] {
  switch reading {
  case .record(let record): record.raw
  case .problem(let problem): problem.raw
  }
}
