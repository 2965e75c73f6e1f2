import Model
public import Terminal

/// Which key asks for what: the one table that the keys, the key line, the help and the manual are made from.
public enum Keymap {
  /// A row of the table.
  public struct Binding: Sendable {
    /// The keys, the first one is the one shown.
    public let keys: [Key]
    /// How the keys are written on screen.
    public let label: String
    /// What they ask for.
    public let action: Action
    /// What that is called in the key line, two characters; empty where it is not shown there.
    public let short: String
    /// What the help says.
    public let help: String
    /// The section of the help.
    public let section: Section
  }

  /// The sections of the help.
  public enum Section: String, Sendable, CaseIterable {
    /// Moving.
    case moving = "移动"
    /// Choosing what is listed.
    case choosing = "选看"
    /// Acting on orders.
    case acting = "办理"
    /// The clock of a demonstration, a drill or a replay.
    case clock = "时钟"
    /// The desk.
    case desk = "指挥台"
  }

  /// Every binding, in the order of the help.
  public static let bindings: [Binding] = moving + choosing + acting + clock + desk

  private static func binding(
    _ keys: [Key], _ label: String, _ action: Action, _ short: String = "", _ help: String, _ section: Section
  ) -> Binding {
    Binding(keys: keys, label: label, action: action, short: short, help: help, section: section)
  }

  private static let moving: [Binding] = [
    binding([.char("j"), .down], "j ↓", .down, "下一件", .moving),
    binding([.char("k"), .up], "k ↑", .up, "上一件", .moving),
    binding([.ctrl("d")], "^D", .halfDown, "下移半页", .moving),
    binding([.ctrl("u")], "^U", .halfUp, "上移半页", .moving),
    binding([.pageDown, .ctrl("f")], "PgDn", .pageDown, "下一页", .moving),
    binding([.pageUp, .ctrl("b")], "PgUp", .pageUp, "上一页", .moving),
    binding([.char("g"), .home], "g Home", .top, "第一件", .moving),
    binding([.char("G"), .end], "G End", .bottom, "最后一件", .moving),
    binding([.char("l"), .right], "l →", .nextTab, "下一环节", .moving),
    binding([.char("h"), .left], "h ←", .previousTab, "上一环节", .moving),
    binding([.tab], "Tab", .nextPane, "下一窗格：列表、区镇、详情", .moving),
    binding([.backTab], "⇧Tab", .previousPane, "上一窗格", .moving),
    binding([.enter], "Enter", .open, "打开详情；在区镇窗格选定", .moving),
    binding([.escape], "Esc", .back, "返回；清除筛选", .moving),
  ]

  private static let choosing: [Binding] =
    Tabs.all.indices.map { index in
      let key = Tabs.key(index)
      return binding([.char(key)], String(key), .tab(index + 1), "", Tabs.help(index + 1), .choosing)
    } + [
      binding([.char("/")], "/", .filter, "筛选", "筛选：汉字、拼音、编号", .choosing),
      binding([.char("s")], "s", .sort, "排序", "换排序：时限、最新、最早", .choosing),
      binding([.char("t")], "t", .tier, "层级", "换层级：全市、所选区镇", .choosing),
      binding([.char("f")], "f", .nextSource, "来源", "下一来源", .choosing),
      binding([.char("F")], "F", .previousSource, "", "上一来源", .choosing),
      binding([.char("L")], "L", .leads, "线索", "督查线索：疑似不作为等", .choosing),
      binding([.char("N")], "N", .grids, "网格", "网格：谁任何职、发现几件", .choosing),
      binding([.char("K")], "K", .rates, "考核", "考核指标：每个数可展开", .choosing),
      binding([.char("x")], "x", .mark, "标记", "标记，供成批办理", .choosing),
      binding([.char("X")], "X", .clearMarks, "", "清除全部标记", .choosing),
    ]

