public import Model

/// What becomes of a line: a report, or a reason.
public enum Intake: Sendable {
  /// A report, and the line it begins on.
  case report(IncomingReport, line: Int)
  /// A line that is not taken in.
  case rejected(RejectedLine)
  /// A piece of a line that is not taken in because it is too long to be held.
  case rejectedPart(RejectedPart)
}

extension ReportDecoder {
  /// Decodes a line, or passes a piece of one that is too long on.
  public mutating func intake(_ piece: FeedPiece) -> Intake {
    switch piece {
    case .overlong(let part): return .rejectedPart(part)
    case .line(let line):
      do throws(RejectedLine) {
        return .report(try decode(line.bytes, line: line.number), line: line.number)
      } catch {
        return .rejected(error)
      }
    }
  }
}
