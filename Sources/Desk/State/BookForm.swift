public import Model
public import Operations

/// What is to be written into a book: the responses, a seat's shifts.
public struct BookForm: Sendable, Equatable, FieldForm {
  /// Which page.
  public enum Subject: Sendable, Equatable {
    /// 应急响应: set, changed or lifted.
    case response
    /// 交班.
    case handOver(HandOverReading)
    /// 接班.
    case takeOver(HandOverReading)
    /// 志愿积分: an entry of a ledger.
    case points(PointsEntry)
  }

  /// What is written into a ledger.
  public enum PointsEntry: Sendable, Equatable {
    /// 记分.
    case earn
    /// 兑换.
    case spend
    /// 冲正 of an entry.
    case correct(entry: Int)
  }

  /// Which page.
  public var subject: Subject
  /// The fields, with what they are called.
  public var fields: [Prompt.Field]
  /// The field that has the keyboard.
  public var current = 0
}

/// A command on a book.
public enum BookCommand: Sendable, Equatable {
  /// On the emergency responses.
  case response(ResponseCommand)
  /// 交班, with what the officer has to say besides.
  case handOver(notes: String)
  /// 接班, with what the officer has to say to it.
  case takeOver(text: String)
  /// On a volunteer's ledger.
  case points(PointsCommand, volunteer: String)
}