  private static let acting: [Binding] = [
    binding([.char("c")], "c", .order(.claim), "认领", "认领；别人便不能同时派单", .acting),
    binding([.char("C")], "C", .order(.takeOver), "接管", "接管他席的认领（值班长）", .acting),
    binding([.char("v")], "v", .order(.release), "放回", "放回已认领的工单", .acting),
    binding([.char("i")], "i", .order(.file), "立案", "立案", .acting),
    binding([.char("n")], "n", .order(.decline), "不予", "不予立案，写明依据", .acting),
    binding([.char("d")], "d", .order(.dispatch), "派单", "派单（并立案）；已派的改派", .acting),
    binding([.char("S")], "S", .order(.sign), "代签", "代签收：记来电人、号码", .acting),
    binding([.char("B")], "B", .order(.feedBack), "代反馈", "代反馈：来电人、号码、处置", .acting),
    binding([.char("y")], "y", .order(.inspect), "核查", "核查：已办好，或退回返工", .acting),
    binding([.char("z")], "z", .order(.close), "结案", "结案，写明结果", .acting),
    binding([.char("m")], "m", .merge, "并单", "并单比对：疑同或标记的两件", .acting),
    binding([.char("e")], "e", .order(.escalate), "上报", "上报一级", .acting),
    binding([.char("E")], "E", .order(.delegate), "下派", "下派一级", .acting),
    binding([.char("r")], "r", .approval, "退审", "申请退单；待批的批准或不批", .acting),
    binding([.char("w")], "w", .order(.followUp), "回访", "回访：问是否解决、是否满意", .acting),
    binding([.char("a")], "a", .order(.answer), "答复", "答复来件人", .acting),
    binding([.char("!")], "!", .order(.urge), "催办", "催办承办单位", .acting),
    binding([.char("R")], "R", .order(.reopen), "重开", "重开已结案的工单", .acting),
    binding([.char("b")], "b", .order(.note), "备注", "备注", .acting),
    binding([.char("u")], "u", .order(.undo), "撤销", "撤销上一步（签收前）", .acting),
    binding([.char("p")], "p", .phoneCard, "电话", "电话卡：该打给谁", .acting),
    binding([.char("W")], "W", .order(.requestSuspension), "", "申请挂账；应急时即刻挂账", .acting),
    binding([.char("P")], "P", .order(.unmask), "", "看明来件人（记入日志）", .acting),
  ]

  private static let clock: [Binding] = [
    binding([.char(" ")], "空格", .pause, "暂停", "暂停、继续", .clock),
    binding([.char("+"), .char("=")], "+", .faster, "加快", "加快", .clock),
    binding([.char("-")], "-", .slower, "放慢", "放慢", .clock),
    binding([.char(".")], ".", .stepDrill, "下件", "演练：到下一件、看得分", .clock),
    binding([.char("[")], "[", .stepBack, "后退", "后退 \(Desk.stepMinutes) 分钟（回放、演练）", .clock),
    binding([.char("]")], "]", .stepForward, "前进", "前进 \(Desk.stepMinutes) 分钟（回放、演练）", .clock),
    binding([.char("T")], "T", .jump, "跳到", "跳到输入的时刻（回放、演练）", .clock),
  ]

  private static let desk: [Binding] = [
    binding([.char("Y")], "Y", .response, "", "应急响应：启动、调整、终止", .desk),
    binding([.char("J")], "J", .shift, "", "交接班：交出或接下本席", .desk),
    binding([.char("Z")], "Z", .points, "", "志愿积分：查账、记分、兑换", .desk),
    binding([.char(":")], ":", .commandLine, "命令", "命令行，Tab 补全", .desk),
    binding([.char("?"), .function(1)], "?", .help, "帮助", "此处可用的键", .desk),
    binding([.ctrl("l")], "^L", .repaint, "重画屏幕", .desk),
    binding([.ctrl("z")], "^Z", .suspend, "挂起程序", .desk),
    binding([.char("q"), .ctrl("c")], "q", .quit, "退出", "退出；手上有认领时会提醒", .desk),
  ]

  private static func binding(_ keys: [Key], _ label: String, _ action: Action, _ help: String, _ section: Section)
    -> Binding
  {
    binding(keys, label, action, "", help, section)
  }

  private static let index: [Key: Action] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } }, uniquingKeysWith: { first, _ in first })

  /// What a key asks for; a full-width character counts as its half-width one.
  public static func action(for key: Key) -> Action? {
    index[key.folded]
  }

  /// The binding of an action.
  public static func binding(for action: Action) -> Binding? {
    bindings.first { $0.action == action }
  }
}
