import Model
import ArgumentParser
import Feeds
import Foundation
import Journal
import Operations
import SQLiteJournal

/// `command-center journal`: what is done with a journal as a whole.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "整本日志：导出、导入、重建投影、清除个人信息。",
    subcommands: [
      JournalExportCommand.self, JournalImportCommand.self, JournalRebuildCommand.self, ErasePersonalCommand.self,
    ])
}

/// `command-center journal export`: the canonical stream.
struct JournalExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "按序导出规范格式的全部事件（JSON Lines），写到标准输出。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .customLong("no-personal"), help: "不带个人信息。")
  var withoutPersonal = false

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let sight = try opened.viewpoint(sitting).sight
      // An export that left something out would not prove.
      guard sight.town == nil, sight.seesConfidential else {
        throw Failure(.refused, "整本日志只有看得到全市和保密件的席位能导出；请用 --seat 指定市级值班长等席位")
      }
      let store = opened.store
      let output = StandardOutput()
      var failure: (any Error)?
      do throws(JournalError) {
        try JournalExport.write(store, personal: !withoutPersonal) { (line) throws(JournalError) in
          do {
            try output.canonical(line)
          } catch {
            failure = error
            throw JournalError(.unavailable)
          }
        }
      } catch {
        throw failure ?? error
      }
      try output.flush()
    }
  }
}

/// `command-center journal import`: an export becomes a journal again.
struct JournalImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把导出读回一本新日志，逐条核对链；「-」为标准输入。")

  @OptionGroup var sitting: SittingOptions

  @Argument(help: ArgumentHelp("导出文件；「-」为标准输入。", valueName: "文件"), completion: .file())
  var file: String

  func run() throws {
    try Failure.guarded {
      let path = try JournalFile.path(sitting)
      let lines = ExportLines(try FeedInput(path: file))
      try JournalFile.fresh(path)
      let head: JournalHead
      do {
        head = try read(lines, to: path)
      } catch {
        // What there is of it would pass for a journal.
        JournalFile.discard(path)
        throw error
      }
      let output = StandardOutput()
      try output.line("已读入 \(head.sequence) 条事件，链 \(head.chain)")
      try output.flush()
    }
  }

  private func read(_ lines: ExportLines, to path: String) throws(JournalError) -> JournalHead {
    let store = try JournalImport.read(
      from: { () throws(JournalError) in try lines.next() },
      into: { (opening) throws(JournalError) in
        try SQLiteJournal.open(path, .restoring(opening), options: .bulk)
      })
    let head = try store.head()
    try store.close()
    return head
  }
}

/// The lines of an export, however long they are.
private final class ExportLines {
  private let input: FeedInput
  private var splitter = LineSplitter(limit: Int.max)
  private var pieces: [FeedPiece] = []
  private var index = 0
  private var isAtEnd = false

  init(_ input: FeedInput) {
    self.input = input
  }

  func next() throws(JournalError) -> [UInt8]? {
    while index == pieces.count {
      if isAtEnd { return nil }
      index = 0
      do throws(FeedFileError) {
        if let chunk = try input.next() {
          pieces = splitter.push(chunk)
        } else {
          isAtEnd = true
          pieces = splitter.finish()
        }
      } catch {
        throw JournalError(.unavailable, subject: error.path, detail: error.reason)
      }
    }
    defer { index += 1 }
    if case .line(let line) = pieces[index] { return line.bytes }
    return []
  }
}

/// `command-center journal rebuild`: every projection anew.
struct JournalRebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rebuild", abstract: "由事件重建各投影。")

  @OptionGroup var sitting: SittingOptions

  func run() throws {
    try Failure.guarded {
      let store = try JournalFile.open(sitting, tuning: .bulk)
      try store.rebuild()
      try store.close()
      let output = StandardOutput()
      try output.line("投影已重建")
      try output.flush()
    }
  }
}

/// `command-center journal erase-personal`: personal data goes, the events stay and prove.
struct ErasePersonalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase-personal", abstract: "清除一件工单旁存的个人信息；事件保留，链照样可验，不能恢复。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "确认清除。")
  var yes = false

  @Argument(help: ArgumentHelp("工单编号。", valueName: "编号"))
  var number: String

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      guard authority.role.isChief else { throw Failure(.refused, "只有值班长或带班领导能清除个人信息") }
      let row = try OrderNaming(viewpoint: Viewpoint(opened.operations, of: authority)).row(number)
      guard yes else { throw ValidationError("清除后不能恢复；确认清除 \(row.number.text) 的个人信息请加 --yes") }
      var erased = 0
      for event in try opened.store.events(of: .order(row.number))
      where try opened.store.personal(event.header.sequence) != nil {
        try opened.store.erasePersonal(event.header.sequence)
        erased += 1
      }
      let output = StandardOutput()
      try output.line("\(row.number.text) 已清除 \(erased) 处个人信息")
      try output.flush()
    }
  }
}
