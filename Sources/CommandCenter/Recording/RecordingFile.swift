import Feeds
import Foundation
import Model
import SafeText
import Synchronization
import Terminal

/// A recording on its way into a file, line by line, so that what a crash leaves behind plays up to there.
final class RecordingFile: Sendable {
  private struct State {
    var writer: CastWriter
    /// Nothing once it could not be written to.
    var handle: FileHandle?
    var tell: (@Sendable (String) -> Void)?
  }

  private let path: String
  private let now: @Sendable () -> Instant
  private let state: Mutex<State>

  /// Makes the file, for its owner alone: it holds what officers see.
  ///
  /// - Parameters:
  ///   - path: the file, which must not be there yet.
  ///   - environment: the environment, for `TERM`.
  ///   - now: the wall clock.
  /// - Throws: `Failure` when it can't be made.
  init(path: String, environment: [String: String], now: @escaping @Sendable () -> Instant) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "文件已存在，录屏不覆盖旧文件，请换个名字" : FeedFileError(path: path, number: errno).reason
      throw Failure(.output, "\(path)：\(reason)")
    }
    self.path = path
    self.now = now
    state = Mutex(
      State(
        writer: CastWriter(terminal: environment["TERM"] ?? ""),
        handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)))
  }

  /// Has somebody told when the recording ends because the file can't be written.
  func tellFailures(_ tell: @escaping @Sendable (String) -> Void) {
    state.withLock { $0.tell = tell }
  }

  /// Writes down what the terminal is sent.
  func take(_ output: ScreenOutput) {
    state.withLock { state in
      guard let handle = state.handle else { return }
      do {
        if let line = try state.writer.line(output, at: now()) { try handle.write(contentsOf: line) }
      } catch {
        state.handle = nil
        state.tell?("录屏停了，\(SafeText(path).string) 写不进去：请看磁盘是否已满；指挥台照常")
      }
    }
  }
}
