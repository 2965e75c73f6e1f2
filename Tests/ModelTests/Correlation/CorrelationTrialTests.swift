import Model
import SeededRandom
import Testing

@Suite("A trial against a known truth")
struct CorrelationTrialTests {
  private static func incoming(_ minutes: Int, _ change: (inout Report) -> Void = { _ in }) -> IncomingReport {
    IncomingReport(
      report: CorrelationCity.report {
        $0.reportedAt = TestCity.at(9).adding(minutes: minutes)
        $0.category = "LANE"
        $0.location = Location(address: "石桥市场南门")
        $0.text = "消防通道被货车占用"
        change(&$0)
      })
  }

  @Test func `counts pairs by hand`() {
    var trial = CorrelationTrial(CorrelationCity.correlation())
    // Three alike, of which the truth holds two and one more that looks otherwise.
    trial.take(Self.incoming(0))
    trial.take(Self.incoming(5))
    trial.take(Self.incoming(9))
    trial.take(
      Self.incoming(12) { report in
        report.category = "LAMP"
        report.text = "一盏坏了"
        report.location = Location(address: "学校后墙")
      })
    let tally = trial.tally(["A", "A", nil, "A"])
    #expect([tally.reports, tally.proposed, tally.truth, tally.right] == [4, 3, 3, 1])
    #expect([tally.followers, tally.found] == [2, 1])
    #expect(tally.precision == 3_333)
    #expect(tally.recall == 3_333)
  }

  @Test func `nothing proposed has no precision, nothing true no recall`() {
    let tally = CorrelationTrial(CorrelationCity.correlation()).tally([])
    #expect(tally.precision == nil)
    #expect(tally.recall == nil)
  }

  @Test("finds in its window what comparing with everything finds", arguments: [5, 6] as [UInt64])
  func window(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let correlation = CorrelationCity.correlation {
      $0.windowMinutes = 120
      $0.candidates = 1_000
    }
    let reports = (0..<200).map { turn in
      Self.incoming(turn * 3 + Int.random(in: 0...20, using: &random)) {
        $0.place = random.pick(["G111", "V11", "V12", "V21"], or: "V11")
        $0.text = random.pick(["消防通道被货车占用", "路灯不亮", "消防通道堵了"], or: "")
        $0.category = random.pick(["LANE", "LAMP"], or: "LANE")
      }
    }
    var trial = CorrelationTrial(correlation)
    for incoming in reports { trial.take(incoming) }
    var wanted: Set<CorrelationTrial.Pair> = []
    let sketches = reports.map { correlation.sketch($0.report) }
    let places = PlaceTree(TestCity.places)
    for later in sketches.indices {
      for earlier in 0..<later
      where places.town(of: reports[earlier].report.place) == places.town(of: reports[later].report.place) {
        if correlation.proposal(sketches[earlier], sketches[later]) != nil {
          wanted.insert(CorrelationTrial.Pair(earlier: earlier, later: later))
        }
      }
    }
    #expect(Set(trial.proposed.keys) == wanted)
    #expect(wanted.count > 100)
  }

  @Test func `words that a share of reports uses are counted once a report`() {
    var count = WordCount(CorrelationCity.tables(.standard))
    for text in ["东一村积水积水", "积水", "路灯"] { count.take(CorrelationCity.report { $0.text = text }) }
    #expect(count.words(from: 6_000) == ["积水"])
    #expect(count.words(from: 3_000, below: 6_000).sorted() == ["水积", "路灯"])
  }
}
