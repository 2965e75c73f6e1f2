import Feeds
import Foundation
public import Model

/// Recorded commands: JSON Lines of `{"at":"09:03:10","seat":"city-dispatch-1","seen":12,"do":["claim","@I03"]}`.
public enum AnswerFile {
  private struct Line: Decodable {
    let at: String
    let seat: String
    let seen: Int64?
    let words: [String]

    private enum CodingKeys: String, CodingKey {
      case at, seat, seen
      case words = "do"
    }
  }

  /// Reads a file of recorded commands for a drill; they are in the order of their times, as they were given.
  ///
  /// An empty line stands for a command that left nothing in the journal.
  ///
  /// - Throws: `DrillError` with code `answerMalformed`, or `FeedFileError`.
  public static func read(_ path: String, for plan: DrillPlan, city: CityTables) throws -> [AnswerLine] {
    let times = DrillTime(start: plan.start, end: plan.end, zone: city.calendar.zone)
    var reader = LineReader(try FeedInput(path: path))
    var lines: [AnswerLine] = []
    while let piece = try reader.nextPiece() {
      let line: FeedLine
      switch piece {
      case .line(let whole) where whole.bytes.isEmpty: continue
      case .line(let whole): line = whole
      case .overlong(let part):
        throw DrillError(.answerMalformed, path: "\(path):\(part.line)", reason: "这一行太长，不是一条命令")
      }
      let answer = try read(line, at: "\(path):\(line.number)", times)
      if let last = lines.last, answer.at < last.at {
        throw DrillError(.answerMalformed, path: "\(path):\(line.number)", reason: "时间比前一条早；请按时间排好")
      }
      lines.append(answer)
    }
    return lines
  }

  private static func read(_ line: FeedLine, at place: String, _ times: DrillTime) throws(DrillError) -> AnswerLine {
    let fields: Line
    do {
      fields = try JSONDecoder().decode(Line.self, from: Data(line.bytes))
    } catch {
      throw DrillError(
        .answerMalformed, path: place,
        reason: "应写成 {\"at\":\"09:03:10\",\"seat\":\"席位\",\"do\":[\"claim\",\"@I01\"]} 这样")
    }
    guard let at = times.instant(fields.at), at >= times.start, at <= times.end else {
      throw DrillError(.answerMalformed, path: place, reason: "“at”不是时间，或不在演练之内")
    }
    guard !fields.words.isEmpty else {
      throw DrillError(.answerMalformed, path: place, reason: "“do”是空的，请写子命令和它的参数")
    }
    return AnswerLine(line: line.number, at: at, seat: SeatCode(fields.seat), seen: fields.seen, words: fields.words)
  }
}
