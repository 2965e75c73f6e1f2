import ArgumentParser
import City
import Feeds
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center import`: reports from a file or the standard input.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入来件：JSON Lines，或按列映射读 CSV；「-」为标准输入。",
    discussion: "坏行不影响其余，原样存入拒收文件。同一来源、同一编号、内容相同的来件不重复收；内容变了记为补正。")

  /// What a journal that does not exist yet is made for.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case live, demo
  }

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("列映射（YAML）；给了就按 CSV 读。", valueName: "文件"), completion: .file())
  var map: String?

  @Option(
    name: .long, help: ArgumentHelp("拒收文件；不给时为「来件文件.rejects.jsonl」。", valueName: "文件"), completion: .file())
  var rejects: String?

  @Option(name: .long, help: ArgumentHelp("日志还没有时，建成 live 实战还是 demo 演示。", valueName: "用途"))
  var kind = Kind.live

  @Flag(name: .long, help: "结果输出为一行 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("来件文件；「-」为标准输入。", valueName: "文件"), completion: .file())
  var file: String

  /// What an import came to, as programs read it.
  private struct Record: Encodable {
    let summary: ImportSummary
    let rejects: String
    let progress: ImportProgress?
    /// How long the journal's lock was held at a time: at most, and 99 times of 100.
    let longestHold: Duration
    let usualHold: Duration

    private enum Key: String, CodingKey {
      case accepted, amended, repeated, rejected, total, rejects, milliseconds, rate, longestHoldMicroseconds
      case holdP99Microseconds
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(summary.accepted, forKey: .accepted)
      try fields.encode(summary.amended, forKey: .amended)
      try fields.encode(summary.repeated, forKey: .repeated)
      try fields.encode(summary.rejected, forKey: .rejected)
      try fields.encode(summary.total, forKey: .total)
      try fields.encode(summary.rejected > 0 ? rejects : nil, forKey: .rejects)
      try fields.encode(progress?.elapsed ?? 0, forKey: .milliseconds)
      try fields.encode(progress?.rate ?? 0, forKey: .rate)
      try fields.encode(Int64(longestHold / .microseconds(1)), forKey: .longestHoldMicroseconds)
      try fields.encode(Int64(usualHold / .microseconds(1)), forKey: .holdP99Microseconds)
    }
  }

  func run() throws {
    var status: Int32 = 0
    try Failure.guarded {
      let feed = try feed()
      // A file that can't be read must not leave an empty journal behind.
      try FeedInput.check(path: file)
      let isNew = !FileManager.default.fileExists(atPath: try JournalFile.path(sitting))
      let opened = try Sitting(
        sitting, absence: .make(kind == .live ? .live : .demo), tuning: .bulk)
      let store = opened.store
      let importer = Importer(operations: opened.operations, account: Account.name)
      let path = rejects ?? (file == "-" ? "./stdin" : file) + ".rejects.jsonl"
      var meter = ImportMeter()
      var last: ImportProgress?
      let summary: ImportSummary
      do {
        summary = try importer.run(
          feed, rejects: path
        ) { progress, summary in
          last = progress
          meter.show(progress, summary)
        }
      } catch let error as ColumnMapError {
        // The header is the first that is read: a journal that was made for it holds nothing yet but its opening.
        if isNew, try store.head().sequence == 1 {
          try store.close()
          JournalFile.discard(opened.path)
        }
        throw error
      }
      meter.clear()
      try store.close()
      try tell(
        Record(
          summary: summary, rejects: path, progress: last, longestHold: store.longestHold,
          usualHold: store.usualHold))
      status = summary.exitStatus
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func feed() throws -> ImportFeed {
    guard let map else { return .lines(path: file) }
    return .records(path: file, map: try ColumnMap(path: map, zone: TimeZones.offsets))
  }

  private func tell(_ record: Record) throws {
    let output = StandardOutput()
    if json {
      try output.json(record)
    } else {
      let summary = record.summary
      try output.line(
        "共 \(summary.total) 件：收下 \(summary.accepted)，补正 \(summary.amended)，重复 \(summary.repeated)，拒收 \(summary.rejected)"
      )
      if summary.rejected > 0 { try output.line("拒收的行和原因在 \(record.rejects)，改正后可再导入") }
    }
    try output.flush()
  }
}
