import Foundation

/// What is said before a journal of an earlier program is brought forward: a desk has no screen yet then, and an officer who
/// sees nothing for minutes would take it for hung.
enum UpgradeNotice {
  /// Writes the notice.
  ///
  /// - Parameter path: the journal.
  static func write(_ path: String) {
    let text = """
      日志 \(path) 由旧版程序写成，正在改成本版的格式，改前原样备份在旁边（.before-…）。
      件数多时要等几分钟；中途断了也不丢，下次打开再来。

      """
    FileHandle.standardError.write(Data(text.utf8))
  }
}
