import Glibc

/// A program in a terminal of its own, as somebody who sits before it sees it: keys in, bytes out.
final class PseudoTerminal {
  /// What was read at once, and when.
  struct Burst {
    /// The bytes.
    let bytes: [UInt8]
    /// When the last of them was there.
    let at: ContinuousClock.Instant
  }

  let process: pid_t
  /// When the program was started.
  let startedAt: ContinuousClock.Instant
  /// What the terminal shows.
  private(set) var screen: ScreenModel
  private let master: Int32
  private var isEnded = false
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program, found on `PATH`, and its arguments.
  ///   - width: columns.
  ///   - height: rows.
  ///   - home: the program's home directory.
  ///   - folder: where it runs; nothing for where this program does.
  init(_ command: [String], width: Int = 200, height: Int = 60, home: String, folder: String? = nil) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: UInt32 = 0
    var unlocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift does not import.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw BenchError("no pseudo terminal, errno \(errno)")
    }
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen = ScreenModel(width: width, height: height)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // POSIX_SPAWN_SETSID of <spawn.h>: the terminal opened first then becomes the controlling one.
    posix_spawnattr_setflags(&attributes, 0x80)
    let command = folder.map { ["env", "-C", $0] + command } ?? command
    let arguments = PseudoTerminal.duplicated(command)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let environment = PseudoTerminal.duplicated([
      "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=\(home)", "PATH=\(path)",
    ])
    defer {
      (arguments + environment).forEach { free($0) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    startedAt = ContinuousClock.now
    var child: pid_t = 0
    let result = posix_spawnp(&child, command.first ?? "", &actions, &attributes, arguments, environment)
    process = child
    guard result == 0 else {
      isEnded = true
      throw BenchError("\(command.first ?? ""): \(String(cString: strerror(result)))")
    }
  }

  deinit {
    close(master)
    if !isEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  private static func duplicated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { (text: String) in strdup(text) } + [nil]
  }

  /// Types a text; keys that are no characters as the terminal sends them.
  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw BenchError("the terminal takes no keys") }
  }

  /// Waits for output.
  ///
  /// - Parameter limit: how long.
  /// - Returns: what came; nothing when the time is up.
  /// - Throws: when the program has ended.
  func read(within limit: Duration) throws -> Burst? {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(max(0, limit.milliseconds.rounded(.up)))) > 0 else { return nil }
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { throw BenchError("the program ended; its screen:\n\(screen.text)") }
    let burst = Burst(bytes: Array(buffer[..<count]), at: ContinuousClock.now)
    if let answer = screen.feed(burst.bytes) { try type(answer) }
    return burst
  }

  /// Reads until something holds.
  ///
  /// - Parameters:
  ///   - limit: how long to wait at the most.
  ///   - holds: what is waited for, asked after each burst.
  /// - Returns: when it held; nothing when the time is up.
  func wait(atMost limit: Duration, until holds: (ScreenModel) -> Bool) throws -> ContinuousClock.Instant? {
    let end = ContinuousClock.now + limit
    if holds(screen) { return ContinuousClock.now }
    while ContinuousClock.now < end {
      guard let burst = try read(within: end - ContinuousClock.now) else { return nil }
      if holds(screen) { return burst.at }
    }
    return nil
  }

  /// Reads for so long, whatever comes.
  ///
  /// - Returns: the bytes that came.
  @discardableResult
  func drain(for time: Duration) throws -> Int {
    let end = ContinuousClock.now + time
    var count = 0
    while ContinuousClock.now < end {
      if let burst = try read(within: end - ContinuousClock.now) { count += burst.bytes.count }
    }
    return count
  }

  /// Reads until nothing came for so long.
  func settle(for silence: Duration = .milliseconds(400), atMost limit: Duration = .seconds(30)) throws {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end, try read(within: silence) != nil {}
  }

  /// Ends the program and waits for its end.
  func stop() {
    kill(process, SIGTERM)
    for _ in 0..<200 {
      if waitpid(process, nil, WNOHANG) != 0 {
        isEnded = true
        return
      }
      // A program that says good-bye must find somebody who reads it.
      _ = try? read(within: .milliseconds(10))
    }
  }
}
