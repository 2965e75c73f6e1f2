public import Journal
import Model

/// The tabs of the list: what an order waits for.
public enum Tabs {
  /// The tabs, in the order of the keys `1` to `8`.
  public static let all: [OrderQuery.Tab] = [.open] + Stage.allCases.map { .stage($0) }

  /// What a tab is called.
  public static func name(_ tab: OrderQuery.Tab) -> String {
    switch tab {
    case .open: "全部"
    case .all: "全部"
    case .stage(let stage): Words.stage(stage)
    }
  }

  /// What the help says of a tab's key.
  static func help(_ number: Int) -> String {
    number == 1 ? "全部未结" : "只看" + name(all[number - 1])
  }
}
