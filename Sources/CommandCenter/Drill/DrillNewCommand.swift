import ArgumentParser
import City
import Desk
import Drill
import Foundation
import Model
import Operations

/// `command-center drill new --from-shift`: a drill folder of a real shift, with other names.
struct DrillNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "把一段真实值班编成演练：去掉个人信息，姓名、电话换成编造的。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "由真实值班编成。")
  var fromShift = false

  @Option(name: .long, help: ArgumentHelp("值班从哪一刻起：2020-06-16 08:00 这样写。", valueName: "时刻"))
  var from: String

  @Option(name: .long, help: ArgumentHelp("到哪一刻为止，最多 24 小时。", valueName: "时刻"))
  var to: String

  @Option(name: .long, help: ArgumentHelp("写到哪个新目录。", valueName: "目录"), completion: .directory)
  var out: String

  @Option(name: .long, help: ArgumentHelp("种子：同一段值班、同一个种子，编出来的一样。", valueName: "整数"))
  var seed = 1

  func validate() throws {
    if !fromShift { throw ValidationError("演练要从哪里编？请加 --from-shift") }
    guard (0...Int(Int32.max)).contains(seed) else { throw ValidationError("--seed 为 0 到 2147483647 的整数") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      // Whoever may not see all of the journal must not carry it out of the house in another form either.
      let sight = try opened.viewpoint(sitting).sight
      guard sight.town == nil, sight.seesConfidential else {
        throw Failure(.refused, "编演练要看全部来件，请用看得到全市、看得到密件的席位")
      }
      let past = try PastSitting(opened, from: from, to: to)
      let draft: ShiftDraft
      do {
        draft = try ShiftDraft(
          opened.store, city: opened.city, from: past.span.from, to: past.span.to, seed: seed)
      } catch let problem as ShiftDraft.Problem {
        throw Failure(.noSeat, problem.description)
      }
      try write(draft)
      // What was written is read as anybody's drill is: errors are told, and nothing is called done.
      _ = try DrillFolder.load(out, city: opened.city)
      try tell(draft)
    }
  }

  private func write(_ draft: ShiftDraft) throws {
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      guard try FileManager.default.contentsOfDirectory(atPath: out).isEmpty else {
        throw Failure(.output, "\(out) 里已有文件，请换一个新目录")
      }
      for file in try draft.files() {
        try Data(file.bytes).write(to: URL(fileURLWithPath: out).appendingPathComponent(file.name))
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.output, "\(out) 写不进去；请检查目录和磁盘")
    }
  }

  private func tell(_ draft: ShiftDraft) throws {
    let output = StandardOutput()
    try output.line(
      "已编成 \(out)：\(draft.minutes) 分钟，导调来件 \(draft.injectCount) 件，背景来件 \(draft.backgroundCount) 件，期望 \(draft.expectationCount) 项"
    )
    if draft.confidential > 0 { try output.line("密件 \(draft.confidential) 件没有收") }
    try output.line("登记过的姓名、电话都换了；正文里没登记过的人名认不出来，给别人用之前请通读 feed.jsonl 和 injects.csv")
    try output.flush()
  }
}
