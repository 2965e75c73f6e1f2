extension OrderCommand {
  /// The kinds of commands, as tables and refusals name them.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 受理.
    case receive
    /// 补正.
    case amend
    /// 续报.
    case attach
    /// 核实.
    case verify
    /// 立案.
    case file
    /// 不予立案.
    case decline
    /// 当场办结.
    case settle
    /// 认领.
    case claim
    /// 接管.
    case takeOver
    /// 放回.
    case release
    /// 派单.
    case dispatch
    /// 改派.
    case redispatch
    /// 签收.
    case sign
    /// 先行联系.
    case contact
    /// 办理进度.
    case step
    /// 协办反馈.
    case assist
    /// 反馈.
    case feedBack
    /// 申请退单.
    case requestReturn
    /// 申请挂账.
    case requestSuspension
    /// 申请延期.
    case requestExtension
    /// 批准.
    case approve
    /// 不予批准.
    case deny
    /// 撤回申请.
    case withdraw
    /// 恢复.
    case resume
    /// 上报.
    case escalate
    /// 下派.
    case delegate
    /// 核查.
    case inspect
    /// 结案.
    case close
    /// 答复.
    case answer
    /// 回访.
    case followUp
    /// 回传.
    case answerBack
    /// 重开.
    case reopen
    /// 催办.
    case urge
    /// 督办.
    case supervise
    /// 批示.
    case instruct
    /// 销号.
    case strikeOff
    /// 剔除.
    case exclude
    /// 并单.
    case merge
    /// 并入.
    case join
    /// 拆单.
    case split
    /// 拆出.
    case part
    /// 不是一件.
    case distinguish
    /// 分派子单.
    case branch
    /// 看明.
    case unmask
    /// 备注.
    case note
    /// 撤销.
    case undo
  }

  /// Which kind of command this is.
  public var kind: Kind {
    switch self {
    case .receive: .receive
    case .amend: .amend
    case .attach: .attach
    case .verify: .verify
    case .file: .file
    case .decline: .decline
    case .settle: .settle
    case .claim: .claim
    case .takeOver: .takeOver
    case .release: .release
    case .dispatch: .dispatch
    case .redispatch: .redispatch
    case .sign: .sign
    case .contact: .contact
    case .step: .step
    case .assist: .assist
    case .feedBack: .feedBack
    case .requestReturn: .requestReturn
    case .requestSuspension: .requestSuspension
    case .requestExtension: .requestExtension
    case .approve: .approve
    case .deny: .deny
    case .withdraw: .withdraw
    case .resume: .resume
    case .escalate: .escalate
    case .delegate: .delegate
    case .inspect: .inspect
    case .close: .close
    case .answer: .answer
    case .followUp: .followUp
    case .answerBack: .answerBack
    case .reopen: .reopen
    case .urge: .urge
    case .supervise: .supervise
    case .instruct: .instruct
    case .strikeOff: .strikeOff
    case .exclude: .exclude
    case .merge: .merge
    case .join: .join
    case .split: .split
    case .part: .part
    case .distinguish: .distinguish
    case .branch: .branch
    case .unmask: .unmask
    case .note: .note
    case .undo: .undo
    }
  }
}
