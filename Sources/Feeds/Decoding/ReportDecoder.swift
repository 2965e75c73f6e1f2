import Foundation
public import Model

/// Decodes one line of JSON Lines into a report.
///
/// A decoder keeps buffers from line to line: every thread has one of its own.
public struct ReportDecoder {
  private let rules: ReportRules
  private let json = JSONDecoder()
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
    try check.check(bytes.span, from: start)
    do throws(Flaw) {
      return try rules.report(try wire(bytes, from: start), times: InternetTimes())
    } catch {
      var flaw = error
      if flaw.column == nil, !flaw.key.isEmpty { flaw.column = check.outline.column(of: flaw.key, in: bytes.span) }
      throw flaw
    }
  }

  private func wire(_ bytes: [UInt8], from start: Int) throws(Flaw) -> WireReport {
    do {
      return try json.decode(WireReport.self, from: start == 0 ? Data(bytes) : Data(bytes[start...]))
    } catch let error as DecodingError {
      throw Flaw(error)
    } catch {
      throw Flaw(.malformed)
    }
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

extension Flaw {
  /// What a decoding error of Foundation's says of a line that is well-formed.
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self.init(.wrongType, key: Flaw.path(context.codingPath), subject: Flaw.name(of: type))
    case .keyNotFound(let key, let context):
      self.init(.missing, key: Flaw.path(context.codingPath + [key]))
    case .dataCorrupted(let context):
      self.init(context.codingPath.isEmpty ? .malformed : .outOfRange, key: Flaw.path(context.codingPath))
    @unknown default:
      self.init(.malformed)
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "文本"
    case is Int.Type: "整数"
    case is Double.Type: "数"
    case is Bool.Type: "true 或 false"
    case is [Any].Type: "数组"
    default: "对象"
    }
  }
}
