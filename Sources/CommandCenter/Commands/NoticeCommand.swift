import ArgumentParser
import Desk
import Foundation
import Journal
import Model
import SQLiteJournal

/// `command-center notice N`: the notice of supervision that a unit gets on paper.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: "印督办通知书：最近一次督办的，纯文本或网页。")

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("写到这个文件，.html 结尾的写成网页；不给时印到屏上。", valueName: "文件"), completion: .file())
  var out: String?

  @Argument(help: ArgumentHelp("工单编号，例如 20200616-00142 或 0616-0142。", valueName: "编号"))
  var number: String

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let row = try naming.row(number)
      guard let notice = SupervisionNotice(try naming.file(row.number), in: opened.city)
      else {
        throw Failure(.refused, "\(row.number.text) 没有督办，没有通知书可印；先督办：command-center supervise \(row.number.text)")
      }
      let output = StandardOutput()
      if let out {
        try write(notice, to: out)
        try output.line("\(notice.number) 已写到 \(out)")
      } else {
        for line in notice.lines { try output.line(line) }
      }
      try output.flush()
    }
  }

  private func write(_ notice: SupervisionNotice, to path: String) throws {
    let isPage = path.lowercased().hasSuffix(".html")
    let text = isPage ? notice.page : notice.lines.map { $0 + "\n" }.joined()
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.output, "写不了 \(path)：\(error.localizedDescription)。请换一个能写的位置")
    }
  }
}
