import CNcurses
import Glibc

/// Where ncurses writes to: memory, from which a frame goes to the terminal in one piece.
///
/// ncurses writes wherever it moves the cursor, some twenty times a frame. Each of these wakes whoever reads the
/// terminal, who then takes the processor or a packet of the network, while the program still draws.
final class FrameOutput {
  /// What ncurses is started on.
  let stream: UnsafeMutablePointer<FILE>
  private let terminal: Int32
  private var buffer: [UInt8] = []
  /// Is handed what is sent.
  var record: (([UInt8]) -> Void)?

  /// Makes an output on which ncurses still reaches the terminal, as it must to find and set its modes.
  /// - Parameter terminal: a descriptor of the terminal.
  /// - Returns: nothing, with `errno` set, when there are no descriptors left.
  init?(terminal: Int32) {
    let copy = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return nil }
    guard let stream = fdopen(copy, "w") else {
      close(copy)
      return nil
    }
    self.terminal = terminal
    self.stream = stream
  }

  deinit { fclose(stream) }

  private var descriptor: Int32 { fileno(stream) }

  /// From now on keeps what is written until it is sent.
  /// - Returns: false, with `errno` set, when the system has no memory or descriptor for it.
  func hold() -> Bool {
    let memory = curses_memory()
    guard memory >= 0 else { return false }
    defer { close(memory) }
    return dup2(memory, descriptor) >= 0 && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
  }

  /// Adds a sequence that ncurses knows nothing of.
  func add(_ text: StaticString) {
    _ = Glibc.write(descriptor, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Sends what was written since the last time.
  func send() {
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return }
    if buffer.count < count { buffer = Array(repeating: 0, count: count) }
    let read = pread(descriptor, &buffer, count, 0)
    lseek(descriptor, 0, SEEK_SET)
    guard read > 0 else { return }
    FrameOutput.write(buffer[..<read], to: terminal)
    record?(Array(buffer[..<read]))
  }

  /// Writes all of some bytes, however long the terminal takes them.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Whoever shares the terminal has asked it not to block.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}
