import CSimdJSON

/// Reads the values of a line of JSON with simdjson.
///
/// It tells a good line from any other at once, but neither what is wrong nor where: that is `JSONCheck`'s work.
final class JSONReader {
  enum Verdict {
    /// The line is an object as `JSONCheck` wants it.
    case good
    /// The line's values are there, but `JSONCheck` has to say whether it is good.
    case unsure
    /// There are no values.
    case failed
  }

  private let reader = json_reader_make(IntakeLimits.depth)

  deinit {
    json_reader_free(reader)
  }

  /// Reads a line from `start` on, which lies within it.
  func read(_ bytes: [UInt8], from start: Int) -> Verdict {
    let verdict = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { json_reader_read(reader, $0 + start, bytes.count - start) } ?? json_failed
    }
    return switch verdict {
    case json_good: .good
    case json_unsure: .unsure
    default: .failed
    }
  }

  /// The object that the line read last is, unless that failed; good until the next line is read.
  var object: JSONObject {
    var count = 0
    let nodes = json_reader_nodes(reader, &count)
    return JSONObject(nodes: UnsafeBufferPointer(start: nodes, count: count))
  }
}
