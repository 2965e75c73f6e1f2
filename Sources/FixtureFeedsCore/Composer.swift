/// Puts a happening into the words and fields of one source.
struct Composer: Sendable {
  /// How many reports arrive settled at their source.
  enum Settling: Sendable {
    /// As sources do: calls answered at once, what a grid sees to itself.
    case natural
    /// That share of all, whatever the source.
    case share(Double)
  }

  /// Who tells of a happening, and when.
  struct Telling {
    var channel: Channel
    var reported: LocalTime
    /// How many told of it before.
    var teller = 0
    /// The caller, where the same person calls again.
    var caller: FeedLine.Reporter?
    var isRepeat = false
  }

  let city: CityTables
  let categories: Categories
  let settling: Settling
  private let curios: Curios?

  /// - Parameter curios: rare words to strew into the text, for feeds that measure searching.
  init(city: CityTables, settling: Settling = .natural, curios: Curios? = nil) throws {
    self.city = city
    self.settling = settling
    self.curios = curios
    categories = try Categories(city: city)
  }

  /// The report, still without its number.
  func compose(_ happening: Happening, _ telling: Telling, _ random: inout SplitMix64) -> FeedLine {
    let matter = happening.matter
    let settled = isSettled(matter, telling.channel, &random)
    let words = words(happening, telling, settled: settled, &random)
    let village = happening.spot.village
    let category = categories.code(matter, thing: happening.thing, by: telling.channel)
    let urgency = urgency(matter, &random)
    var line = FeedLine(
      source: telling.channel.source, id: "", reported: telling.reported.text, place: village.code, title: words.title,
      text: words.text)
    if telling.channel == .grid, !village.grids.isEmpty {
      let index = Int(StableHash.of(happening.spot.base) % UInt64(village.grids.count))
      line.place = village.grids[index]
    } else if telling.channel == .seat, random.chance(0.06) {
      line.place = village.town.code
    }
    line.address = village.town.name + village.name + happening.spot.told(telling.teller % 2 == 0 ? 0 : 4)
    if random.chance(telling.channel == .seat ? 0.88 : 0.97) {
      let seen = happening.spot.point.moved(by: random.next(), radius: 4...62).rounded
      (line.lat, line.lon) = (seen.lat, seen.lon)
    }
    if random.chance(0.8) {
      let about = min(happening.start.adding(random.within(-8...8) * 60), telling.reported.adding(-60))
      line.occurred = about.adding(-(about.seconds % 300)).text
    }
    line.category = telling.channel == .seat && random.chance(0.1) ? nil : category
    line.urgency = urgency == "normal" && random.chance(0.5) ? nil : urgency
    line.reporter = telling.caller ?? reporter(telling.channel, &random)
    if matter.kind == .report { line.confidential = true }
    addSourceFields(&line, happening, telling, settled: settled, &random)
    if settled {
      line.origin = origin(category, kind: matter.kind, in: village, reported: telling.reported, &random)
    }
    return line
  }

  private func isSettled(_ matter: Matter, _ channel: Channel, _ random: inout SplitMix64) -> Bool {
    switch settling {
    case .share(let share): return share > 0 && random.chance(share)
    case .natural:
      let share =
        switch (channel, matter.kind) {
        case (.seat, .inquiry): 0.55
        case (.seat, .praise): 0.5
        case (.grid, .complaint): 0.25
        case (.enforcement, _): 0.2
        case (.police, _): 0.25
        default: 0.0
        }
      return matter.pressure.critical == 0 && random.chance(share)
    }
  }

  private func urgency(_ matter: Matter, _ random: inout SplitMix64) -> String {
    let drawn = random.below(100)
    if drawn < matter.pressure.critical { return "critical" }
    return drawn < matter.pressure.critical + matter.pressure.urgent ? "urgent" : "normal"
  }

  private func reporter(_ channel: Channel, _ random: inout SplitMix64) -> FeedLine.Reporter? {
    let (share, identified): (Double, Double) =
      switch channel {
      case .seat: (0.97, 0.06)
      case .upstream: (0.9, 0.1)
      case .police: (0.9, 0.3)
      case .window: (1, 0.8)
      case .other: (0.5, 0.02)
      case .enforcement, .grid: (0.25, 0)
      case .cityManagement, .emergency: (0.05, 0)
      }
    guard random.chance(share) else { return nil }
    return FeedLine.Reporter(
      name: People.name(&random), phone: People.phone(&random),
      identity: random.chance(identified) ? People.identity(&random) : nil)
  }

  // MARK: Words

  private func words(
    _ happening: Happening, _ telling: Telling, settled: Bool, _ random: inout SplitMix64
  ) -> (title: String, text: String) {
    let matter = happening.matter
    let turn = happening.turn + telling.teller
    let act = random.pick(Style.acts(telling.channel, of: matter, settled: settled))
    let few = telling.teller > 0 && random.chance(0.25) ? happening.few + 1 : happening.few
    let place =
      matter.isByBuilding ? happening.spot.base : happening.spot.told(telling.channel == .emergency ? 3 : turn)
    let ending = telling.channel == .police || telling.channel == .emergency ? "许" : ["左右", "多", ""][turn % 3]
    let clock = happening.start.spoken(at: telling.reported, ending: ending)
    func plain(_ slot: Template.Slot) -> String {
      switch slot {
      case .spot: place
      case .short: happening.spot.base
      case .village: happening.spot.village.name
      case .town: happening.spot.village.town.name
      case .few: String(few)
      case .many: String(happening.many)
      case .building: String(happening.building)
      case .since: happening.since(turn)
      case .clock: clock
      case .thing: happening.thing
      case .person: happening.person
      case .core, .detail, .impact, .act: ""
      }
    }
    let core = matter.cores[turn % matter.cores.count].filled(plain)
    let detail = random.pick(matter.details).filled(plain) + (curios?.draw(&random) ?? "")
    let impact = random.pick(matter.impacts).filled(plain)
    func whole(_ slot: Template.Slot) -> String {
      switch slot {
      case .core: core
      case .detail: detail
      case .impact: impact
      case .act: act
      default: plain(slot)
      }
    }
    let styles = telling.isRepeat ? Style.again(telling.channel) : Style.sentences(telling.channel, kind: matter.kind)
    let text = random.pick(styles).filled(whole)
    let titles = (0..<matter.titles.count).lazy.map { matter.titles[(turn + $0) % matter.titles.count].filled(plain) }
    let title = titles.first { $0.unicodeScalars.count <= 24 } ?? String(core.prefix(24))
    return (title, (20...150).contains(text.unicodeScalars.count) ? text : Style.short.filled(whole))
  }
}
