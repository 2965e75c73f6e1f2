import Journal
import Model
import Operations
import SafeText
import Terminal

/// What lies over the work.
enum DialogPane {
  static func draw(_ dialog: Dialog, _ state: DeskState, _ layout: DeskLayout, _ surface: inout Surface) {
    let area = Rect(row: 0, col: 0, width: state.width, height: state.height)
    switch dialog {
    case .help(let scroll): drawHelp(scroll, state, area, &surface)
    case .file(let scroll): drawFile(scroll, state, area, &surface)
    case .filter(let field):
      surface.fill(layout.keys)
      surface.inputLine(field, prompt: " 筛选 ", at: layout.keys.row, 0, width: max(20, state.width - 45))
      surface.put(
        "汉字、拼音首字母、编号  Enter 完成 Esc 清除", at: layout.keys.row, max(21, state.width - 44), style: Style(.dim))
    case .command(let line): drawCommand(line, layout, &surface)
    case .jump(let field):
      surface.fill(layout.keys)
      surface.inputLine(field, prompt: " 跳到 ", at: layout.keys.row, 0, width: max(20, state.width - 45))
      surface.put(
        "如 09:12、06-16 09:12:30  Enter 跳 Esc 返回", at: layout.keys.row, max(21, state.width - 44), style: Style(.dim))
    case .confirm(let confirmation): drawConfirmation(confirmation, state, popUpArea(state, layout), &surface)
    case .book(let form): BookPane.draw(form, state, bookArea(form, state, layout), &surface)
    case .prompt(let prompt): drawPrompt(prompt, state, popUpArea(state, layout), &surface)
    case .phoneCard(let number): drawPhoneCard(number, state, popUpArea(state, layout), &surface)
    case .inspection(let form): drawInspection(form, state, popUpArea(state, layout), &surface)
    case .closing(let form): drawClosing(form, state, popUpArea(state, layout), &surface)
    case .merge(let form): MergePane.draw(form, state, popUpArea(state, layout), &surface)
    case .leads(let view): LeadsPane.draw(view, state, area, &surface)
    case .drillResult(let result, let scroll): DrillResultPane.draw(result, scroll, state, area, &surface)
    case .grids(let view): GridsPane.draw(view, state, area, &surface)
    case .rates(let view): RatesPane.draw(view, state, area, &surface)
    case .points(let view): PointsPane.draw(view, state, area, &surface)
    case .dispatch(let form): DispatchPane.draw(form, state, popUpArea(state, layout), &surface)
    }
  }

  /// Below the selected row where there is room, else above it, so that the order it is about stays in sight.
  static func popUpArea(_ state: DeskState, _ layout: DeskLayout) -> Rect {
    let screen = Rect(row: 0, col: 0, width: state.width, height: state.height)
    guard let index = state.queue.selectedIndex else { return screen }
    let row = layout.queue.row + 2 + index - state.queue.top
    let below = Rect(row: row + 1, col: 0, width: state.width, height: state.height - row - 3)
    let above = Rect(row: 1, col: 0, width: state.width, height: row - 1)
    return below.height >= 13 || below.height >= above.height ? below : above
  }

  /// A response is set with the list in sight; a sheet has the whole screen.
  private static func bookArea(_ form: BookForm, _ state: DeskState, _ layout: DeskLayout) -> Rect {
    form.subject == .response
      ? popUpArea(state, layout) : Rect(row: 0, col: 0, width: state.width, height: state.height)
  }

  static func title(_ verb: String, _ orders: [OrderNumber], _ state: DeskState) -> String {
    guard let first = orders.first else { return verb }
    if orders.count > 1 { return "\(verb) \(orders.count) 件" }
    let matter = Desk.row(first, state).map { Masking.freeText($0.title) } ?? ""
    return "\(verb) \(first.short) " + matter.truncated(toColumns: 44)
  }

  private static func drawHelp(_ scroll: Int, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let inner = surface.popUp(
      width: min(area.width - 4, 124), height: helpHeight(state), in: area, title: "此处可用的键",
      footer: "j k 滚动  其他键返回")
    let text = inner.inset(rows: 0, columns: 1)
    let lines = surface.helpTable(helpGroups(state), in: text, from: scroll, columnWidth: helpColumn)
    DetailPane.tellMore(lines - scroll - text.height, in: text, &surface)
  }

  private static let helpColumn = 36

  private static func helpGroups(_ state: DeskState) -> [HelpGroup] {
    Keymap.Section.allCases.compactMap { section in
      if section == .clock, state.clock == nil { return nil }
      let moments: [Action] = [.stepBack, .stepForward, .jump]
      let bindings = Keymap.bindings.filter { binding in
        binding.section == section && (!state.isPast || Desk.worksInPast(binding.action, state))
          && (state.span != nil || !moments.contains(binding.action))
          && (state.context.drill != nil || binding.action != .stepDrill)
      }
      let title = section == .clock && !state.isPast ? TimeWords.clock(state.context.kind) : section.rawValue
      return HelpGroup(
        title,
        bindings.map { KeyHint($0.label, (state.lookBack == nil ? nil : LookBackWords.help($0.action)) ?? $0.help) })
    }
  }

