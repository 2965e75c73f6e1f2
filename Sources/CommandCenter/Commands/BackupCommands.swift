import ArgumentParser
import Desk
import Foundation
import Journal
import Model
import SQLiteJournal

/// `command-center backup`: a whole copy of the journal.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: "把日志完整备份到一个新文件。")

  @OptionGroup var sitting: SittingOptions

  @Argument(help: ArgumentHelp("备份文件。", valueName: "文件"), completion: .file())
  var file: String

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      guard opened.city.authority.grants(.backup, to: authority.role, at: authority.tier) else {
        throw Failure(
          .refused, "\(Words.role(authority.role))席不能备份整本日志；请用 --seat 指定有权的席位（authority.csv 的 backup）")
      }
      try JournalFile.fresh(file)
      try opened.store.backup(to: file)
      let output = StandardOutput()
      try output.line("已备份到 \(file)")
      try output.flush()
    }
  }
}

/// `command-center restore`: a copy becomes the journal again.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "查验备份，完好的复制为日志；已有日志时不覆盖。")

  @OptionGroup var sitting: SittingOptions

  @Argument(help: ArgumentHelp("备份文件。", valueName: "文件"), completion: .file())
  var file: String

  func run() throws {
    try Failure.guarded {
      let path = try JournalFile.path(sitting)
      try JournalFile.fresh(path)
      let copy = try SQLiteJournal.open(file, .existing)
      let proof = try JournalVerifier.verify(copy)
      guard proof.isClean else {
        throw Failure(.proof, "备份 \(file) 有 \(proof.findings.count) 处不符，没有恢复；请用 verify 查看")
      }
      try copy.backup(to: path)
      try copy.close()
      let output = StandardOutput()
      try output.line("已恢复 \(proof.events) 条事件到 \(path)")
      try output.flush()
    }
  }
}
