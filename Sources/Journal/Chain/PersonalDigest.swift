extension PersonalRecord {
  /// SHA-256 of the salt and the canonical data, lower-case hexadecimal; events carry it in place of the data.
  public func digest() -> String {
    JournalDigest.hex(JournalDigest.sha256(salt + CanonicalReport.bytes(of: data)))
  }
}