  private static func helpHeight(_ state: DeskState) -> Int {
    min(state.height - 4, helpLines(state) + 2)
  }

  private static func helpLines(_ state: DeskState) -> Int {
    // Drawn nowhere: the table itself knows how it breaks into columns.
    var scratch = Surface(width: min(state.width - 8, 120), height: 1)
    return scratch.helpTable(helpGroups(state), in: scratch.bounds, columnWidth: helpColumn)
  }

  /// How much there is to read in the help.
  static func helpExtent(_ state: DeskState) -> TextExtent {
    TextExtent(lines: helpLines(state), page: helpHeight(state) - 2)
  }

  private static func drawFile(_ scroll: Int, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    guard let row = state.selectedRow else { return }
    let text = fileLines(row, state)
    let inner = surface.popUp(
      width: fileWidth(state), height: fileHeight(text.count, state), in: area, title: "工单 \(row.number.text)",
      footer: "j k 滚动  \(state.context.replay != nil ? "回放只读" : state.isPast ? "回看只读" : "办理键可用")  Esc 返回")
    DetailPane.draw(text, from: scroll, in: inner.inset(rows: 0, columns: 1), &surface)
  }

  private static func fileWidth(_ state: DeskState) -> Int { min(state.width - 4, 110) }

  private static func fileHeight(_ lines: Int, _ state: DeskState) -> Int { min(state.height - 4, lines + 2) }

  private static func fileLines(_ row: OrderRow, _ state: DeskState) -> [[Span]] {
    OrderText.lines(row, state.selectedFile, state, width: fileWidth(state) - 4, form: .column)
  }

  /// How much there is to read in the order's file.
  static func fileExtent(_ state: DeskState) -> TextExtent {
    let lines = state.selectedRow.map { fileLines($0, state).count } ?? 0
    return TextExtent(lines: lines, page: fileHeight(lines, state) - 2)
  }

  private static func drawCommand(_ line: CommandLine, _ layout: DeskLayout, _ surface: inout Surface) {
    surface.fill(layout.keys)
    surface.inputLine(line.field, prompt: ":", at: layout.keys.row, 0, width: layout.keys.width)
    guard !line.completions.isEmpty else { return }
    surface.fill(layout.ticker)
    surface.tabLine(
      line.completions.map { $0 + " " }, selected: line.selected, at: layout.ticker.row, 1,
      maxColumns: layout.ticker.width - 2,
      style: Style(.dim))
  }

  private static func drawConfirmation(
    _ confirmation: Confirmation, _ state: DeskState, _ area: Rect, _ surface: inout Surface
  ) {
    let text: String
    switch confirmation.question {
    case .quit(let held): text = "本席还认领着 \(held) 件工单，退出后到期才放回。退出吗？"
    case .takeOver(let number, let holder): text = "\(number.short) 由\(holder)认领着，接管吗？（记入日志）"
    case .goOn(let instant):
      text = LookBackWords.question(from: instant, in: state.city.calendar.zone)
    case .bulk(let command, let orders):
      text = "对标记的 \(orders.count) 件工单一并\(Words.command(command.kind))，确定吗？"
    }
    let width = min(area.width - 4, 60)
    let lines = text.wrapped(toColumns: width - 4)
    let inner = surface.popUp(
      width: width, height: lines.count + 2, in: area, title: "请确认", footer: "y 确定  n 不")
    surface.paragraph(text, in: inner.inset(rows: 0, columns: 1))
  }

  private static func drawPrompt(_ prompt: Prompt, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let onBehalf = prompt.command == .sign || prompt.command == .feedBack
    let verb = (onBehalf ? "代" : "") + Words.command(prompt.command)
    let width = min(area.width - 4, 76)
    let said = wordings(prompt, state).flatMap { $0.wrapped(toColumns: width - 4) }.prefix(3)
    let inner = surface.popUp(
      width: width, height: prompt.fields.count + said.count + 2, in: area, title: title(verb, prompt.orders, state),
      footer: footer(prompt, undo(prompt)))
    for (offset, line) in said.enumerated() {
      surface.put(
        line, at: inner.row + prompt.fields.count + offset, inner.col + 1, style: Style(.soon),
        maxColumns: inner.width - 2)
    }
    drawFields(prompt, inner, &surface)
  }

  /// What callers are told while responses stand, where something is said to them or noted for them.
  private static func wordings(_ prompt: Prompt, _ state: DeskState) -> [String] {
    guard [.answer, .contact, .note, .followUp].contains(prompt.command),
      let row = prompt.orders.first.flatMap({ Desk.row($0, state) })
    else { return [] }
    return state.city.wordings(under: state.responses, at: row.place).map { "统一口径：" + SafeText($0).string }
  }

