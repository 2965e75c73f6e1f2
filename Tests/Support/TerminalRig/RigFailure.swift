/// What went wrong while driving a program, with what it showed last.
public struct RigFailure: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String

  /// Makes one.
  public init(_ description: String) {
    self.description = description
  }
}
