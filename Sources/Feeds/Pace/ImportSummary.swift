/// What an import has come to: every line is one of these four.
public struct ImportSummary: Sendable, Equatable {
  /// Reports that made an order.
  public var accepted: Int
  /// Reports that were known and have changed.
  public var amended: Int
  /// Reports that were known and have not changed.
  public var repeated: Int
  /// Lines that were not taken in.
  public var rejected: Int

  /// Makes a summary.
  public init(accepted: Int = 0, amended: Int = 0, repeated: Int = 0, rejected: Int = 0) {
    self.accepted = accepted
    self.amended = amended
    self.repeated = repeated
    self.rejected = rejected
  }

  /// All lines.
  public var total: Int { accepted + amended + repeated + rejected }

  /// The exit status of an import: 2 when something was rejected, otherwise 0.
  public var exitStatus: Int32 { rejected > 0 ? 2 : 0 }

  /// The sum of two.
  public static func + (left: ImportSummary, right: ImportSummary) -> ImportSummary {
    ImportSummary(
      accepted: left.accepted + right.accepted, amended: left.amended + right.amended,
      repeated: left.repeated + right.repeated, rejected: left.rejected + right.rejected)
  }
}