  /// Draws the fields of a form.
  static func drawFields(_ form: some FieldForm, _ inner: Rect, _ surface: inout Surface) {
    let labelWidth = form.fields.map { $0.label.columns }.max() ?? 0
    for index in form.fields.indices where index != form.current {
      draw(form.fields[index], labelWidth, at: inner, index, &surface)
    }
    // Last, since the cursor belongs to the field that is being typed.
    draw(form.fields[form.current], labelWidth, at: inner, form.current, &surface)
  }

  private static func undo(_ prompt: Prompt) -> String {
    switch prompt.command {
    case .decline, .reopen, .settle, .escalate, .delegate: "（u 可撤）"
    default: "（记入日志，不能删改）"
    }
  }

  /// The keys that fill a form.
  static func footer(_ form: some FieldForm, _ undo: String) -> String {
    let isChosen = !form.fields[form.current].choices.isEmpty
    return (form.fields.count == 1 ? "" : "Tab 下一项  ") + (isChosen ? "←→ 选  " : "") + "Enter 确定  Esc 返回 " + undo
  }

  private static func draw(
    _ field: Prompt.Field, _ labelWidth: Int, at rect: Rect, _ index: Int, _ surface: inout Surface
  ) {
    let label = " " + field.label.padded(toColumns: labelWidth) + " "
    guard !field.choices.isEmpty else {
      return surface.inputLine(field.text, prompt: label, at: rect.row + index, rect.col, width: rect.width - 1)
    }
    surface.put(label, at: rect.row + index, rect.col)
    surface.tabLine(
      field.choices.map(\.label), selected: field.chosen, at: rect.row + index, rect.col + label.columns,
      maxColumns: rect.width - label.columns - 1)
  }

  private static func drawPhoneCard(
    _ number: OrderNumber, _ state: DeskState, _ area: Rect, _ surface: inout Surface
  ) {
    guard let row = Desk.row(number, state) else { return }
    let city = state.city
    var lines: [String] = []
    if let grid = city.places.ancestor(of: row.place, kind: .grid).flatMap({ city.grids[$0] }) {
      lines.append("网格长 \(Masking.name(grid.head))（\(grid.headTitle)）  \(grid.partyBranch)")
      for (role, name) in zip(Words.gridRoles, grid.roles) { lines.append("\(role) \(Masking.name(name))") }
    }
    let lead = row.category.flatMap { city.category($0) }.flatMap { city.resolve($0.lead, at: row.place) }
    for unit in [row.unit ?? lead].compactMap({ $0 }).compactMap({ city.units[$0] }) {
      lines.append("\(row.unit == nil ? "建议承办" : "承办") \(unit.name)  \(unit.phone)")
    }
    if !state.mayKnow(row) {
      lines.append("来件人 保密")
    } else if let file = state.files[number] {
      lines += callers(file, isUnmasked: state.unmasked.contains(number), city)
    }
    if lines.isEmpty { lines = ["没有登记电话"] }
    let inner = surface.popUp(
      width: min(area.width - 4, 64), height: lines.count + 2, in: area, title: "电话卡 \(number.short)",
      footer: (!state.isPast ? "P 看明来件人（记入日志）  " : "") + "其他键返回")
    for (offset, line) in lines.enumerated() {
      surface.put(line, at: inner.row + offset, inner.col + 1, maxColumns: inner.width - 2)
    }
  }

  /// Those who reported, each with the report; masked unless somebody with the right has looked.
  private static func callers(_ file: OrderFile, isUnmasked: Bool, _ city: CityTables) -> [String] {
    file.order.reports.compactMap { report in
      guard let person = file.reporter(of: ReportReference(report)), !person.isEmpty else { return nil }
      let source = city.sourceNames[report.source] ?? ""
      let name = isUnmasked ? SafeText(person.name).string : Masking.name(person.name)
      let phone = isUnmasked ? SafeText(person.phone).string : Masking.phone(person.phone)
      return "来件人 \(name)  \(phone)  \(source)"
    }
  }

  private static func drawInspection(
    _ form: InspectionForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface
  ) {
    let inner = surface.popUp(
      width: min(area.width - 4, 70), height: 4, in: area, title: title("核查", form.orders, state),
      footer: "Tab 换结论  Enter 确定  Esc 返回 （u 可撤）")
    surface.tabLine(
      ["已办好", "没办好，返工"], selected: form.passed ? 0 : 1, at: inner.row, inner.col + 1,
      maxColumns: inner.width - 2)
    surface.inputLine(form.text, prompt: " 情况 ", at: inner.row + 1, inner.col, width: inner.width - 1)
  }

  private static func drawClosing(_ form: ClosingForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let inner = surface.popUp(
      width: min(area.width - 4, 70), height: 4, in: area, title: title("结案", form.orders, state),
      footer: "Tab 换结果  Enter 确定  Esc 返回 （u 可撤）")
    surface.tabLine(
      Outcome.allCases.map(Words.outcome), selected: Outcome.allCases.firstIndex(of: form.outcome), at: inner.row,
      inner.col + 1, maxColumns: inner.width - 2)
    let label = form.outcome == .notAccepted ? " 依据 " : " 说明 "
    surface.inputLine(form.text, prompt: label, at: inner.row + 1, inner.col, width: inner.width - 1)
  }
}
