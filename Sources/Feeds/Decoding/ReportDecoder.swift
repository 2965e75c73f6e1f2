public import Model

/// Decodes one line of JSON Lines into a report.
///
/// A decoder keeps buffers from line to line: every thread has one of its own.
public struct ReportDecoder {
  private let rules: ReportRules
  private let reader = JSONReader()
  private var check = JSONCheck()

  /// Makes a decoder for the feeds of a city.
  ///
  /// - Parameters:
  ///   - city: the places, categories and units that a report may name.
  ///   - isExercise: whether an exercise is held, whose reports are taken in then and no others; otherwise none of them is.
  public init(city: CityTables, isExercise: Bool = false) {
    rules = ReportRules(city: city, isExercise: isExercise)
  }

  /// Decodes a line.
  ///
  /// - Parameters:
  ///   - bytes: the line without its line feed; a carriage return at its end counts as white space.
  ///   - number: the line's number, from 1; a byte order mark is passed over in line 1 only.
  /// - Throws: the reason why the line is not taken in.
  public mutating func decode(_ bytes: [UInt8], line number: Int) throws(RejectedLine) -> IncomingReport {
    do throws(Flaw) {
      return try decode(bytes, from: number == 1 && bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0)
    } catch {
      throw RejectedLine(error, line: number, bytes: bytes)
    }
  }

  private mutating func decode(_ bytes: [UInt8], from start: Int) throws(Flaw) -> IncomingReport {
    guard bytes.count <= IntakeLimits.line else { throw Flaw(.lineTooLong) }
    guard bytes.contains(where: { !JSONCheck.isWhiteSpace($0) }), start < bytes.count else { throw Flaw(.emptyLine) }
    // A good line is read once; the check is for those of which there is something to say.
    let verdict = reader.read(bytes, from: start)
    if verdict != .good { try check.check(bytes.span, from: start) }
    guard verdict != .failed else { throw Flaw(.malformed) }
    do throws(Flaw) {
      return try rules.report(try WireReport(reader.object), times: InternetTimes())
    } catch {
      throw try located(error, in: bytes, from: start)
    }
  }

  /// The flaw with the column of its key's value.
  private mutating func located(_ flaw: Flaw, in bytes: [UInt8], from start: Int) throws(Flaw) -> Flaw {
    guard flaw.column == nil, !flaw.key.isEmpty else { return flaw }
    try check.check(bytes.span, from: start)
    var located = flaw
    located.column = check.outline.column(of: flaw.key, in: bytes.span)
    return located
  }
}

/// The bytes that some programs put before text.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// RFC 3339 for `ReportRules`.
private struct InternetTimes: TimeReading {
  func instant(_ text: String, key: String) throws(Flaw) -> Instant {
    do throws(InternetTime.Problem) {
      return try InternetTime.read(text)
    } catch {
      throw Flaw(error == .year ? .yearOutOfRange : .badTime, key: key)
    }
  }
}
