extension PersonalRecord {
  /// SHA-256 of the salt and the canonical data, lower-case hexadecimal; events carry it in place of the data.
  ///
  /// - Throws: `JournalError` with code `.encoding`.
  public func digest() throws(JournalError) -> String {
    JournalDigest.hex(JournalDigest.sha256(salt + (try CanonicalWriter.bytes(of: data))))
  }
}
