import Journal
import Model
import SafeText
import Terminal

/// Arrivals of the last 24 hours.
enum PlotPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    surface.box(rect, title: rect.width >= 34 ? "近24小时 来件 件/时" : "近24小时 件/时")
    let now = state.now.seconds / 3_600
    let counts = Dictionary(state.arrivals.map { ($0.hour, $0.count) }, uniquingKeysWith: +)
    let values = (0..<24).map { Optional(counts[now - 23 + Int64($0)] ?? 0) }
    let zone = state.city.calendar.zone
    let labels = [0, 6, 12, 18, 23].map { offset in
      let civil = zone.civil(Instant(seconds: (now - 23 + Int64(offset)) * 3_600))
      return civil.hour < 10 ? "0\(civil.hour)" : String(civil.hour)
    }
    surface.plot(values, in: rect.inset(), maximum: Self.rounded(values.compactMap { $0 }.max() ?? 0), labels: labels)
  }

  /// The scale ends at a round number, so that it does not tremble with every arrival.
  static func rounded(_ most: Int) -> Int {
    var step = 5
    while step * 4 < most { step *= 2 }
    return max(10, (most + step - 1) / step * step)
  }
}
