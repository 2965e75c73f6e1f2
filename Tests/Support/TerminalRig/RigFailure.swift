/// What went wrong while driving a program, with what it showed last.
public struct RigFailure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
