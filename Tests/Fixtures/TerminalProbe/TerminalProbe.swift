import Glibc
import SafeText
import Terminal

/// A small program on the terminal layer, for tests to press keys on and to kill.
///
/// Shows its size, the number of events so far and the last one; `q` quits, `!` traps, `t` traps on another thread, `o`
/// overflows the stack, `x` exits with 3, `z` suspends,
/// `e` writes to standard error, `w` wakes from another thread, `i` shows the cursor,
/// `n` does nothing.
@main
struct TerminalProbe {
  static func main() {
    do {
      let environment = ["TERM", "NO_COLOR"].reduce(into: [String: String]()) { result, name in
        if let value = getenv(name) { result[name] = String(cString: value) }
      }
      let screen = try Screen(options: Screen.Options(environment: environment))
      var probe = Probe()
      while probe.isRunning {
        screen.present(probe.frame(width: screen.width, height: screen.height))
        for event in screen.poll(milliseconds: nil) { probe.react(to: event, on: screen) }
      }
      screen.stop()
      print("bye \(probe.count)")
    } catch {
      print("\(error.code.rawValue): \(error)")
      exit(2)
    }
  }
}

struct Probe {
  var count = 0
  var last = "-"
  var isRunning = true
  var selected = 0
  var showsCaret = false

  func frame(width: Int, height: Int) -> Surface {
    var surface = Surface(width: width, height: height)
    surface.put("pid=\(getpid()) 探针 \(width)x\(height) 第\(count)件 \(last)", at: 0, 0, style: Style(.title))
    for row in 1..<max(1, height) {
      surface.put("\(row) 通海路积水约30cm，两车熄火 ●…→", at: row, 0, style: Style(row % 2 == 0 ? .late : .normal))
    }
    if selected > 0 { surface.add(.selected, in: Rect(row: selected, col: 0, width: width, height: 1)) }
    if showsCaret { surface.caret = Surface.Caret(row: 0, col: 5) }
    return surface
  }

  /// Never returns, since no count is negative.
  private static func depth(below count: Int) -> Int { count < 0 ? 0 : 1 + depth(below: count + 1) % 7 }

  mutating func react(to event: InputEvent, on screen: Screen) {
    if event == .key(.char("n")) { return }
    count += 1
    last = SafeText("\(event)").string
    switch event {
    case .hangup: isRunning = false
    case .key(.char("q")): isRunning = false
    case .key(.char("!")):
      let none = [Int]()
      last = "\(none[count])"
    case .key(.char("t")):
      let position = count
      Task.detached { print([Int]()[position]) }
    case .key(.char("o")): last = "\(Self.depth(below: count))"
    case .key(.char("x")): exit(3)
    case .key(.char("z")): screen.suspend()
    case .key(.char("e")): perror("to standard error")
    case .key(.char("i")): showsCaret.toggle()
    case .key(.down): selected += 1
    case .key(.up): selected -= 1
    case .key(.char("w")):
      let handle = screen.wakeHandle
      Task.detached { handle.wake() }
    default: break
    }
  }
}
