import Model
import SafeText
import Terminal

/// A list of orders in a pop-up, each in one line.
enum ListedOrdersPane {
  static func draw(
    _ orders: [ListedOrder], selected: Int, note: String, _ state: DeskState, _ rect: Rect, _ surface: inout Surface
  ) {
    let layout = TableLayout(
      [
        TableColumn("编号", .fixed(9), priority: 20), TableColumn("区镇", .fixed(8), priority: 10),
        TableColumn("等待", .fixed(6), priority: 15), TableColumn(note, .fixed(12), priority: 12),
        TableColumn("事项", .flexible(minimum: 16), priority: 20),
      ], width: rect.width - 1)
    ListWindow.draw(layout, rect, count: orders.count, selected: selected, &surface) { index, column in
      let order = orders[index]
      return switch column {
      case 0: Span(order.number.short)
      case 1: Span(order.town.flatMap { state.city.places[$0]?.name } ?? state.city.name)
      case 2: Span(Words.stage(order.stage))
      case 3: Span(order.note)
      default: Span(Masking.freeText(order.title))
      }
    }
  }

  /// How many orders are seen at once.
  static func page(_ state: DeskState) -> Int { max(1, state.height - 8) }
}
