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
    /// A column of its own, with headings.
    case column
  }

  static func lines(_ row: OrderRow, _ file: OrderFile?, _ state: DeskState, width: Int, form: Form) -> [[Span]] {
    var text = OrderTextBuilder(row: row, file: file, state: state, width: width)
    switch form {
    case .compact:
      text.head(isLong: false)
      text.matter(most: width >= 100 ? 4 : 2)
      text.limits()
      text.suggestion()
      text.timelineInLine()
      text.place()
      text.fields()
      text.guide(isList: false)
    case .column:
      text.head(isLong: true)
      text.blank()
      text.matter(most: 12)
      text.blank()
      text.place()
      text.fields()
      text.heading("时限")
      text.gauges()
      text.units()
      text.heading("时间线")
      text.timeline()
      text.guide(isList: true)
    }
    return text.lines
  }
}
