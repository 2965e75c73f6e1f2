import Model

extension ReportRules {
  /// A value that must be there, as it came.
  func present(_ text: String?, _ key: @autoclosure () -> String) throws(Flaw) -> String {
    guard let text else { throw Flaw(.missing, key: key()) }
    return text
  }

  /// A text that must be there, in NFC.
  func required(_ text: String?, _ key: @autoclosure () -> String) throws(Flaw) -> String {
    guard let text = try optional(text, key()) else { throw Flaw(.missing, key: key()) }
    return text
  }

  /// A text that may be missing, in NFC.
  func optional(_ text: String?, _ key: @autoclosure () -> String) throws(Flaw) -> String? {
    guard let text else { return nil }
    guard text.utf8.count <= IntakeLimits.text else { throw Flaw(.textTooLong, key: key()) }
    return NormalForm.composed(text)
  }

  /// A unit that must be in the table where one is named.
  func unit(_ code: String?, _ key: @autoclosure () -> String) throws(Flaw) -> UnitCode? {
    guard let code = code.map({ UnitCode($0) }) else { return nil }
    guard units.contains(code) else { throw Flaw(.unknownUnit, key: key(), subject: code.rawValue) }
    return code
  }
}
