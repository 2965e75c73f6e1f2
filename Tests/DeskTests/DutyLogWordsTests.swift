import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

/// The duty log of the busy morning, in words.
@Suite struct DutyLogWordsTests {
  private func log(_ desk: DeskDriver) throws -> DutyLogWords {
    try desk.startFlood()
    try desk.press("cJ")
    try desk.press("夜里 *南闸* 涨水")
    try desk.press(.enter)
    desk.clock.advance(milliseconds: 60_000)
    let log = try desk.operations.dutyLog(
      from: Fixtures.morning.adding(minutes: -600), to: desk.clock.now, town: nil)
    return DutyLogWords(log, city: desk.state.city)
  }

  @Test func `the text counts arrivals and acts, and tells what was big`() throws {
    let desk = try DeskDriver.onBusyMorning()
    let text = try log(desk).text
    #expect(text.first == "海门市值班日志 2020-06-15 23:12 至 2020-06-16 09:13")
    let arrivals = try #require(text.first { $0.hasPrefix("来件 ") })
    #expect(arrivals.contains("12345 ") && arrivals.contains("网格 "))
    #expect(text.contains { $0.hasPrefix("区镇：") && $0.contains("余东镇") })
    #expect(text.contains { $0.contains("厂房起火") && $0.contains("特急") })
    #expect(text.contains { $0.contains("应急响应 防汛Ⅱ级：暴雨红色预警（值班长席 陈某）") })
    #expect(text.contains { $0.contains("交班，要交代的工单 1 件：夜里 *南闸* 涨水") })
  }

  @Test func `what an officer has written is no Markdown`() throws {
    let desk = try DeskDriver.onBusyMorning()
    let lines = try log(desk).markdown
    #expect(lines.first?.hasPrefix("# 海门市值班日志") == true)
    #expect(lines.contains { $0.contains("夜里 \\*南闸\\* 涨水") })
    #expect(lines.contains("| 来件 | 件数 |"))
  }
}
