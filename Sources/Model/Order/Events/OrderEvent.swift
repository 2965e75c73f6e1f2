/// What happened to an order; each carries all that is needed to fold it.
public indirect enum OrderEvent: Sendable, Equatable {
  // Coming in.
  /// 来件受理.
  case received(Received)
  /// The source changed what it had reported.
  case amended(Amended)
  /// 续报: another report of the same incident.
  case attached(Amended)
  /// 核实.
  case verified(Verified)
  /// 立案.
  case filed(Filed)
  /// 不予立案.
  case declined(Declined)
  /// 当场办结.
  case settled(Settlement)

  // In hand.
  /// 认领.
  case claimed(WorkOrder.Claim)
  /// 接管.
  case takenOver(TakenOver)
  /// 放回.
  case released

  // Sent out.
  /// 派单.
  case dispatched(Dispatched)
  /// 改派.
  case redispatched(Dispatched)
  /// 签收.
  case signed(Signed)
  /// 先行联系.
  case contacted(Contacted)
  /// 办理进度.
  case stepped(Stepped)
  /// 协办反馈.
  case assisted(Assisted)
  /// 反馈.
  case fedBack(FedBack)

  // Asked for and decided.
  /// 申请退单、挂账、延期.
  case requested(WorkOrder.Request)
  /// 准予退单.
  case returned(Returned)
  /// 准予挂账.
  case suspended(WorkOrder.Suspension)
  /// 准予延期.
  case extended(Extended)
  /// 不予批准.
  case denied(Reason)
  /// 撤回申请.
  case withdrawn
  /// 恢复.
  case resumed(Resumed)

  // Between tiers.
  /// 上报.
  case escalated(Moved)
  /// 下派.
  case delegated(Moved)

  // Looked at and closed.
  /// 核查.
  case inspected(Inspected)
  /// 结案.
  case closed(Closed)
  /// 答复.
  case answered(Answered)
  /// 回访.
  case followedUp(FollowedUp)
  /// 回传.
  case answeredBack(AnsweredBack)
  /// 重开.
  case reopened(Reopened)

  // Watched over.
  /// 催办.
  case urged(Urged)
  /// 督办.
  case supervised(Supervised)
  /// 批示.
  case instructed(WorkOrder.Instruction)
  /// 销号.
  case struckOff(StruckOff)
  /// 剔除.
  case excluded(Excluded)

  // Together and apart.
  /// 并单.
  case merged(Merged)
  /// 并入件补正.
  case partAmended(PartAmended)
  /// 并入.
  case joined(Joined)
  /// 拆单.
  case split(Split)
  /// 拆出.
  case parted(Parted)
  /// 不是一件.
  case distinguished(Distinguished)

  /// 分派子单.
  case branched(Branched)
  /// 子单办结.
  case childEnded(ChildEnded)
  /// 子单重开.
  case childReopened(ChildReopened)

  // Beside the way.
  /// 看明.
  case unmasked(Reason)
  /// 备注.
  case noted(Noted)
  /// 撤销.
  case undone(Undone)
}
