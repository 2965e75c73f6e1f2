import ArgumentParser
import Foundation
import Testing

@testable import CommandCenter

@Suite("What is typed behind the program's name")
struct ArgumentTests {
  @Test func `every exit status is told in the help`() {
    let help = CommandCenter.helpMessage()
    for code in Failure.Code.allCases { #expect(help.contains("\n  \(code.rawValue) "), "\(code)") }
    #expect(help.contains("  64  "))
  }

  @Test func `every sub-command says in Chinese what it is for`() {
    let groups = CommandCenter.configuration.groupedSubcommands.flatMap(\.subcommands)
    #expect(groups.count >= 25)
    for command in groups + JournalCommand.configuration.subcommands {
      let isChinese = command.configuration.abstract.unicodeScalars.contains { $0.value >= 0x4E00 }
      #expect(isChinese, "\(command)")
    }
  }

  @Test(arguments: [
    "orders --limit 5 --all", "orders --open --stage filed", "orders --limit 0", "orders --stage somewhere",
    "note 0616-0001", "inspect 0616-0001", "inspect 0616-0001 --pass --fail", "sign 0616-0001 --caller 王五",
    "sign 0616-0001 --at 09:12", "claim", "claim 0616-0001 0616-0002 --seen 3", "snapshot --size 120",
    "snapshot --size 0x10", "clock --pause --resume", "clock --speed 0", "import",
    "rates --from 2020-6-1", "rates --from 2020-06-31", "rates --from 2020-06-02 --to 2020-06-01", "rates --by moon",
    "rates --open on-time --by town", "rates --part missed", "rates --open on-time --rung grid",
    "rates --open filing --reason running", "rates --open filing --part left-out --reason none",
  ])
  func `what makes no sense is refused as bad usage`(line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    let error = #expect(throws: (any Error).self) { try CommandCenter.parseAsRoot(arguments) }
    #expect(error.map { CommandCenter.exitCode(for: $0).rawValue } == 64)
  }

  @Test func `several orders and full options are read`() throws {
    let parsed = try CommandCenter.parseAsRoot(
      ["dispatch", "0616-0001", "0616-0002", "--unit", "水务局", "--co-unit", "a", "--co-unit", "b", "--json"])
    let command = try #require(parsed as? DispatchCommand)
    #expect(command.act.numbers == ["0616-0001", "0616-0002"])
    #expect(command.sending.coUnit == ["a", "b"])
    #expect(command.act.json)
  }

  @Test func `without a sub-command the desk opens`() throws {
    #expect(try CommandCenter.parseAsRoot([]) is DeskCommand)
  }
}
