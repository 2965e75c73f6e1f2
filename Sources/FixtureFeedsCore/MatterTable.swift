/// Which matters a channel tells of at which hour.
struct MatterTable: Sendable {
  private let matters: [Matter]
  private let tables: [[WeightedTable]]

  init(scenario: Scenario, matters: [Matter] = Matter.all) {
    self.matters = matters
    tables = Channel.allCases.map { channel in
      (0..<24).map { hour in
        WeightedTable(matters.map { $0.channels.contains(channel) ? scenario.weight($0, hour: hour) : 0 })
      }
    }
  }

  func draw(_ channel: Channel, hour: Int, _ random: inout SplitMix64) -> Matter {
    matters[tables[channel.rawValue][hour].draw(&random)]
  }
}
