/// A report as raw pieces of JSON, so that any piece can be wrong.
struct RawReport {
  private var pairs: [(key: String, value: String)]

  init(_ pairs: [(key: String, value: String)]) {
    self.pairs = pairs
  }

  /// The report with the key's value replaced, or added at the end.
  func with(_ key: String, _ value: String) -> RawReport {
    var copy = self
    if let index = copy.pairs.firstIndex(where: { $0.key == key }) {
      copy.pairs[index].value = value
    } else {
      copy.pairs.append((key, value))
    }
    return copy
  }

  func without(_ key: String) -> RawReport {
    RawReport(pairs.filter { $0.key != key })
  }

  /// The report with one more pair, whether or not the key is there already.
  func repeating(_ key: String, _ value: String) -> RawReport {
    RawReport(pairs + [(key, value)])
  }

  var reversed: RawReport { RawReport(pairs.reversed()) }

  var json: String {
    "{" + pairs.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  var bytes: [UInt8] { Array(json.utf8) }

  /// The report whose text is these very bytes between the quotes.
  func withText(_ bytes: [UInt8]) -> [UInt8] {
    let parts = with("text", "\"\u{1}\"").json.utf8.split(separator: 1, maxSplits: 1)
    guard parts.count == 2 else { return [] }
    return Array(parts[0]) + bytes + Array(parts[1])
  }
}
