/// Applications at the windows of the towns' service centres.
struct WindowDesk: Sendable {
  private let matters: [WindowMatter]
  private let composer: Composer

  /// - Throws: `FeedGenerationError` when the city has no such window or category.
  init(composer: Composer) throws {
    self.composer = composer
    matters = WindowMatter.all
    for matter in matters {
      guard composer.city.schemes[matter.category] != nil else {
        throw FeedGenerationError(.unknownCategory, matter.category)
      }
      guard let town = composer.city.towns.first, composer.city.units.contains("W-\(town.code)-\(matter.window)") else {
        throw FeedGenerationError(.unknownWindow, matter.window)
      }
    }
  }

  func application(in village: Village, at reported: LocalTime, _ random: inout SplitMix64) -> FeedLine {
    let matter = random.pick(matters)
    let need = random.pick(matter.needs)
    let applicant = People.name(&random)
    let text = random.pick([
      "\(village.name)居民申请\(matter.matter)，\(need)。窗口已登记，请按承诺时限办理。",
      "申请事项：\(matter.matter)。申请人住\(village.town.name)\(village.name)，\(need)，请相关部门会办。",
      "群众到窗口办理\(matter.matter)，\(need)，窗口一次告知后收件。",
    ])
    let isComplete = need.hasPrefix("材料齐全")
    var line = FeedLine(
      source: Channel.window.source, id: "", reported: reported.text, place: village.code,
      title: matter.matter + "：" + String(need.prefix(24 - matter.matter.count - 1)), text: text)
    line.address = village.town.name + "为民服务中心"
    line.category = matter.category
    line.reporter = FeedLine.Reporter(
      name: applicant, phone: People.phone(&random), identity: random.chance(0.8) ? People.identity(&random) : nil)
    line.window = FeedLine.Window(
      window: matter.window, matter: matter.matter, guide: matter.guide, step: isComplete ? "review" : "accept")
    if case .share(let share) = composer.settling, share > 0, random.chance(share) {
      line.origin = composer.origin(matter.category, kind: .help, in: village, reported: reported, &random)
    }
    return line
  }
}
