import Journal
import Model
import Testing

@Suite("Messages to officers")
struct MessageTests {
  @Test func `say what a verification found, where, and what to do`() {
    let stream = StreamID.order(OrderNumber(day: 20_200_616, sequence: 142))
    #expect(
      JournalFinding(.brokenLink, stream: stream, version: 3, sequence: 258).message
        == "事件与链不符，可能被改动：日志第 258 条，工单 20200616-00142 第 3 个事件。请停用并保留原文件，用最近的备份和交接单上的末端值核对。")
    #expect(JournalFinding(.board).message == "态势计数与事件不符。事件是完好的，重建投影即可。")
  }

  @Test func `differ for every kind of finding and error, but for the two ways of missing`() {
    let findings = Set(JournalFinding.Code.allCases.map { JournalFinding($0).message })
    #expect(findings.count == JournalFinding.Code.allCases.count - 1)
    let errors = Set(JournalError.Code.allCases.map { JournalError($0, subject: "duty.db").message })
    #expect(errors.count == JournalError.Code.allCases.count)
    #expect(errors.allSatisfy { $0.contains("：duty.db。") })
  }
}
