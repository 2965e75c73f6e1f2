public import Model

/// The names of events' types, as the journal stores them for ever.
public enum EventType: String, Sendable, CaseIterable {
  /// The journal's first event.
  case opened = "journal.opened"
  /// 来件受理.
  case received = "order.received"
  /// The source changed what it had reported.
  case amended = "order.amended"
  /// 立案.
  case filed = "order.filed"
  /// 不予立案.
  case declined = "order.declined"
  /// 认领.
  case claimed = "order.claimed"
  /// 接管.
  case takenOver = "order.taken_over"
  /// 放回.
  case released = "order.released"
  /// 派单.
  case dispatched = "order.dispatched"
  /// 改派.
  case redispatched = "order.redispatched"
  /// 签收.
  case signed = "order.signed"
  /// 反馈.
  case fedBack = "order.fed_back"
  /// 核查.
  case inspected = "order.inspected"
  /// 结案.
  case closed = "order.closed"
  /// 重开.
  case reopened = "order.reopened"
  /// 备注.
  case noted = "order.noted"
  /// 撤销.
  case undone = "order.undone"

  /// The version of the payload's schema that this program writes.
  public var schema: Int { 1 }

  /// The type of an event.
  public init(_ event: JournalEvent) {
    switch event {
    case .opened: self = .opened
    case .order(let event): self.init(event)
    }
  }

  /// The type of an order's event.
  public init(_ event: OrderEvent) {
    switch event {
    case .received: self = .received
    case .amended: self = .amended
    case .filed: self = .filed
    case .declined: self = .declined
    case .claimed: self = .claimed
    case .takenOver: self = .takenOver
    case .released: self = .released
    case .dispatched: self = .dispatched
    case .redispatched: self = .redispatched
    case .signed: self = .signed
    case .fedBack: self = .fedBack
    case .inspected: self = .inspected
    case .closed: self = .closed
    case .reopened: self = .reopened
    case .noted: self = .noted
    case .undone: self = .undone
    }
  }
}
