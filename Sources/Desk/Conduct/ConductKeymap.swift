import Terminal

/// What a key asks of a conductor's view.
enum ConductAction: Hashable, Sendable, CaseIterable {
  case down, up, nextPane
  case fire, skip, delay, add, remark
  case pause, faster, slower, step
  case help, quit
}

/// Which key asks for what in a conductor's view: the key line and the help are made from it.
enum ConductKeymap {
  /// A row of the table.
  struct Binding: Sendable {
    let keys: [Key]
    /// How the keys are written on screen.
    let label: String
    let action: ConductAction
    /// What the key line says; empty where it is not shown there.
    let short: String
    /// What the help says.
    let help: String
  }

  static let bindings: [Binding] = [
    Binding(keys: [.char("f")], label: "f", action: .fire, short: "下达", help: "立即下达所选来件"),
    Binding(keys: [.char("x")], label: "x", action: .skip, short: "取消", help: "取消所选来件，不再来"),
    Binding(keys: [.char("d")], label: "d", action: .delay, short: "推迟", help: "推迟所选来件几分钟"),
    Binding(keys: [.char("a")], label: "a", action: .add, short: "增发", help: "增发一件脚本里没有的来件"),
    Binding(keys: [.char("b")], label: "b", action: .remark, short: "记录", help: "记下所见，写进演练日志"),
    Binding(keys: [.char(" ")], label: "空格", action: .pause, short: "暂停", help: "暂停、继续"),
    Binding(keys: [.char("+"), .char("=")], label: "+", action: .faster, short: "", help: "加快"),
    Binding(keys: [.char("-")], label: "-", action: .slower, short: "", help: "放慢"),
    Binding(keys: [.char(".")], label: ".", action: .step, short: "下件", help: "到下一件导调来件"),
    Binding(keys: [.char("j"), .down], label: "j ↓", action: .down, short: "", help: "下一行"),
    Binding(keys: [.char("k"), .up], label: "k ↑", action: .up, short: "", help: "上一行"),
    Binding(keys: [.tab, .backTab], label: "Tab", action: .nextPane, short: "换栏", help: "换栏：导调来件、期望"),
    Binding(keys: [.char("?"), .function(1)], label: "?", action: .help, short: "帮助", help: "可用的键"),
    Binding(keys: [.char("q"), .ctrl("c")], label: "q", action: .quit, short: "退出", help: "退出；演练照常进行"),
  ]

  private static let index: [Key: ConductAction] = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } }, uniquingKeysWith: { first, _ in first })

  /// What a key asks for; a full-width character counts as its half-width one.
  static func action(for key: Key) -> ConductAction? { index[key.folded] }
}
