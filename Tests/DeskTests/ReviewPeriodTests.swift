import Desk
import Journal
import Model
import Terminal
import Testing

@Suite("The days that are looked back on")
struct ReviewPeriodTests {
  /// The days of the rates after some keys, as the desk of 16 June 2020 asks for them.
  private func days(_ keys: String) throws -> [Int] {
    let desk = try DeskDriver(width: 80, height: 24)
    try desk.open()
    try desk.press("K" + keys)
    guard case .rates(let view)? = desk.state.dialog else { throw Missing(what: "rates") }
    return [view.query.from, view.query.to]
  }

  @Test(arguments: [
    ("", [20_200_601, 20_200_616]), ("[", [20_200_501, 20_200_531]), ("[[[[", [20_200_201, 20_200_229]),
    ("[[[[[[", [20_191_201, 20_191_231]), ("[]]", [20_200_601, 20_200_616]), ("t", [20_200_101, 20_200_616]),
    ("t[", [20_190_101, 20_191_231]), ("tt", [20_190_618, 20_200_616]), ("tt[", [20_180_618, 20_190_617]),
    ("ttt", [20_200_616, 20_200_616]), ("ttt[", [20_200_615, 20_200_615]), ("tttt[", [20_200_603, 20_200_609]),
  ])
  func `end today, and go back by whole stretches`(keys: String, expected: [Int]) throws {
    #expect(try days(keys) == expected)
  }
}
