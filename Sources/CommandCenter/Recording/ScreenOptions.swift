import ArgumentParser
import Foundation
import SafeText
import Terminal

/// How a command that takes the terminal over uses it.
struct ScreenOptions: ParsableArguments {
  @Flag(name: .long, help: "不用鼠标，终端自己的选字可用。")
  var noMouse = false

  @Flag(name: .long, help: "不用同步刷新序列（个别旧终端需要）。")
  var noSync = false

  @Flag(name: .long, help: "终端把「─…●」之类画成两格宽时用。")
  var wideAmbiguous = false

  @Option(
    name: .long,
    help: ArgumentHelp("录屏：屏上显示的都写进这个新文件（asciinema v2，用 asciinema play 放）。", valueName: "文件.cast"),
    completion: .file())
  var record: String?

  /// The recording that is asked for; nothing when none is.
  func recording() throws -> RecordingFile? {
    try record.map { path in
      try RecordingFile(path: path, environment: ProcessInfo.processInfo.environment, now: WallClock.now)
    }
  }

  /// Takes the terminal over.
  ///
  /// - Parameter recording: what writes down what it shows.
  /// - Throws: `Failure` when the terminal can't be used.
  func open(_ recording: RecordingFile?) throws -> Screen {
    var options = Screen.Options(environment: ProcessInfo.processInfo.environment)
    options.mouse = !noMouse
    options.synchronizedUpdate = !noSync
    options.ambiguousWidth = wideAmbiguous ? .wide : .narrow
    if let recording { options.record = { recording.take($0) } }
    do {
      return try Screen(options: options)
    } catch {
      throw Failure(.terminal, error.description)
    }
  }
}
