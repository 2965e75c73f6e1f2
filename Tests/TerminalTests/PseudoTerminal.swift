import Glibc

/// A terminal made of a pair of descriptors, with a shell script running in it that starts the probe.
///
/// Everything waits for output or for an end, with a deadline that only a failure reaches.
final class PseudoTerminal {
  /// What went wrong while talking to the terminal.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private var master: Int32
  /// Closed by the kernel when the last process that runs in the terminal is gone.
  private let life: Int32
  private let shell: pid_t
  private var bytes: [UInt8] = []
  /// How much of the output has been looked at.
  private var seen = 0
  private static let deadlineMilliseconds: Int32 = 30_000

  /// Starts a script.
  /// - Parameters:
  ///   - script: for `sh`; `$0` is the probe's path.
  ///   - terminal: the value of `TERM`.
  init(script: String, terminal: String = "xterm-256color", width: Int = 80, height: Int = 24) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: UInt32 = 0
    var unlocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift doesn't import.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure(description: "no pseudo terminal, errno \(errno)")
    }
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(description: "socketpair \(errno)") }
    life = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 9)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // POSIX_SPAWN_SETSID of <spawn.h>: the terminal opened first then becomes the controlling one.
    posix_spawnattr_setflags(&attributes, 0x80)
    var process: pid_t = 0
    let arguments = Self.duplicated(["sh", "-c", script, try Self.probePath()])
    let environment = Self.duplicated(["TERM=\(terminal)", "PATH=/usr/bin:/bin"])
    defer {
      (arguments + environment).forEach { free($0) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(ends[1])
    }
    resizeMaster(master, width: width, height: height)
    let result = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
    shell = process
    guard result == 0 else { throw Failure(description: "posix_spawn \(result)") }
  }

  deinit {
    if master >= 0 { close(master) }
    close(life)
    kill(shell, SIGKILL)
    var status: Int32 = 0
    waitpid(shell, &status, 0)
  }

  /// Copies for C, ended by nil.
  private static func duplicated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { (text: String) in strdup(text) } + [nil]
  }

  /// The probe stands beside the test bundle.
  private static func probePath() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { throw Failure(description: "readlink \(errno)") }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if access(path + "/../TerminalProbe", X_OK) == 0 { return path + "/../TerminalProbe" }
    guard let slash = path.lastIndex(of: "/") else { throw Failure(description: path) }
    return path[...slash] + "TerminalProbe"
  }

  /// Sends what a keyboard would.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  func resize(width: Int, height: Int) { resizeMaster(master, width: width, height: height) }

  /// Hangs up.
  func closeTerminal() {
    close(master)
    master = -1
  }

  /// All output so far.
  var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits until a text is in the output after what earlier waits have found.
  func wait(for text: String) throws {
    while true {
      if let end = find(text) {
        seen = end
        return
      }
      guard try readMore() else { throw Failure(description: "ended without \(text): \(tail)") }
    }
  }

  /// Where a text ends that was not looked at yet.
  private func find(_ text: String) -> Int? {
    bytes.append(0)
    defer { bytes.removeLast() }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters -> Int? in
        guard let start = characters.baseAddress, let place = strstr(start + seen, text) else { return nil }
        return UnsafePointer(place) - start + text.utf8.count
      }
    }
  }

  private var tail: String { String(decoding: bytes.suffix(500), as: UTF8.self).debugDescription }

  /// Waits until nothing runs in the terminal any more.
  func waitForEnd() throws {
    while master >= 0, try readMore() {}
    var ready = pollfd(fd: life, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Self.deadlineMilliseconds) == 1 else { throw Failure(description: "still running") }
  }

  /// The decimal number that follows the last place where a text is in the output.
  func number(after text: String) throws -> Int32 {
    let output = output
    guard let range = output.ranges(of: text).last,
      let number = Int32(output[range.upperBound...].prefix(while: \.isNumber))
    else { throw Failure(description: "no \(text)") }
    return number
  }

  private func readMore() throws -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Self.deadlineMilliseconds) == 1 else { throw Failure(description: "silence after \(tail)") }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    return count > 0
  }
}

private func resizeMaster(_ master: Int32, width: Int, height: Int) {
  var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
  _ = ioctl(master, UInt(TIOCSWINSZ), &size)
}
