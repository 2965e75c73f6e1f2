import Journal
public import Model

extension Operations {
  /// Writes what the conductor did into a drill's script.
  ///
  /// - Parameters:
  ///   - event: what was decided.
  ///   - version: the version of the book that it was decided on.
  ///   - authority: who asks.
  ///   - id: the command's own name. At most 200 bytes.
  /// - Throws: code `.reused` when somebody else has written meanwhile.
  public func write(
    _ event: ScriptEvent, at version: Int, by authority: Authority, id: String
  ) throws(OperationError) {
    guard try write(.script(event), to: .script, at: version, about: authority.place, by: authority, id: id) else {
      throw .reused(nil)
    }
  }
}
