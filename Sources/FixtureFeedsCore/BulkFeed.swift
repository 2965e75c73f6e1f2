package import Foundation

/// A year of reports, as many as one likes, made in parts so that none is held longer than it takes to write.
package struct BulkFeed: Sendable {
  /// Reports in one part.
  package static let partSize = 2_000

  private static let days = 365
  private let count: Int
  private let seed: UInt64
  private let first: LocalTime
  private let composer: Composer
  private let desk: WindowDesk
  private let matters: MatterTable
  private let hours: WeightedTable
  private let byHour: [WeightedTable]

  /// - Parameters:
  ///   - count: reports in the whole.
  ///   - closedShare: share (0 to 1) of reports that arrive settled at their source.
  ///   - first: the midnight the year begins with.
  /// - Throws: `FeedGenerationError` when a number is out of range or the city lacks what the reports refer to.
  package init(count: Int, closedShare: Double, first: LocalTime, city: CityTables, seed: UInt64) throws {
    guard count > 0 else { throw FeedGenerationError(.outOfRange, "count \(count)") }
    guard (0...1).contains(closedShare) else { throw FeedGenerationError(.outOfRange, "closed-share \(closedShare)") }
    self.count = count
    self.seed = seed
    self.first = first
    composer = try Composer(city: city, settling: .share(closedShare), curios: Curios())
    desk = try WindowDesk(composer: composer)
    let quotas = Scenario.day.quotas
    matters = MatterTable(scenario: .day)
    let shares = Channel.allCases.map { channel -> [Double] in
      let curve = channel.hourly
      let sum = curve.reduce(0, +)
      let quota = Double(quotas.first { $0.channel == channel }?.count ?? 0)
      return curve.map { $0 / sum * quota }
    }
    hours = WeightedTable((0..<24).map { hour in shares.reduce(0) { $0 + $1[hour] } })
    byHour = (0..<24).map { hour in WeightedTable(shares.map { $0[hour] }) }
  }

  /// How many parts there are.
  package var parts: Int { (count + Self.partSize - 1) / Self.partSize }

  /// The lines of one part, the same whatever was made before.
  package func part(_ part: Int) throws -> Data {
    var random = SplitMix64(seed: seed, part: UInt64(part) + 1)
    let start = part * Self.partSize
    let end = min(start + Self.partSize, count)
    let encoder = LineEncoder()
    var numbering = Numbering(after: start, width: 8)
    var data = Data()
    for index in start..<end {
      let reported = time(index, &random)
      let channel = Channel(rawValue: byHour[reported.hour].draw(&random)) ?? .seat
      let village = random.pick(composer.city.villages)
      var line: FeedLine
      if channel == .window {
        line = desk.application(in: village, at: reported, &random)
      } else {
        let matter = matters.draw(channel, hour: reported.hour, &random)
        let spot = Spot(matter.spots, in: village, &random)
        let begun = reported.adding(-random.within(4...110) * 60)
        let happening = Happening(matter, at: spot, start: begun, isStorm: false, &random)
        line = composer.compose(happening, Composer.Telling(channel: channel, reported: reported), &random)
      }
      numbering.number(&line, channel: channel)
      data.append(try encoder.line(line))
    }
    return data
  }

  /// When report `index` came in: every day has as many, spread over its hours as on an ordinary day.
  private func time(_ index: Int, _ random: inout SplitMix64) -> LocalTime {
    let place = (Double(index) + random.fraction()) / Double(count) * Double(Self.days)
    let day = min(Int(place), Self.days - 1)
    let (hour, inside) = hours.position(ofShare: min(place - Double(day), 0.999_999))
    return first.adding(day * 86_400 + hour * 3_600 + Int(inside * 3_600))
  }
}
