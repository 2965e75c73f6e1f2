import Model
import Testing

@testable import Feeds

@Suite struct DatePatternTests {
  private func civil(_ year: Int, _ month: Int, _ day: Int, _ second: Int = 0) -> CivilTime? {
    CivilDay(year: year, month: month, day: day).map { CivilTime(day: $0, second: second) }
  }

  @Test(arguments: [
    ("MM/dd/yyyy hh:mm:ss a", "02/28/2023 11:45:07 PM", 2023, 2, 28, 85_507),
    ("MM/dd/yyyy hh:mm:ss a", "02/28/2023 12:00:00 AM", 2023, 2, 28, 0),
    ("MM/dd/yyyy hh:mm:ss a", "02/28/2023 12:30:00 pm", 2023, 2, 28, 45_000),
    ("yyyyMMdd", "20200616", 2020, 6, 16, 0), ("d.M.yyyy H:m", " 6.1.2020 7:05 ", 2020, 1, 6, 25_500),
    ("yyyy年M月d日 HH时", "2020年6月16日 08时", 2020, 6, 16, 28_800),
    ("yyyy-MM-dd'T'HH''mm", "2020-06-16T08'31", 2020, 6, 16, 30_660),
  ])
  func `Dates are read by their pattern`(
    pattern: String, text: String, year: Int, month: Int, day: Int, second: Int
  ) throws {
    #expect(try DatePattern(pattern)?.read(text) == civil(year, month, day, second))
  }

  @Test(arguments: [
    "yy-MM-dd", "yyyy-MM", "MM-dd", "yyyy-MMM-dd", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH a", "yyyy-MM-dd mm",
    "yyyy-MM-dd HH:ss", "yyyy-MM-dd z", "yyyy-MM-dd yyyy", "yyyy-MM-dd 'x", "",
  ])
  func `Patterns that do not settle a time are refused`(pattern: String) {
    #expect(DatePattern(pattern) == nil)
  }

  @Test(arguments: [
    "02/30/2023 11:45:00 PM", "13/01/2023 11:45:00 PM", "02/28/2023 13:45:00 PM", "02/28/2023 00:45:00 PM",
    "2/28/2023 11:45:00 PM", "02/28/2023 11:45:00", "02/28/2023 11:45:00 XM", "02/28/2023 11:45:00 PMx", "",
    "02/28/23 11:45:00 PM", "02/28/2023 11:60:00 PM", "٠2/28/2023 11:45:00 PM",
  ])
  func `What does not fit a pattern, or is no date, is not read`(text: String) throws {
    let pattern = try #require(DatePattern("MM/dd/yyyy hh:mm:ss a"))
    #expect(throws: InternetTime.Problem.form) { try pattern.read(text) }
  }

  @Test func `A year out of range is told apart`() throws {
    let pattern = try #require(DatePattern("yyyy-MM-dd"))
    #expect(throws: InternetTime.Problem.year) { try pattern.read("1582-10-10") }
  }
}
