import CSQLiteShim
import Foundation
import Journal
import Model

/// A prepared statement, driven through SQLite's own calls.
///
/// The library's argument and row boxes cost more than the insertion itself when a million rows go through them.
final class SQLStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares a statement that will be used again and again.
  init(_ sql: String, on connection: OpaquePointer) throws(JournalError) {
    self.connection = connection
    var prepared: OpaquePointer?
    let result = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard result == SQLITE_OK, let prepared else {
      throw Self.failure(result, String(cString: sqlite3_errmsg(connection)), in: sql, on: connection)
    }
    statement = prepared
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Binds an integer; positions count from 1.
  func bind(_ value: Int64, _ index: Int32) {
    sqlite3_bind_int64(statement, index, value)
  }

  /// Binds an integer, or NULL.
  func bind(_ value: Int64?, _ index: Int32) {
    if let value { sqlite3_bind_int64(statement, index, value) } else { sqlite3_bind_null(statement, index) }
  }

  /// Binds a text.
  func bind(_ value: String, _ index: Int32) {
    if value.utf8.withContiguousStorageIfAvailable({ bind($0, index) }) != nil { return }
    var value = value
    value.withUTF8 { bind($0, index) }
  }

  private func bind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int32) {
    text.withMemoryRebound(to: CChar.self) { characters in
      if let base = characters.baseAddress {
        _ = shim_bind_text(statement, index, base, Int32(characters.count))
      } else {
        _ = shim_bind_text(statement, index, "", 0)
      }
    }
  }

  /// Binds a text, or NULL.
  func bind(_ value: String?, _ index: Int32) {
    if let value { bind(value, index) } else { sqlite3_bind_null(statement, index) }
  }

  /// Binds bytes.
  func bind(_ value: [UInt8], _ index: Int32) {
    value.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress, !bytes.isEmpty {
        _ = shim_bind_blob(statement, index, base, Int32(bytes.count))
      } else {
        sqlite3_bind_zeroblob(statement, index, 0)
      }
    }
  }

  /// Binds what stands in a column of another statement's row.
  func bind(_ column: Int32, of row: SQLStatement, _ index: Int32) {
    sqlite3_bind_value(statement, index, sqlite3_column_value(row.statement, column))
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one; when there is none the statement is ready for the next use.
  func step() throws(JournalError) -> Bool {
    let result = sqlite3_step(statement)
    if result == SQLITE_ROW { return true }
    if result == SQLITE_DONE {
      sqlite3_reset(statement)
      return false
    }
    let message = String(cString: sqlite3_errmsg(connection))
    sqlite3_reset(statement)
    throw Self.failure(result, message, in: String(cString: sqlite3_sql(statement)), on: connection)
  }

  /// An officer is told of the file; what was asked of it is for the log.
  private static func failure(
    _ result: Int32, _ message: String, in sql: String, on connection: OpaquePointer
  ) -> JournalError {
    .engine(result, "\(message) in \(sql)", file(of: connection))
  }

  /// The path of the database that a connection is to.
  static func file(of connection: OpaquePointer) -> String {
    sqlite3_db_filename(connection, "main").map { String(cString: $0) } ?? ""
  }

  /// Runs a statement that gives no rows.
  func run() throws(JournalError) {
    while try step() {}
  }

  /// The integer that a counting statement gives.
  func count() throws(JournalError) -> Int {
    defer { reset() }
    return try step() ? Int(integer(0)) : 0
  }

  /// Lets go of the rows that were not read.
  func reset() {
    sqlite3_reset(statement)
  }

  /// How many rows the last statement of the connection has changed.
  var changes: Int { Int(sqlite3_changes(connection)) }

  /// An integer of the row; columns count from 0.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// An integer of the row, or nothing for NULL.
  func optionalInteger(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(statement, column)
  }

  /// A text of the row; empty for NULL.
  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// A text of the row, or nothing for NULL.
  func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// A town of the row; nothing for an empty text, which stands for the city as a whole.
  func town(_ column: Int32) -> PlaceCode? {
    let code = text(column)
    return code.isEmpty ? nil : PlaceCode(code)
  }

  /// Whether a text of the row has exactly these bytes; NULL has none.
  func holds(_ bytes: [UInt8], in column: Int32) -> Bool {
    guard let text = sqlite3_column_text(statement, column) else { return bytes.isEmpty }
    let count = Int(sqlite3_column_bytes(statement, column))
    return count == bytes.count && memcmp(text, bytes, count) == 0
  }

  /// Hands on the bytes of a text of the row; none for NULL.
  func withText<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let text = sqlite3_column_text(statement, column)
    return body(UnsafeBufferPointer(start: text, count: text == nil ? 0 : Int(sqlite3_column_bytes(statement, column))))
  }

  /// Bytes of the row.
  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, column))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
