/// Where a journal that goes on from an earlier moment of another one left it.
public struct JournalParent: Sendable, Equatable, Codable {
  /// The other journal's file name, without its folder.
  public let journal: String
  /// The last sequence that it has in common with the other one.
  public let sequence: Int64
  /// The other journal's chain there, lower-case hexadecimal.
  public let head: String

  /// Makes a reference to a parent.
  public init(journal: String, sequence: Int64, head: String) {
    self.journal = journal
    self.sequence = sequence
    self.head = head
  }
}
