/// Why a journal could not do what was asked.
public struct JournalError: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable, CaseIterable {
    /// The file, or its folder, can't be opened, read or written.
    case unavailable
    /// The lock was held by another process longer than the deadline.
    case lockHeld
    /// The file is no journal, or damaged.
    case damaged
    /// A newer program has written the journal.
    case newer
    /// An older program has written the journal, and it may not be changed here.
    case older
    /// The journal exists with another kind, city or site.
    case otherIdentity
    /// The journal does not exist, or has no first event yet.
    case missing
    /// A clock of the feed was asked for in a live journal.
    case feedClockInLive
    /// The disk is full.
    case diskFull
    /// An event can't be encoded or decoded.
    case encoding
    /// The request itself is malformed.
    case invalidRequest
    /// The journal lies on a network file system.
    case networkFileSystem
    /// The journal was closed.
    case closed
    /// The journal is shown as it was: it takes nothing in, and does not tell what is kept of the present only.
    case readOnly
  }

  /// The reason.
  public let code: Code
  /// Which file, stream or field it is about.
  public let subject: String
  /// What the engine said, for the log.
  public let detail: String

  /// Makes an error.
  public init(_ code: Code, subject: String = "", detail: String = "") {
    self.code = code
    self.subject = subject
    self.detail = detail
  }
}
