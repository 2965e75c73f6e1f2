import Foundation
import TerminalRig
import Testing

/// Several officers in several terminals on one journal.
@Suite("Many desks on one journal", .serialized)
struct ManyDesksTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private func desk(_ journal: String, seat: String) throws -> DeskSession {
    let desk = try DeskSession(server, ["--journal", journal, "--seat", seat])
    try desk.waitForList()
    return desk
  }

  @Test("what one does is on the others' screens without their doing, in the town it concerns too")
  func seenElsewhere() throws {
    let journal = try FilledJournal.copy(to: folder)
    let chief = try desk(journal, seat: "city-chief")
    let dispatcher = try desk(journal, seat: "city-dispatch-1")
    // The list's first order lies in this town.
    let town = try desk(journal, seat: "town-320614114-chief")
    let number = try Deadline().wait("a selected order") { try chief.selected() }
    try chief.terminal.type("c")
    try chief.terminal.wait(for: "已认领 \(number)")
    try dispatcher.terminal.wait(for: "\(number) 值班长席 认领")
    try town.terminal.wait(for: "\(number) 值班长席 认领")

    try dispatcher.terminal.type("c")
    try dispatcher.terminal.wait("who has it") { $0.contains("值班长席 已认领") }

    try chief.terminal.type("d")
    try chief.terminal.wait(for: "拼音首字母")
    try chief.terminal.press("Enter")
    try chief.terminal.wait(for: "已派单 \(number)")
    // What it was told of its own key stands where the ticker would be: the row itself shows the change.
    try dispatcher.terminal.wait("the dispatch") {
      $0.rows.contains { $0.contains(number) && $0.contains("待签收") }
    }
    for desk in [chief, dispatcher, town] { #expect(try desk.quit().status == "0") }
  }

  @Test("of two who claim at once one wins, and the other is told who")
  func race() throws {
    let journal = try FilledJournal.copy(to: folder)
    let desks = [try desk(journal, seat: "city-chief"), try desk(journal, seat: "city-dispatch-1")]
    for round in 1...5 {
      let numbers = try desks.map { desk in try Deadline().wait("a selected order") { try desk.selected() } }
      #expect(numbers[0] == numbers[1])
      let number = numbers[0]
      try server.run(["send-keys", "-t", desks[0].name, "c", ";", "send-keys", "-t", desks[1].name, "c"])
      let frames = try desks.map { desk in
        try desk.terminal.wait("the end of the race") {
          $0.contains("已认领 \(number)") || $0.contains("\(number) 值班长席") || $0.contains("\(number) 派遣一席")
        }
      }
      let winners = frames.indices.filter { frames[$0].contains("已认领 \(number)") }
      #expect(winners.count == 1, "round \(round):\n\(frames[0])\n\(frames[1])")
      let loser = winners == [0] ? 1 : 0
      #expect(frames[loser].contains(loser == 1 ? "\(number) 值班长席" : "\(number) 派遣一席"))
      for desk in desks {
        try desk.terminal.type("j")
        try desk.terminal.wait("the next order") { DeskSession.selected($0).map { $0 != number } ?? false }
      }
    }
  }
}
