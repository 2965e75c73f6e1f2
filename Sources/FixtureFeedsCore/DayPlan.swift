/// Fills a day's quotas: first events that several tell of, then look-alikes, then the rest.
struct DayPlan {
  struct Draft {
    var line: FeedLine
    let channel: Channel
    let reported: Int
    let order: Int
    /// The event, when others tell of it too.
    let event: Int?
  }

  private(set) var drafts: [Draft] = []
  private let scenario: Scenario
  private let composer: Composer
  private let desk: WindowDesk
  private let all: MatterTable
  private let shared: MatterTable
  private let single: MatterTable
  private var left: [Int]
  private var random: SplitMix64
  /// Matter and named place of what has been told of, so that no two events are alike by chance.
  private var taken: Set<String> = []

  init(_ scenario: Scenario, city: CityTables, seed: UInt64) throws {
    self.scenario = scenario
    composer = try Composer(city: city)
    desk = try WindowDesk(composer: composer)
    all = MatterTable(scenario: scenario)
    shared = MatterTable(scenario: scenario, matters: Matter.all.filter(\.isShared))
    single = MatterTable(scenario: scenario, matters: Matter.all.filter { !$0.isByBuilding })
    random = SplitMix64(seed: seed)
    left = Channel.allCases.map { channel in scenario.quotas.first { $0.channel == channel }?.count ?? 0 }
  }

  // MARK: The three parts

  mutating func tellOfGroups() {
    for event in 0..<scenario.groups {
      let size = 2 + WeightedTable([52, 28, 14, 6]).draw(&random)
      guard let first = drawChannel(among: Channel.allCases, at: nil) else { return }
      let reported = time(first, last: 20)
      let happening = happening(shared.draw(first, hour: reported.hour, &random), reported: reported)
      var told = reported
      var caller: FeedLine.Reporter?
      tell(happening, Composer.Telling(channel: first, reported: reported), event: event)
      if first == .seat { caller = drafts.last?.line.reporter }
      for teller in 1..<size {
        told = told.adding(random.within(2...12) * 60 + gap() + random.below(60))
        guard told < scenario.midnight.adding(86_400) else { break }
        guard let channel = drawChannel(among: happening.matter.channels, at: told.hour) else { break }
        var telling = Composer.Telling(channel: channel, reported: told, teller: teller)
        if channel == .seat, let known = caller, random.chance(0.3) {
          telling.caller = known
          telling.isRepeat = true
        } else if channel == .emergency, first == .emergency {
          telling.isRepeat = true
        }
        tell(happening, telling, event: event)
        if channel == .seat, caller == nil { caller = drafts.last?.line.reporter }
      }
      // An event whose later tellers fell after midnight is one report, and no group.
      dropEventOfOne(event)
    }
  }

  mutating func tellOfDecoys() {
    for number in 0..<scenario.decoys {
      guard let first = drawChannel(among: Channel.allCases, at: nil),
        let second = drawChannel(among: [.seat, .grid], at: nil)
      else { return }
      let reported = time(first, last: 21)
      let one = happening(shared.draw(first, hour: reported.hour, &random), reported: reported)
      let later = reported.adding(random.within(4...90) * 60)
      let other =
        switch number % 3 {
        case 0: elsewhere(one, start: later.adding(-random.within(5...60) * 60))
        case 1 where one.matter.isByBuilding:
          one.moved(toBuilding: one.building % 38 + random.within(2...9), start: later.adding(-900), &random)
        default: happening(another(than: one.matter, channel: second, hour: later.hour), reported: later, at: one.spot)
        }
      tell(one, Composer.Telling(channel: first, reported: reported), event: nil)
      let teller = other.matter.channels.contains(second) ? second : .seat
      left[second.rawValue] += second == teller ? 0 : 1
      left[teller.rawValue] -= second == teller ? 0 : 1
      tell(other, Composer.Telling(channel: teller, reported: later), event: nil)
    }
  }

