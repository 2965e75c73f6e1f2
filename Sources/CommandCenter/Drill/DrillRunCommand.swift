import ArgumentParser
import City
import Desk
import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

/// `command-center drill DIR`: the drill on a desk, or the whole of it at full speed, without a terminal.
struct DrillRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "在指挥台上演；--headless 全速演一遍，打印得分。日志已有一半就接着演。")

  @OptionGroup var drill: DrillOptions

  @Option(name: .long, help: ArgumentHelp("坐哪个席位，drill.yaml 的 seats 之一；不给为第一个。", valueName: "席位"))
  var seat: String?

  @OptionGroup var live: LiveOptions

  @OptionGroup var screen: ScreenOptions

  @Option(name: .long, help: ArgumentHelp("录下的命令（JSON Lines）；不给就是什么也没做。", valueName: "文件"), completion: .file())
  var keys: String?

  @Flag(name: .long, help: "不用终端，全速。")
  var headless = false

  @Option(name: .long, help: ArgumentHelp("虚拟时钟每步几秒；不给时一步到底。结果与步长无关。", valueName: "秒"))
  var step: Int?

  @Option(name: .long, help: ArgumentHelp("只演到几点，例如 09:05:00；以后可接着演。", valueName: "时间"))
  var until: String?

  @Flag(name: .long, help: "得分输出为一行 JSON。")
  var json = false

  func validate() throws {
    if !headless, keys != nil || step != nil || until != nil || json {
      throw ValidationError("--keys、--step、--until、--json 要与 --headless 同用")
    }
    if headless, seat != nil || live.isGiven { throw ValidationError("--seat、--live、--no-live 不与 --headless 同用") }
    if let step, step < 1 { throw ValidationError("--step 为至少 1 秒") }
  }

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: true)
      guard headless else { return try sitting.work(seat: seat, beside: live, on: screen) }
      let plan = sitting.plan
      let city = sitting.loaded.tables
      let answer = try keys.map { try AnswerFile.read($0, for: plan, city: city) } ?? []
      var end = plan.end
      if let until {
        guard let instant = plan.instant(until, zone: city.calendar.zone) else {
          throw ValidationError("--until 要写成 09:05:00，并在演练之内")
        }
        end = instant
      }
      // Nobody is told of anything before all of it is durable.
      let store = try sitting.begun(.bulk)
      let post = try PlayPost(path: sitting.place.play)
      guard post.take() else {
        throw Failure(.refused, "有席位正在演 \(sitting.path)；请等他们演完退出，或用 --journal 换一本日志")
      }
      defer { post.leave() }
      let translator = DrillTranslator()
      var engine = try DrillEngine(plan: plan, city: city, store: store, answer: answer) {
        (words, viewpoint, now) throws(UnreadableWords) in
        try translator.deeds(words, viewpoint: viewpoint, now: now)
      }
      try engine.showClock()
      while engine.now < end {
        try engine.advance(to: step.map { min(end, engine.now.adding(milliseconds: Int64($0) * 1_000)) } ?? end)
      }
      try engine.showClock()
      let head = try store.head()
      try store.close()
      try tell(engine.undone, city: city)
      try ScoreOutput(plan: plan, zone: city.calendar.zone).tell(engine.score, head: head, json: json)
    }
  }

  private func tell(_ undone: [UndoneCommand], city: CityTables) throws {
    for command in undone {
      let reason =
        switch command.reason {
        case .unreadable(let reason): reason
        case .refused(let error): Failure(error, city: city).description
        }
      let text = "第 \(command.line.line) 行 \(command.line.words.joined(separator: " ")) 没有办成：\(reason)\n"
      FileHandle.standardError.write(Data(Failure(.refused, text).description.utf8))
    }
  }
}
