import Journal
import City
import Model
import SafeText
import Terminal

extension Desk {
  static func pressCommand(_ key: Key, _ line: CommandLine, _ state: inout DeskState) -> [DeskEffect] {
    var line = line
    switch key {
    case .escape:
      state.dialog = nil
      return []
    case .backspace where line.field.text.isEmpty:
      state.dialog = nil
      return []
    case .enter: return run(line, &state)
    case .tab, .down, .backTab, .up:
      let count = line.completions.count
      guard count > 0 else { break }
      let step = key == .tab || key == .down ? 1 : -1
      let index = line.selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
      line.selected = index
      line.field = InputField(line.completions[index])
    default:
      _ = line.field.apply(key)
      line.selected = nil
      line.completions = line.field.text.isEmpty ? [] : completions(line.field.text, state)
    }
    state.dialog = .command(line)
    return []
  }

  private static func run(_ line: CommandLine, _ state: inout DeskState) -> [DeskEffect] {
    let text = HalfWidth.folded(line.field.text)
    state.dialog = nil
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = words.first else { return [] }
    if let number = orderNumber(word, state) { return show(number, &state) }
    let rest = words.dropFirst().joined(separator: " ")
    if let verb = CommandWords.all.first(where: { $0.names.contains(word.lowercased()) }) {
      return verb.action == .jump && !rest.isEmpty ? jump(to: rest, &state) : act(verb.action, &state)
    }
    switch word.lowercased() {
    case "town", "区镇": return showTown(rest, &state)
    case "source", "来源":
      guard let source = Source.allCases.first(where: { $0.rawValue == rest || state.city.sourceNames[$0] == rest })
      else { break }
      return choose(source: source, &state)
    case "find", "筛选": return setFilter(rest, &state)
    default: break
    }
    say(.refusal, "没有「\(SafeText(text).string)」这个命令，输入开头几个字按 Tab 补全", &state)
    return []
  }

  /// An order's number in full (`20200616-00142`) or as the screen shows it (`0616-0142`, of the year on the clock).
  private static func orderNumber(_ text: String, _ state: DeskState) -> OrderNumber? {
    if let number = OrderNumber(text) { return number }
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, parts[1].count >= 4, let day = Int(parts[0]),
      let sequence = Int(parts[1]), sequence > 0, day > 0
    else { return nil }
    let year = state.city.calendar.zone.civil(state.now).day.year
    return OrderNumber(day: year * 10_000 + day, sequence: sequence)
  }

  /// Lists one order by its number.
  static func show(_ number: OrderNumber, _ state: inout DeskState) -> [DeskEffect] {
    state.query.tab = .all
    state.query.source = nil
    return setFilter(number.text, &state)
  }

  private static func showTown(_ name: String, _ state: inout DeskState) -> [DeskEffect] {
    if name.isEmpty || name == "全市" { return setTown(nil, &state) }
    let found = state.pinyin?.places(matching: name.lowercased(), limit: FilterReading.bound) ?? []
    let towns = state.visibleTowns
    guard
      let town = towns.first(where: { $0.name.hasPrefix(name) || $0.code.rawValue == name })
        ?? towns.first(where: { found.contains($0.code) })
    else {
      say(.refusal, "没有区镇「\(SafeText(name).string)」", &state)
      return []
    }
    return setTown(town.code, &state)
  }

  private static func completions(_ text: String, _ state: DeskState) -> [String] {
    let typed = HalfWidth.folded(text).lowercased()
    let verbs = CommandWords.all.flatMap(\.names)
    let towns = state.visibleTowns.map { "区镇 " + $0.name }
    let sources = Source.allCases.compactMap { state.city.sourceNames[$0] }.map { "来源 " + $0 }
    return (verbs + towns + sources).filter { $0.hasPrefix(typed) }
  }
}

