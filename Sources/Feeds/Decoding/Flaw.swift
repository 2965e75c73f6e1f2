/// What is wrong with a line, found before it is known which line it is.
struct Flaw: Error, Equatable {
  /// Which rule it breaks.
  let code: RejectedLine.Code
  /// The key concerned, dotted (`origin.closed`, `attachments.1.sha256`); empty when it is the line as a whole.
  let key: String
  /// Byte column, from 1, where known.
  var column: Int?
  /// The value concerned, or what should stand there; may be empty.
  let subject: String

  init(_ code: RejectedLine.Code, key: String = "", column: Int? = nil, subject: String = "") {
    self.code = code
    self.key = key
    self.column = column
    self.subject = subject
  }
}
