public import Glibc

/// A terminal made of a pair of descriptors, with a shell script running in it that starts a program.
///
/// Everything waits for output or for an end, with a deadline that only a failure reaches.
public final class PseudoTerminal {
  private var master: Int32
  /// Closed by the kernel when the last process that runs in the terminal is gone.
  private let life: Int32
  private let shell: SpawnedProcess
  /// The shell that runs the script.
  public var shellIdentifier: pid_t { shell.identifier }

  /// Every byte that came out so far.
  public private(set) var bytes: [UInt8] = []
  /// How much of the output has been looked at.
  private var seen = 0
  private static let deadlineMilliseconds: Int32 = 60_000

  /// Starts a script.
  /// - Parameters:
  ///   - script: for `sh`.
  ///   - program: what `$0` is in it.
  ///   - arguments: what `"$@"` is in it.
  ///   - terminal: the value of `TERM`.
  ///   - environment: more variables, as `NAME=value`.
  ///   - width: columns.
  ///   - height: rows.
  public init(
    script: String, program: String, arguments: [String] = [], terminal: String = "xterm-256color",
    environment: [String] = [], width: Int = 80, height: Int = 24
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: UInt32 = 0
    var unlocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift doesn't import.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw RigFailure("no pseudo terminal, errno \(errno)")
    }
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw RigFailure("socketpair \(errno)") }
    life = ends[0]
    defer { close(ends[1]) }
    resizeMaster(master, width: width, height: height)
    shell = try SpawnedProcess(
      "/bin/sh", ["sh", "-c", script, program] + arguments,
      variables: ["TERM=\(terminal)", "PATH=/usr/bin:/bin"] + environment, startsSession: true,
      files: [(0, "/dev/pts/\(number)", O_RDWR)], inherited: [(0, 1), (0, 2), (ends[1], 9)])
  }

  deinit {
    if master >= 0 { close(master) }
    close(life)
    kill(shell.identifier, SIGKILL)
    _ = shell.wait()
  }

  /// Sends what a keyboard would.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Changes the size, as dragging a window's corner does.
  public func resize(width: Int, height: Int) { resizeMaster(master, width: width, height: height) }

  /// Hangs up.
  public func closeTerminal() {
    close(master)
    master = -1
  }

  /// All output so far.
  public var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits until a text is in the output after what earlier waits have found.
  public func wait(for text: String) throws {
    let deadline = Deadline()
    while true {
      if let end = find(text) {
        seen = end
        return
      }
      guard try readMore() else { throw RigFailure("ended without \(text.debugDescription): \(tail)") }
      if deadline.isOver { throw RigFailure("waited in vain for \(text.debugDescription) before \(tail)") }
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
  public func waitForEnd() throws {
    while master >= 0, try readMore() {}
    var ready = pollfd(fd: life, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Self.deadlineMilliseconds) == 1 else { throw RigFailure("still running: \(tail)") }
  }

  /// The decimal number that follows the last place where a text is in the output.
  public func number(after text: String) throws -> Int32 {
    let output = output
    guard let range = output.ranges(of: text).last,
      let number = Int32(output[range.upperBound...].prefix(while: \.isNumber))
    else { throw RigFailure("no \(text)") }
    return number
  }

  private func readMore() throws -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Self.deadlineMilliseconds) == 1 else { throw RigFailure("silence after \(tail)") }
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