/// What the command line knows besides numbers, towns, sources and filters.
enum CommandWords {
  /// A command with its names, the Chinese one first.
  struct Verb: Sendable {
    let names: [String]
    let action: Action
  }

  static let all: [Verb] = [
    Verb(names: ["认领", "claim"], action: .order(.claim)),
    Verb(names: ["接管", "take-over"], action: .order(.takeOver)),
    Verb(names: ["放回", "release"], action: .order(.release)),
    Verb(names: ["立案", "file"], action: .order(.file)),
    Verb(names: ["不予立案", "decline"], action: .order(.decline)),
    Verb(names: ["派单", "dispatch"], action: .order(.dispatch)),
    Verb(names: ["代签收", "sign"], action: .order(.sign)),
    Verb(names: ["代反馈", "feed-back"], action: .order(.feedBack)),
    Verb(names: ["核查", "inspect"], action: .order(.inspect)),
    Verb(names: ["结案", "close"], action: .order(.close)),
    Verb(names: ["重开", "reopen"], action: .order(.reopen)),
    Verb(names: ["备注", "note"], action: .order(.note)),
    Verb(names: ["撤销", "undo"], action: .order(.undo)),
    Verb(names: ["并单", "merge"], action: .merge),
    Verb(names: ["分派子单", "branch"], action: .order(.branch)),
    Verb(names: ["拆单", "split"], action: .order(.split)),
    Verb(names: ["核实", "verify"], action: .order(.verify)),
    Verb(names: ["当场办结", "settle"], action: .order(.settle)),
    Verb(names: ["先行联系", "contact"], action: .order(.contact)),
    Verb(names: ["办理进度", "step"], action: .order(.step)),
    Verb(names: ["协办反馈", "assist"], action: .order(.assist)),
    Verb(names: ["申请退单", "request-return"], action: .order(.requestReturn)),
    Verb(names: ["申请挂账", "request-suspension"], action: .order(.requestSuspension)),
    Verb(names: ["申请延期", "request-extension"], action: .order(.requestExtension)),
    Verb(names: ["批准", "approve"], action: .order(.approve)),
    Verb(names: ["撤回申请", "withdraw"], action: .order(.withdraw)),
    Verb(names: ["恢复计时", "resume"], action: .order(.resume)),
    Verb(names: ["上报", "escalate"], action: .order(.escalate)),
    Verb(names: ["下派", "delegate"], action: .order(.delegate)),
    Verb(names: ["答复", "answer"], action: .order(.answer)),
    Verb(names: ["回访", "follow-up"], action: .order(.followUp)),
    Verb(names: ["回传", "answer-back"], action: .order(.answerBack)),
    Verb(names: ["催办", "urge"], action: .order(.urge)),
    Verb(names: ["督办", "supervise"], action: .order(.supervise)),
    Verb(names: ["批示", "instruct"], action: .order(.instruct)),
    Verb(names: ["销号", "strike-off"], action: .order(.strikeOff)),
    Verb(names: ["剔除", "exclude"], action: .order(.exclude)),
    Verb(names: ["应急响应", "response"], action: .response),
    Verb(names: ["交接班", "hand-over"], action: .shift),
    Verb(names: ["线索", "leads"], action: .leads),
    Verb(names: ["网格", "grids"], action: .grids),
    Verb(names: ["考核", "rates"], action: .rates),
    Verb(names: ["积分", "points"], action: .points),
    Verb(names: ["电话", "phone"], action: .phoneCard),
    Verb(names: ["排序", "sort"], action: .sort),
    Verb(names: ["层级", "tier"], action: .tier),
    Verb(names: ["暂停", "pause"], action: .pause),
    Verb(names: ["下件", "step-drill"], action: .stepDrill),
    Verb(names: ["跳到", "jump"], action: .jump),
    Verb(names: ["帮助", "help"], action: .help),
    Verb(names: ["重画", "redraw"], action: .repaint),
    Verb(names: ["退出", "quit", "q"], action: .quit),
  ]
}
