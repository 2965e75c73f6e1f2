import CSQLiteShim

extension SQLiteJournal {
  /// The version of the SQLite library that the program runs on.
  public static var engineVersion: String { String(cString: sqlite3_libversion()) }
}
