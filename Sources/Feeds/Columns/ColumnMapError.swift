/// Why a column map, or a CSV file under it, can't be used at all.
public struct ColumnMapError: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable, CaseIterable {
    /// The file can't be read.
    case unreadable
    /// Not UTF-8.
    case encoding
    /// Not YAML.
    case malformed
    /// A key that no map has, or that the source of this one has not.
    case unknownKey
    /// A key that every map must have.
    case missingKey
    /// Text, a list or a mapping where another of them must stand.
    case wrongType
    /// A word that is not among those its key allows.
    case unknownWord
    /// A date format with letters that are not known, or without a full date.
    case dateFormat
    /// A time zone that is not known.
    case timeZone
    /// A field that has not exactly one of `column`, `join` and `constant`.
    case fieldOrigin
    /// The CSV file has no header.
    case missingHeader
    /// The CSV file has no column with that name.
    case missingColumn
  }

  /// The reason.
  public let code: Code
  /// The file as it was named.
  public let path: String
  /// The line, from 1, where known.
  public let line: Int?
  /// The column in characters, from 1, where known.
  public let column: Int?
  /// The key or word concerned; may be empty, and may hold any text.
  public let subject: String

  init(_ code: Code, path: String, line: Int? = nil, column: Int? = nil, subject: String = "") {
    self.code = code
    self.path = path
    self.line = line
    self.column = column
    self.subject = subject
  }

  /// What is wrong and what to do, in Chinese; `subject` stands in it and must be made safe before it is shown.
  public var reason: String {
    switch code {
    case .unreadable: "读不了文件；请核对路径和权限"
    case .encoding: "不是 UTF-8 编码；请另存为 UTF-8"
    case .malformed: "不是合法的 YAML；请检查缩进和引号"
    case .unknownKey: "不认识的键「\(subject)」；请对照格式说明改正"
    case .missingKey: "缺少「\(subject)」；请补上"
    case .wrongType: "「\(subject)」的写法不对；请对照格式说明改正"
    case .unknownWord: "「\(subject)」不在允许之列；请对照格式说明改正"
    case .dateFormat: "日期格式「\(subject)」用不了；须含年月日，只用 y M d H h m s a 和标点"
    case .timeZone: "不认识的时区「\(subject)」；请写作 Asia/Shanghai 之类"
    case .fieldOrigin: "「\(subject)」应在 column、join、constant 中取其一"
    case .missingHeader: "没有表头；第一行应是各列的名称"
    case .missingColumn: "CSV 文件没有「\(subject)」这一列；请核对表头"
    }
  }
}
