import ArgumentParser
import City
import Drill
import Foundation
import Model
import SQLiteJournal

/// `command-center drill keys`: what the seats did, as the file that a headless run takes.
struct DrillKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "由演练日志录出各席位办过的，供 --headless --keys 重演。")

  @OptionGroup var drill: DrillOptions

  @Option(name: .long, help: ArgumentHelp("写到哪个文件；不给就印出来。", valueName: "文件"), completion: .file())
  var out: String?

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: false)
      let recording = try DrillRecording(try sitting.existing(), of: sitting.plan)
      let text = try AnswerFile.text(recording.lines, zone: sitting.loaded.tables.calendar.zone)
      guard let out else { return FileHandle.standardOutput.write(text) }
      do {
        try text.write(to: URL(fileURLWithPath: out))
      } catch {
        throw Failure(.output, "\(out) 写不出去；请检查目录和磁盘")
      }
      guard recording.foreign.isEmpty else {
        throw Failure(.refused, "\(ScoreWords.events(recording.foreign))不是在演练里办的，重演不出来；其余的已写到 \(out)")
      }
    }
  }
}
