/// What an officer, a sub-command, an import or a gateway asks of an order.
public enum OrderCommand: Sendable, Equatable {
  // Coming in.
  /// 受理: a report comes in and makes an order.
  case receive(Report)
  /// The source changed what it had reported.
  case amend(Report)
  /// 续报、终报: another report of the same incident joins the order.
  case attach(Report)
  /// 核实: somebody looked on site before filing.
  case verify(Verifying)
  /// 立案, settling category, urgency and place where they are given.
  case file(Filing)
  /// 不予受理, or another end without handling; a ground is required.
  case decline(Declining)
  /// 当场办结: the grid settled it itself, or the counter answered it at once.
  case settle(Settling)

  // In hand.
  /// 认领.
  case claim
  /// 接管: the chief takes an order out of another seat's hands.
  case takeOver
  /// 放回.
  case release

  // Sent out.
  /// 派单; on a received order it files and dispatches.
  case dispatch(Dispatching)
  /// 改派: to another unit after dispatch.
  case redispatch(Dispatching)
  /// 签收, by the unit or on its behalf.
  case sign(call: PhoneCall?)
  /// 先行联系: the caller was reached first.
  case contact(text: String, call: PhoneCall?)
  /// 办理进度: a sub-step of an enforcement case or a window application.
  case step(Stepping)
  /// 协办反馈: a helping unit reports what it did.
  case assist(Assisting)
  /// 反馈, by the lead or on its behalf.
  case feedBack(Feedback)

  // Asked for and decided.
  /// 申请退单.
  case requestReturn(Asking)
  /// 申请挂账.
  case requestSuspension(SuspensionAsking)
  /// 申请延期.
  case requestExtension(ExtensionAsking)
  /// 批准.
  case approve(Approving)
  /// 不予批准.
  case deny(reason: String)
  /// 撤回申请.
  case withdraw
  /// 恢复: a suspension ends before its time.
  case resume(reason: String)

  // Between tiers.
  /// 上报: one rung up.
  case escalate(reason: String, to: Rung? = nil)
  /// 下派: one rung down.
  case delegate(reason: String)

  // Looked at and closed.
  /// 核查.
  case inspect(Inspecting)
  /// 结案.
  case close(Closing)
  /// 答复: one of those who reported was told what came of it.
  case answer(Answering)
  /// 回访.
  case followUp(FollowingUp)
  /// 回传: the answer to above.
  case answerBack(AnsweringBack)
  /// 重开: closed, and yet not fixed.
  case reopen(reason: String)

  // Watched over.
  /// 催办.
  case urge(text: String)
  /// 督办.
  case supervise(Supervising)
  /// 批示: an instruction from above.
  case instruct(Instructing)
  /// 销号: an instruction is done with.
  case strikeOff(StrikingOff)
  /// 剔除: the order is left out of a rate.
  case exclude(Excluding)

  // Together and apart.
  /// 并单: another order tells of the same event and is taken in.
  case merge(Merging)
  /// The other side of 并单: the order goes into another one.
  case join(into: OrderNumber)
  /// 拆单: an order that was taken in goes its own way again.
  case split(off: OrderNumber, reason: String)
  /// The other side of 拆单.
  case part(from: OrderNumber)
  /// 不是一件: another order does not tell of the same event.
  case distinguish(from: OrderNumber)

  /// 分派子单: a part of the matter becomes an order of its own, one level deep.
  case branch(Branching)

  // Beside the way.
  /// 看明: somebody with the right looked at who called.
  case unmask(reason: String)
  /// 备注.
  case note(String)
  /// 撤销 of the last act.
  case undo
}
