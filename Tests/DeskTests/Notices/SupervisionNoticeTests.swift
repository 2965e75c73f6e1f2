import Desk
import Journal
import Model
import Operations
import SafeText
import Testing

@Suite("A notice of supervision")
struct SupervisionNoticeTests {
  private static let hostile = "<script>alert('x')</script> & \"引号\" \u{1B}[2J\u{202E}反 13800138000"

  private func notice(_ text: String, levels: [Int] = [1]) throws -> (SupervisionNotice?, OrderFile) {
    let desk = try DeskDriver(history: BusyMorning.history.get())
    try desk.open()
    let row = try #require(desk.state.queue.rows.first { $0.stage == .handling })
    let seat = try #require(desk.state.city.seat("city-chief"))
    let officer = try #require(desk.state.city.officers.first { $0.seats.contains("city-chief") })
    for level in levels {
      _ = try desk.operations.perform(
        .supervise(Supervising(level: level, text: text)), on: row.number,
        by: Authority(officer: officer.code, seat: seat, account: "test"), id: "supervise-\(level)")
    }
    let file = try #require(try desk.store.order(row.number))
    return (SupervisionNotice(file, in: desk.state.city), file)
  }

  @Test func `bears its number, the order, the unit, the level, the limits, what is asked and room for an answer`()
    throws
  {
    let (found, file) = try notice("两日内办结并答复", levels: [1, 3])
    let notice = try #require(found)
    let paper = notice.lines.joined(separator: "\n")
    #expect(notice.number == "督〔2020〕\(file.order.number.text)-2")
    let labels = notice.fields.map(\.label)
    for label in ["承办单位", "工单编号", "督办级别", "环节期限", "总期限", "督办要求", "签发", "签发时间"] {
      #expect(labels.contains(label))
    }
    #expect(notice.fields.contains { $0.label == "督办级别" && $0.text == "3级督办" })
    for words in ["两日内办结并答复", notice.number, "办理情况", "承办单位（盖章）"] {
      #expect(paper.contains(words) && notice.page.contains(words), "\(words)")
    }
    #expect(notice.lines.allSatisfy { $0.columns <= 72 })
  }

  @Test func `is none where nothing is supervised`() throws {
    #expect(try notice("", levels: []).0 == nil)
  }

  @Test func `lets no hostile text through and nobody's number`() throws {
    let notice = try #require(try notice(Self.hostile).0)
    for text in [notice.page] + notice.lines {
      #expect(!text.unicodeScalars.contains { $0 != "\n" && SafeText.isHostile($0) })
      #expect(!text.contains("13800138000"))
    }
    #expect(!notice.page.contains("<script"))
    #expect(notice.page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;引号&quot;"))
  }
}
