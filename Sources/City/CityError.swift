/// Why a city could not be loaded.
public struct CityError: Error, Equatable, CustomStringConvertible {
  /// Why not.
  public enum Code: String, Sendable {
    /// The folder does not exist, or is no folder.
    case folderMissing
    /// The folder's files have errors.
    case findings
  }

  /// Why not.
  public let code: Code
  /// The folder.
  public let path: String
  /// What was found, warnings included, by file, line and column.
  public let findings: [Finding]

  /// What happened, where, and what to do.
  public var description: String {
    switch code {
    case .folderMissing: return "找不到城市目录 \(path)，请检查路径。"
    case .findings:
      let errors = findings.filter { $0.severity == .error }
      let shown = errors.prefix(5).map { "\n  \($0)" }.joined()
      let more = errors.count > 5 ? "\n  ……" : ""
      return "城市目录 \(path) 有 \(errors.count) 处错误，改正后重试：\(shown)\(more)"
    }
  }
}
