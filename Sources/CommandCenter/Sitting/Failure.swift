import ArgumentParser
import City
import Desk
import Drill
import Feeds
import Foundation
import Journal
import Operations
import SafeText

/// Why a sub-command could not do what was asked, with the exit status that tells a script.
struct Failure: Error, CustomStringConvertible {
  /// The reasons, and their exit statuses.
  enum Code: Int32, CaseIterable {
    /// Something was refused by the rules, or rejected.
    case refused = 2
    /// A city's files have errors.
    case city = 3
    /// The journal can't be opened, read or written.
    case journal = 4
    /// There is no such order, seat or file.
    case noSeat = 5
    /// A proof failed.
    case proof = 6
    /// The terminal can't be used.
    case terminal = 7
    /// The output can't be written.
    case output = 8
  }

  let code: Code
  let description: String

  init(_ code: Code, _ text: String) {
    self.code = code
    description = SafeText(text, breaks: .lines).string
  }

  /// Makes one of whatever went wrong.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as CityError: self.init(.city, error.description)
    case let error as DrillError: self.init(Failure.code(error.code), error.description)
    case let error as JournalError: self.init(.journal, RefusalWords.text(error))
    case OperationError.journal(let error): self.init(.journal, RefusalWords.text(error))
    case let error as FeedFileError: self.init(.noSeat, "\(error.path)：\(error.reason)")
    case let error as ColumnMapError: self.init(.city, Failure.text(error))
    default: self.init(.journal, String(describing: error))
    }
  }

  private static func code(_ code: DrillError.Code) -> Code {
    switch code {
    case .findings, .answerMalformed: .city
    case .otherJournal: .journal
    case .momentOutside: .refused
    }
  }

  /// A fault of a column map the way editors and `check` name places: file, line, column.
  private static func text(_ error: ColumnMapError) -> String {
    let place = [error.line, error.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(error.path)\(place): \(error.reason)"
  }

  /// Runs a sub-command's work; a failure is told on standard error and becomes the exit status.
  static func guarded(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      FileHandle.standardError.write(Data((failure.description + "\n").utf8))
      throw ExitCode(failure.code.rawValue)
    }
  }
}
