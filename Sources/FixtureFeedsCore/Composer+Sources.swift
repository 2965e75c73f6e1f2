/// The fields that each source has of its own.
extension Composer {
  func addSourceFields(
    _ line: inout FeedLine, _ happening: Happening, _ telling: Telling, settled: Bool, _ random: inout SplitMix64
  ) {
    let matter = happening.matter
    switch telling.channel {
    case .seat, .upstream:
      line.hotline = FeedLine.Hotline(
        kind: matter.kind.rawValue, channel: telling.channel == .seat ? "seat" : "upstream",
        answered: settled && matter.kind == .inquiry)
      if telling.channel == .upstream { line.upstream = upstream(telling.reported, &random) }
    case .grid:
      line.grid = FeedLine.Grid(
        worker: People.somebody(&random),
        role: random.pick(["patrol", "publicist", "assistant", "fireSafety", "mediator", "sanitation"]),
        kind: matter.find,
        settled: settled)
    case .cityManagement:
      let isPart = line.category.flatMap { city.schemes[$0] } == "cityPart"
      line.cityManagement = FeedLine.CityManagement(
        collector: "C" + padded(random.within(1...36), 2), class: isPart ? "part" : "event", code: matter.code,
        checked: random.chance(0.8))
    case .enforcement:
      let town = happening.spot.village.town
      line.enforcement = FeedLine.Enforcement(
        case: "", brigade: city.brigade(of: town),
        party: random.chance(0.3) ? "待查" : (happening.thing.isEmpty ? "" : "某\(happening.thing)，") + happening.person,
        step: settled ? "closing" : random.pick(["patrol", "patrol", "filing", "investigation", "notice"]))
    case .police: line.police = FeedLine.Police(alarm: "", kind: matter.alarm)
    case .emergency:
      line.emergency = FeedLine.Emergency(
        phase: telling.isRepeat ? "followUp" : "first",
        incident: "E-2020-" + padded(happening.start.seconds / 60 % 100_000, 5),
        severity: random.pick([4, 4, 4, 4, 3, 3, 2]), casualties: 0)
    case .window, .other: break
    }
    line.attachments = attachments(telling.channel, &random)
  }

  private func upstream(_ reported: LocalTime, _ random: inout SplitMix64) -> FeedLine.Upstream {
    let isProvince = random.chance(0.55)
    let due = (reported.day + random.pick([1, 2, 3, 3, 5])) * 86_400 - 8 * 3_600 + 17 * 3_600 + 1_800
    return FeedLine.Upstream(
      number: (isProvince ? "省12345-2020-" : "通12345-2020-") + padded(random.below(1_000_000), 6),
      level: isProvince ? "province" : "prefecture", deadline: LocalTime(seconds: due).text)
  }

  /// Attachments whose address is complete once the report has its number.
  private func attachments(_ channel: Channel, _ random: inout SplitMix64) -> [FeedLine.Attachment]? {
    let share =
      switch channel {
      case .cityManagement: 0.92
      case .enforcement: 0.7
      case .grid: 0.6
      case .other: 0.5
      case .emergency: 0.4
      case .window: 0.3
      case .police, .upstream: 0.1
      case .seat: 0.03
      }
    guard random.chance(share) else { return nil }
    return (1...random.pick([1, 1, 2, 2, 3])).map { index in
      let isVideo = random.chance(0.08)
      let digest = (0..<4).map { _ in hexadecimal(random.next()) }.joined()
      return FeedLine.Attachment(
        kind: isVideo ? "video" : "photo", uri: "\(index).\(isVideo ? "mp4" : "jpg")", sha256: digest)
    }
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// How a report that arrives settled was settled.
  func origin(
    _ category: String?, kind: Matter.Kind, in village: Village, reported: LocalTime, _ random: inout SplitMix64
  ) -> FeedLine.Origin {
    let outcome =
      switch kind {
      case .inquiry: random.pick(["已按政策口径答复，来电人表示清楚", "已告知窗口电话和所需材料", "已解答，无需转办"])
      case .praise: "已转达所在单位"
      case .suggestion: random.pick(["已收入建议库，转主管部门参考", "已答复采纳情况"])
      default: random.pick(["现场处置完毕，已复查", "当事人已整改", "双方达成谅解", "已修复，恢复正常", "已清理干净"])
      }
    let minutes =
      switch settling {
      case .natural: random.within(2...45)
      case .share: random.chance(0.5) ? random.within(3...300) : random.within(300...14_400)
      }
    return FeedLine.Origin(
      unit: category.flatMap { city.lead(of: $0, in: village) }, status: "已办结",
      closed: reported.adding(minutes * 60 + random.below(60)).text, outcome: outcome, stage: "closed")
  }
}
