import SQLiteJournal
import ArgumentParser
import City
import Desk
import Journal
import Operations
import Model
import Replay
import Terminal

/// `command-center snapshot`: one frame of the desk as text.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "把指挥台的一屏画成文字，不改动日志。")

  /// What the frame shows.
  enum View: String, ExpressibleByArgument, CaseIterable {
    case queue, file, help, dispatch, leads, grids, rates, points
  }

  /// Columns and rows.
  struct Size: ExpressibleByArgument {
    let width: Int
    let height: Int

    init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    init?(argument: String) {
      let parts = argument.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" }).map { Int($0) }
      guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1_000).contains(width),
        (1...1_000).contains(height)
      else { return nil }
      self.init(width: width, height: height)
    }

    var defaultValueDescription: String { "\(width)x\(height)" }
  }

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("列数x行数。", valueName: "大小"))
  var size = Size(width: 120, height: 36)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "画面：queue 队列，file 全部详情，help 按键，dispatch 派单，leads 线索，grids 网格，rates 考核，points 积分。", valueName: "画面"))
  var view = View.queue

  @Option(name: .long, help: ArgumentHelp("环节。", valueName: "环节"))
  var stage: Stage?

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称。", valueName: "区镇"))
  var town: String?

  @Option(name: .long, help: ArgumentHelp("筛选的文字。", valueName: "文字"))
  var find: String?

  @Option(name: .long, help: ArgumentHelp("选中哪件工单。", valueName: "编号"))
  var select: String?

  @Option(name: .long, help: ArgumentHelp("当时的一屏：2020-06-16 09:12、06-16 09:12、09:12。", valueName: "时刻"))
  var at: String?

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let past = try at.map { try PastSitting(opened, from: $0, to: $0) }
      let operations = past?.operations ?? opened.operations
      let context = DeskContext(
        city: opened.city, authority: authority, kind: opened.store.identity.kind, session: Chance.session(),
        replay: past?.span)
      let wall = WallClock.now()
      var state = DeskState(
        context: context, width: size.width, height: size.height, wall: wall,
        clock: try past?.setting(speed: 1, paused: true, wall: wall) ?? opened.store.clock())
      let naming = OrderNaming(viewpoint: Viewpoint(operations, of: authority))
      if let town { state.query.town = try naming.town(town) }
      if let stage { state.query.tab = .stage(stage) }
      if let find {
        state.query.filter = FilterReading.filter(find, pinyin: opened.loaded.pinyinIndex, places: opened.city.places)
        state.filterText = find
      }
      if let select { state.queue.begin(on: try naming.row(select)) }
      let executor = EffectExecutor(operations: operations, city: opened.loaded, authority: authority)
      let still = StillDesk(executor: executor)
      try still.settle(&state, Desk.begin(&state))
      for key in view.keys { try still.settle(&state, Desk.update(&state, .key(key), at: state.wall)) }
      try StandardOutput().frame(DeskFrame.draw(state).text)
    }
  }
}

extension SnapshotCommand.View {
  /// The keys that lead to it.
  fileprivate var keys: [Key] {
    switch self {
    case .queue: []
    case .file: [.enter]
    case .help: [.char("?")]
    case .dispatch: [.char("d")]
    case .leads: [.char("L")]
    case .grids: [.char("N")]
    case .rates: [.char("K")]
    case .points: [.char("Z")]
    }
  }
}

/// A desk that carries out what it needs to be drawn, and nothing that changes anything.
struct StillDesk {
  let executor: EffectExecutor

  /// Carries effects out until none is left.
  func settle(_ state: inout DeskState, _ effects: [DeskEffect]) throws {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .loadPage, .loadBoard, .countLate, .loadFiles, .loadSuggestions, .loadProposals, .loadLeads, .loadGrids,
        .loadRates, .loadRateOrders, .loadVolunteers, .loadLedger, .loadPinyin, .loadHandOver:
        for event in try executor.run(effect) { waiting += Desk.update(&state, event, at: state.wall) }
      case .perform, .performPair, .performBook, .raise, .setClock, .stepDrill, .loadDrillResult, .past,
        .goOn, .markSeen, .repaint, .ring, .suspend, .open, .quit:
        break
      }
    }
  }
}
