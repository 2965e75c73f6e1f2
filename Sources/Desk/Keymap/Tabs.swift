public import Journal
import Model

/// The tabs of the list: what an order waits for.
public enum Tabs {
  /// The tabs, in the order of the keys `1` to `9` and `0`; the last ones came last, and the first ones kept their keys.
  public static let all: [OrderQuery.Tab] =
    [.open]
    + [.received, .filed, .dispatched, .handling, .fedBack, .inspected, .closed, .awaitingApproval, .followUp]
    .map { .stage($0) }

  /// The key of a tab, by its index.
  static func key(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(0x30 + (index + 1) % 10))
  }

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
