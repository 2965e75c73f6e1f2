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
  /// 续报.
  case attached = "order.attached"
  /// 核实.
  case verified = "order.verified"
  /// 当场办结.
  case settled = "order.settled"
  /// 先行联系.
  case contacted = "order.contacted"
  /// 办理进度.
  case stepped = "order.stepped"
  /// 协办反馈.
  case assisted = "order.assisted"
  /// 申请退单、挂账、延期.
  case requested = "order.requested"
  /// 准予退单.
  case returned = "order.returned"
  /// 准予挂账.
  case suspended = "order.suspended"
  /// 准予延期.
  case extended = "order.extended"
  /// 不予批准.
  case denied = "order.denied"
  /// 撤回申请.
  case withdrawn = "order.withdrawn"
  /// 恢复.
  case resumed = "order.resumed"
  /// 上报.
  case escalated = "order.escalated"
  /// 下派.
  case delegated = "order.delegated"
  /// 答复.
  case answered = "order.answered"
  /// 回访.
  case followedUp = "order.followed_up"
  /// 回传.
  case answeredBack = "order.answered_back"
  /// 催办.
  case urged = "order.urged"
  /// 督办.
  case supervised = "order.supervised"
  /// 批示.
  case instructed = "order.instructed"
  /// 销号.
  case struckOff = "order.struck_off"
  /// 剔除.
  case excluded = "order.excluded"
  /// 并单.
  case merged = "order.merged"
  /// 并入件补正.
  case partAmended = "order.part_amended"
  /// 并入.
  case joined = "order.joined"
  /// 拆单.
  case split = "order.split"
  /// 拆出.
  case parted = "order.parted"
  /// 不是一件.
  case distinguished = "order.distinguished"
  /// 分派子单.
  case branched = "order.branched"
  /// 子单办结.
  case childEnded = "order.child_ended"
  /// 子单重开.
  case childReopened = "order.child_reopened"
  /// 看明.
  case unmasked = "order.unmasked"
  /// 应急响应启动、调整.
  case responseSet = "response.set"
  /// 应急响应终止.
  case responseLifted = "response.lifted"
  /// 立即下达.
  case scriptFired = "script.fired"
  /// 取消.
  case scriptSkipped = "script.skipped"
  /// 推迟.
  case scriptDelayed = "script.delayed"
  /// 增发.
  case scriptAdded = "script.added"
  /// 导调记录.
  case scriptRemarked = "script.remarked"
  /// 交班.
  case shiftHandedOver = "shift.handed_over"
  /// 接班.
  case shiftTakenOver = "shift.taken_over"
  /// 服务得分.
  case pointsEarned = "points.earned"
  /// 积分兑换.
  case pointsSpent = "points.spent"
  /// 积分冲正.
  case pointsCorrected = "points.corrected"

  /// The version of the payload's schema that this program writes.
  public var schema: Int { 1 }

  /// The type of an event.
  public init(_ event: JournalEvent) {
    switch event {
    case .opened: self = .opened
    case .order(let event): self.init(event)
    case .response(.set): self = .responseSet
    case .response(.lifted): self = .responseLifted
    case .script(.fired): self = .scriptFired
    case .script(.skipped): self = .scriptSkipped
    case .script(.delayed): self = .scriptDelayed
    case .script(.added): self = .scriptAdded
    case .script(.remarked): self = .scriptRemarked
    case .shift(.handedOver): self = .shiftHandedOver
    case .shift(.takenOver): self = .shiftTakenOver
    case .points(.earned): self = .pointsEarned
    case .points(.spent): self = .pointsSpent
    case .points(.corrected): self = .pointsCorrected
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
    case .attached: self = .attached
    case .verified: self = .verified
    case .settled: self = .settled
    case .contacted: self = .contacted
    case .stepped: self = .stepped
    case .assisted: self = .assisted
    case .requested: self = .requested
    case .returned: self = .returned
    case .suspended: self = .suspended
    case .extended: self = .extended
    case .denied: self = .denied
    case .withdrawn: self = .withdrawn
    case .resumed: self = .resumed
    case .escalated: self = .escalated
    case .delegated: self = .delegated
    case .answered: self = .answered
    case .followedUp: self = .followedUp
    case .answeredBack: self = .answeredBack
    case .urged: self = .urged
    case .supervised: self = .supervised
    case .instructed: self = .instructed
    case .struckOff: self = .struckOff
    case .excluded: self = .excluded
    case .merged: self = .merged
    case .partAmended: self = .partAmended
    case .joined: self = .joined
    case .split: self = .split
    case .parted: self = .parted
    case .distinguished: self = .distinguished
    case .branched: self = .branched
    case .childEnded: self = .childEnded
    case .childReopened: self = .childReopened
    case .unmasked: self = .unmasked
    }
  }
}
