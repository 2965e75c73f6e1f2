/// Why no screen could be had.
public struct ScreenError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable {
    /// Standard input or output is no terminal.
    case noTerminal
    /// `TERM` is not set, or no description of it is installed.
    case unknownTerminal
    /// The terminal cannot move its cursor.
    case incapableTerminal
    /// Neither the user's locale nor C.UTF-8 is there.
    case noUTF8
    /// A system call failed.
    case system
  }

  /// The kind of failure.
  public let code: Code
  /// What it was about: the value of `TERM`, a call with its error number.
  public let context: String

  /// Makes an error.
  public init(code: Code, context: String = "") {
    self.code = code
    self.context = context
  }

  /// For the officer: what happened and what to do.
  public var description: String {
    switch code {
    case .noTerminal: "标准输入或输出不是终端，无法打开指挥台。请直接在终端里运行，不要经过管道或重定向。"
    case .unknownTerminal: "不认识终端类型 TERM=\(context)。请设为已安装的类型，例如 TERM=xterm-256color。"
    case .incapableTerminal: "终端 TERM=\(context) 不能移动光标，无法打开指挥台。请换一个终端，或设 TERM=xterm-256color。"
    case .noUTF8: "系统没有 UTF-8 语言环境，无法显示中文。请安装 C.UTF-8 或 zh_CN.UTF-8 后再运行。"
    case .system: "无法接管终端（\(context)）。请换一个终端重试。"
    }
  }
}
