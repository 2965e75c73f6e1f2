public import City

/// Why a drill, or the commands for one, could not be used.
public struct DrillError: Error, Equatable, CustomStringConvertible {
  /// The reasons.
  public enum Code: String, Sendable {
    /// The folder's files have errors.
    case findings
    /// A file of recorded commands has a line that is none.
    case answerMalformed
    /// The journal is not one of this drill.
    case otherJournal
    /// The drill has no such moment to go on from.
    case momentOutside
  }

  /// Why not.
  public let code: Code
  /// The folder, the file, with the line where there is one.
  public let path: String
  /// What was found, for `findings`.
  public let findings: [Finding]
  /// What is wrong, for the others.
  public let reason: String

  /// Makes an error.
  init(_ code: Code, path: String, findings: [Finding] = [], reason: String = "") {
    self.code = code
    self.path = path
    self.findings = findings
    self.reason = reason
  }

  /// What happened, where, and what to do.
  public var description: String {
    switch code {
    case .findings:
      let errors = findings.filter { $0.severity == .error }
      return "演练目录 \(path) 有 \(errors.count) 处错误，改正后重试：" + errors.prefix(5).map { "\n  \($0)" }.joined()
        + (errors.count > 5 ? "\n  ……" : "")
    case .answerMalformed, .otherJournal, .momentOutside: return "\(path)：\(reason)"
    }
  }
}
