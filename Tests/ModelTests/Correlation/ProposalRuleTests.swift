import Model
import SeededRandom
import Testing

@Suite("Which pairs are proposed")
struct ProposalRuleTests {
  private let correlation = CorrelationCity.correlation()

  private func sketch(_ change: (inout Report) -> Void) -> ReportSketch {
    correlation.sketch(CorrelationCity.report(change))
  }

  private func lane(_ change: (inout Report) -> Void = { _ in }) -> ReportSketch {
    sketch {
      $0.category = "LANE"
      $0.location = Location(address: "石桥市场南门", latitude: 32_000_000, longitude: 121_000_000)
      $0.text = "消防通道被货车占用"
      change(&$0)
    }
  }

  @Test func `the same matter at the same spot is, with a score that is the sum of its evidence`() throws {
    let likeness = try #require(correlation.proposal(lane(), lane { $0.source = .enforcement }))
    #expect(likeness.score == 30 + 25 + 20 + 20 + 10 + 5)
    #expect(likeness.score == likeness.items.reduce(0) { $0 + $1.points })
    #expect(likeness.matter == 40)
  }

  @Test func `another matter at the same spot is not, however near`() {
    let other = lane {
      $0.category = "LAMP"
      $0.text = "一盏坏了"
      $0.source = .hotline
    }
    #expect(correlation.likeness(lane(), other).score >= 60)
    #expect(correlation.proposal(lane(), other) == nil)
  }

  @Test func `the same matter some hundred metres off is not`() {
    let other = lane { $0.location = Location(address: "学校后墙", latitude: 32_004_000, longitude: 121_000_000) }
    #expect(correlation.proposal(lane(), other) == nil)
  }

  @Test func `what lies outside the window, or tells of no event, is not`() {
    #expect(correlation.proposal(lane(), lane { $0.reportedAt = TestCity.at(9).adding(minutes: -1_440) }) == nil)
    #expect(correlation.proposal(lane(), lane { $0.reportedAt = TestCity.at(9).adding(minutes: -1_439) }) != nil)
    #expect(correlation.proposal(lane(), lane { $0.source = .window }) == nil)
  }

  @Test("is symmetric, and the short way gives what the long way gives", arguments: [1, 2, 3] as [UInt64])
  func symmetry(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sketches = (0..<120).map { _ in randomSketch(&random) }
    var proposed = 0
    for one in sketches {
      for other in sketches {
        let likeness = correlation.likeness(one, other)
        #expect(likeness == correlation.likeness(other, one))
        let proposal = correlation.proposal(one, other)
        #expect(proposal == correlation.proposal(other, one))
        #expect(proposal == (likeness.isProposed(by: correlation.rules) ? likeness : nil))
        if proposal != nil { proposed += 1 }
      }
    }
    #expect(proposed > 200 && proposed < sketches.count * sketches.count / 2)
  }

  private func randomSketch(_ random: inout SeededGenerator) -> ReportSketch {
    let words = ["消防通道", "货车", "占用", "来电人反映", "积水", "路灯", "附近", "3幢", "5幢", "石桥市场", "Main road"]
    var report = CorrelationCity.report()
    report.source = random.pick([.grid, .hotline, .enforcement], or: .grid)
    report.reportedAt = TestCity.at(9).adding(minutes: Int.random(in: -600...600, using: &random))
    report.place = random.pick(["G111", "G112", "V11", "V12", "T1"], or: "V11")
    report.category = random.once(in: 4) ? nil : random.pick(["LANE", "PARKING", "LAMP", "HELP"], or: "LANE")
    report.title = random.pick(words, or: "")
    report.text = (0..<5).map { _ in random.pick(words, or: "") }.joined(separator: "，")
    if !random.once(in: 3) {
      report.location = Location(
        address: random.pick(["石桥市场南门", "石桥市场北门", "学校后墙", ""], or: ""),
        latitude: 32_000_000 + Int.random(in: 0...3_000, using: &random), longitude: 121_000_000)
    }
    report.confidential = random.once(in: 9)
    return correlation.sketch(report, phone: random.pick(["", "11900000001", "11900000002"], or: ""))
  }
}
