import Journal
import Model
import SafeText
import Terminal

/// An order's file as lines of styled text.
enum OrderText {
  /// How much room there is.
  enum Form {
    /// A few lines: what the order can be judged by comes first.
    case compact
    /// A pane of its own beside the list: each section keeps its place from order to order, so that the eye finds it
    /// there and a step through the list sends little.
    case pane
    /// The whole file, with headings.
    case column
  }

  static func lines(_ row: OrderRow, _ file: OrderFile?, _ state: DeskState, width: Int, form: Form) -> [[Span]] {
    var text = OrderTextBuilder(row: row, file: file, state: state, width: width)
    switch form {
    case .compact:
      text.head(isLong: false)
      text.wording(most: 1)
      text.matter(most: width >= 100 ? 4 : 2)
      text.limits()
      text.pending()
      text.proposals(most: 1, isHeaded: false)
      text.suggestion()
      text.tallies()
      text.timelineInLine()
      text.place(isWhole: true)
      text.fields(isWhole: true)
      text.guide(isList: false, isHeaded: false)
    case .pane:
      text.slot(3) { $0.head(isLong: true) }
      text.wording(most: 2)
      text.slot(5) { $0.matter(most: 4) }
      text.slot(2) { $0.place(isWhole: false) }
      text.slot(3) { $0.fields(isWhole: false) }
      text.rule("时限")
      text.slot(3) { $0.gauges() }
      text.slot(2) { $0.standing() }
      text.rule("疑同")
      text.slot(2) { $0.proposals(most: 2, isHeaded: false) }
      text.rule("承办")
      text.slot(4) { $0.units(isHeaded: false) }
      text.rule("办理指南")
      // How it is handled is read where the selection rests, not on the way there.
      text.slot(5) { if state.isResting { $0.guide(isList: true, isHeaded: false) } }
      text.rule("时间线")
      text.timeline()
    case .column:
      text.head(isLong: true)
      text.wording(most: 4)
      text.blank()
      text.matter(most: 12)
      text.blank()
      text.place(isWhole: true)
      text.fields(isWhole: true)
      text.heading("时限")
      text.gauges()
      text.standing()
      text.proposals(most: 5, isHeaded: true)
      text.units(isHeaded: true)
      text.heading("时间线")
      text.timeline()
      text.guide(isList: true, isHeaded: true)
    }
    return text.lines
  }
}