  mutating func tellOfTheRest() {
    for channel in Channel.allCases {
      while left[channel.rawValue] > 0 {
        left[channel.rawValue] -= 1
        let reported = time(channel, last: 23)
        if channel == .window {
          let line = desk.application(in: random.pick(composer.city.villages), at: reported, &random)
          add(line, channel, reported, event: nil)
        } else {
          let matter = all.draw(channel, hour: reported.hour, &random)
          tell(
            happening(matter, reported: reported), Composer.Telling(channel: channel, reported: reported), event: nil)
        }
      }
    }
  }

  // MARK: Drawing

  /// A channel that still has reports to make, busy at that hour; nil when none is left.
  private mutating func drawChannel(among channels: [Channel], at hour: Int?) -> Channel? {
    let weights = channels.map { channel in
      let busy = hour.map { scenario.hourly(channel)[$0] / (scenario.hourly(channel).max() ?? 1) } ?? 1
      return left[channel.rawValue] > 0 ? channel.echo * (busy < 0.04 ? 0 : busy + 0.2) : 0
    }
    let table = WeightedTable(weights)
    guard table.total > 0 else { return nil }
    let channel = channels[table.draw(&random)]
    left[channel.rawValue] -= 1
    return channel
  }

  private mutating func time(_ channel: Channel, last: Int) -> LocalTime {
    let hours = scenario.hourly(channel)[...last]
    return scenario.midnight.adding(WeightedTable(Array(hours)).draw(&random) * 3_600 + random.below(3_600))
  }

  /// Minutes to hours until the next one tells of it, seconds; few are late.
  private mutating func gap() -> Int {
    let minutes = [random.within(0...15), random.within(5...60), random.within(30...150), random.within(90...330)]
    return minutes[WeightedTable([34, 36, 20, 10]).draw(&random)] * 60
  }

  private mutating func happening(_ matter: Matter, reported: LocalTime, at given: Spot? = nil) -> Happening {
    let spot = given ?? freeSpot(matter)
    taken.insert(Self.key(matter, spot))
    let start = reported.adding(-random.within(4...110) * 60)
    return Happening(matter, at: spot, start: start, isStorm: scenario.isStorm, &random)
  }

  private mutating func freeSpot(_ matter: Matter) -> Spot {
    var spot = Spot(matter.spots, in: random.pick(composer.city.villages), &random)
    while taken.contains(Self.key(matter, spot)) {
      spot = Spot(matter.spots, in: random.pick(composer.city.villages), &random)
    }
    return spot
  }

  /// The same kind of event in the same village, at least 300 m off.
  private mutating func elsewhere(_ one: Happening, start: LocalTime) -> Happening {
    for _ in 0..<50 {
      let spot = Spot(one.matter.spots, in: one.spot.village, &random)
      guard spot.base != one.spot.base, spot.point.distance(to: one.spot.point) > 300,
        taken.insert(Self.key(one.matter, spot)).inserted
      else { continue }
      return Happening(one.matter, at: spot, start: start, isStorm: scenario.isStorm, &random)
    }
    return Happening(one.matter, at: freeSpot(one.matter), start: start, isStorm: scenario.isStorm, &random)
  }

  private mutating func another(than matter: Matter, channel: Channel, hour: Int) -> Matter {
    var other = single.draw(channel, hour: hour, &random)
    while other.key == matter.key { other = single.draw(channel, hour: hour, &random) }
    return other
  }

  private static func key(_ matter: Matter, _ spot: Spot) -> String {
    "\(matter.key) \(spot.village.code) \(spot.base)"
  }

  // MARK: Telling

  private mutating func tell(_ happening: Happening, _ telling: Composer.Telling, event: Int?) {
    add(composer.compose(happening, telling, &random), telling.channel, telling.reported, event: event)
  }

  private mutating func add(_ line: FeedLine, _ channel: Channel, _ reported: LocalTime, event: Int?) {
    drafts.append(Draft(line: line, channel: channel, reported: reported.seconds, order: drafts.count, event: event))
  }

  private mutating func dropEventOfOne(_ event: Int) {
    guard let last = drafts.last, last.event == event, drafts.dropLast().last?.event != event else { return }
    drafts[drafts.count - 1] = Draft(
      line: last.line, channel: last.channel, reported: last.reported, order: last.order, event: nil)
  }
}
