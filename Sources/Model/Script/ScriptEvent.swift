/// What the conductor does to a drill's script (导调脚本): the book that tells what arrives otherwise than planned.
public enum ScriptEvent: Sendable, Equatable {
  /// 立即下达: an inject arrives now.
  case fired(Naming)
  /// 取消: an inject does not arrive.
  case skipped(Naming)
  /// 推迟.
  case delayed(Delay)
  /// 增发: an inject that the script did not have.
  case added(Addition)
  /// 导调记录: what the conductor notes.
  case remarked(Remark)

  /// Which inject.
  public struct Naming: Sendable, Equatable, Codable {
    /// The inject's id.
    public var inject: String

    /// Names an inject.
    public init(inject: String) {
      self.inject = inject
    }
  }

  /// An inject that arrives later.
  public struct Delay: Sendable, Equatable, Codable {
    /// The inject's id.
    public var inject: String
    /// How much later, in minutes, than it would have arrived.
    public var minutes: Int

    /// Makes a delay.
    public init(inject: String, minutes: Int) {
      self.inject = inject
      self.minutes = minutes
    }
  }

  /// An inject that the script did not have.
  public struct Addition: Sendable, Equatable, Codable {
    /// Its own id.
    public var inject: String
    /// The message, with when it arrives.
    public var report: Report

    /// Makes an addition.
    public init(inject: String, report: Report) {
      self.inject = inject
      self.report = report
    }
  }

  /// What the conductor notes.
  public struct Remark: Sendable, Equatable, Codable {
    /// The text.
    public var text: String

    /// Makes a remark.
    public init(text: String) {
      self.text = text
    }
  }
}
