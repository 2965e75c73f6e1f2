/// Something wrong, or likely wrong, with a city's files.
public struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable, Codable {
    /// The city cannot be used until it is put right.
    case error
    /// The city can be used, but somebody should look.
    case warning
  }

  /// The file's name within the folder.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// In a table the field, in `city.yaml` the character of the line; counted from 1.
  public let column: Int
  /// What sort of thing it is.
  public let code: FindingCode
  /// What is wrong and what to do, for the clerk who owns the tables.
  public let message: String

  /// How much it matters.
  public var severity: Severity { code.severity }

  /// One line: file, line, column, severity, message, code.
  public var description: String {
    "\(file):\(line):\(column): \(severity == .error ? "错误" : "警告")：\(message) [\(code.rawValue)]"
  }
}
