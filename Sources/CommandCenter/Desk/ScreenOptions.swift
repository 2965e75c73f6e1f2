import ArgumentParser
import Foundation
import SafeText
import Terminal

/// How the program uses its terminal.
struct ScreenOptions: ParsableArguments {
  @Flag(name: .long, help: "不用鼠标，终端自己的选字可用。")
  var noMouse = false

  @Flag(name: .long, help: "不用同步刷新序列（个别旧终端需要）。")
  var noSync = false

  @Flag(name: .long, help: "终端把「─…●」之类画成两格宽时用。")
  var wideAmbiguous = false

  /// Takes the terminal.
  func open() throws -> Screen {
    var options = Screen.Options(environment: ProcessInfo.processInfo.environment)
    options.mouse = !noMouse
    options.synchronizedUpdate = !noSync
    options.ambiguousWidth = wideAmbiguous ? .wide : .narrow
    do {
      return try Screen(options: options)
    } catch {
      throw Failure(.terminal, error.description)
    }
  }
}
