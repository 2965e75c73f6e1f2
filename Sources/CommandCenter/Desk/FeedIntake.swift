import Desk
import Feeds
import Foundation
import Journal
import Model
import Operations
import Synchronization

/// Takes in what a followed file brings: at once on the wall clock, or when its time has come on the feed's.
final class FeedIntake: Sendable {
  private struct State {
    var decoder: ReportDecoder
    var rejects: RejectFile?
    var savedAt = Instant(milliseconds: 0)
    var unsaved: FeedBookmark?
  }

  /// The most reports in one transaction; officers' commits must not wait for long.
  static let batch = 100

  private let path: String
  private let rejectPath: String
  private let bookmarks: BookmarkFile
  private let keeper: StoreKeeper
  private let clock: SharedClock
  private let mailbox: Mailbox
  private let state: Mutex<State>

  /// Prepares to follow a file into a journal; `journal` is the journal's path, `kind` what it is for.
  init(
    path: String, journal: String, kind: JournalKind, city: CityTables, keeper: StoreKeeper, clock: SharedClock,
    mailbox: Mailbox
  ) {
    self.path = path
    bookmarks = BookmarkFile(journal: journal, feed: path)
    rejectPath = path + ".rejects.jsonl"
    self.keeper = keeper
    self.clock = clock
    self.mailbox = mailbox
    state = Mutex(State(decoder: ReportDecoder(city: city, isExercise: kind == .drill), rejects: nil))
  }

  /// Begins to follow the file.
  func follow() throws(FeedFileError) -> FeedFollower {
    try FeedFollower(path: path, from: bookmarks.load()) { self.take($0) }
  }

  /// Keeps how far the file was taken in; called once nothing follows it any more.
  func finish() {
    state.withLock { state in
      if let bookmark = state.unsaved { bookmarks.save(bookmark) }
      state.unsaved = nil
    }
  }

  private func take(_ news: FollowedNews) {
    switch news {
    case .pieces(let pieces, let bookmark):
      state.withLock { state in
        take(pieces, &state)
        // What was left undone because the desk closes is read again.
        if !clock.isStopped { keep(bookmark, &state) }
      }
    case .truncated: mailbox.post([.feedNotice("来件文件被清空，从头再读", isProblem: false)])
    case .rotated: mailbox.post([.feedNotice("来件文件已换新，从新文件接着读", isProblem: false)])
    case .unavailable(let error): mailbox.post([.feedNotice(error.reason, isProblem: true)])
    }
  }

  /// Writes the bookmark down once a second at most.
  private func keep(_ bookmark: FeedBookmark, _ state: inout State) {
    state.unsaved = bookmark
    let now = WallClock.now()
    guard now.since(state.savedAt) >= 1_000 else { return }
    bookmarks.save(bookmark)
    state.savedAt = now
    state.unsaved = nil
  }

  private func take(_ pieces: [FeedPiece], _ state: inout State) {
    var due: [IncomingReport] = []
    for piece in pieces {
      if clock.isStopped { return }
      switch state.decoder.intake(piece) {
      case .report(let incoming, _):
        let ready = incoming.report.readyAt
        if due.count >= FeedIntake.batch || !isDue(ready) {
          takeIn(due, &state)
          due = []
        }
        guard clock.wait(until: ready) else { return }
        due.append(incoming)
      case .rejected(let line):
        reject(&state) { file throws(FeedFileError) in try file.write(line) }
        mailbox.post([.feedNotice("来件第 \(line.line) 行没有收下：\(line.reason)", isProblem: true)])
      case .rejectedPart(let part):
        reject(&state) { file throws(FeedFileError) in try file.write(part) }
        if part.isFirst {
          mailbox.post([.feedNotice("来件第 \(part.line) 行没有收下：\(part.reason)", isProblem: true)])
        }
      }
    }
    takeIn(due, &state)
  }

  private func isDue(_ instant: Instant) -> Bool {
    clock.current.map { $0.now(wall: WallClock.now()) >= instant } ?? true
  }

  /// Takes reports in; while the journal does not answer it is tried again, so that none is lost.
  private func takeIn(_ reports: [IncomingReport], _ state: inout State) {
    guard !reports.isEmpty else { return }
    while !clock.isStopped {
      do throws(OperationError) {
        let operations = try available()
        let now = try operations.now()
        var prepared: [PreparedReport] = []
        for incoming in reports {
          prepared.append(try operations.prepare(incoming, account: "feed", at: now))
        }
        _ = try operations.takeIn(prepared, account: "feed", at: now)
        return
      } catch {
        if case .refused = error {
          takeInOneByOne(reports)
          return
        }
        clock.pause(milliseconds: 500)
      }
    }
  }

  private func available() throws(OperationError) -> Operations {
    do {
      return try keeper.operations()
    } catch {
      throw .journal(error)
    }
  }

  /// Where the rules refuse one of several, the others are still taken in.
  private func takeInOneByOne(_ reports: [IncomingReport]) {
    for incoming in reports {
      do throws(OperationError) {
        _ = try available().takeIn(incoming, account: "feed")
      } catch {
        mailbox.post([.feedNotice("来件 \(incoming.report.sourceID) 没有收下", isProblem: true)])
      }
    }
  }

  private func reject(_ state: inout State, _ write: (RejectFile) throws(FeedFileError) -> Void) {
    do throws(FeedFileError) {
      let file: RejectFile
      if let known = state.rejects { file = known } else { file = try RejectFile(path: rejectPath) }
      state.rejects = file
      try write(file)
      try file.flush()
    } catch {
      mailbox.post([.feedNotice(error.reason, isProblem: true)])
    }
  }
}
