extension JournalError {
  /// What is said to an officer: what happened, where, and what to do.
  ///
  /// The subject is as it came; whoever shows the message makes it safe.
  public var message: String {
    kind + (subject.isEmpty ? "" : "：" + subject) + "。" + advice
  }

  private var kind: String {
    switch code {
    case .unavailable: "日志打不开或读写失败"
    case .lockHeld: "日志被另一个进程占用"
    case .damaged: "日志或导出文件已损坏"
    case .newer: "日志由更新的程序写成"
    case .older: "日志由较旧的程序写成，还没有换成新格式"
    case .otherIdentity: "日志属于别的城市、站点或用途"
    case .missing: "日志不存在，或尚未开启"
    case .feedClockInLive: "实战日志不用演示时钟"
    case .diskFull: "磁盘已满"
    case .encoding: "事件无法编码或解码"
    case .invalidRequest: "请求不合规，未保存任何内容"
    case .networkFileSystem: "日志不能放在网络文件系统上"
    case .closed: "日志已关闭"
    case .readOnly: "回放只读"
    }
  }

  private var advice: String {
    switch code {
    case .unavailable: "请检查路径、权限和磁盘。"
    case .lockHeld: "请稍后再试，或请占用的人退出。"
    case .damaged: "请运行 verify 查明位置，并与备份核对。"
    case .newer: "请升级本程序。"
    case .older: "请先用本程序的指挥台打开它一次。"
    case .otherIdentity: "请改用本城市的日志文件。"
    case .missing: "请检查路径，或先导入来件。"
    case .feedClockInLive: "请另开演示日志。"
    case .diskFull: "请腾出空间后再试；未确认的操作没有保存。"
    case .encoding, .invalidRequest: "请保留现场，报给维护人员。"
    case .networkFileSystem: "请放到本机磁盘。"
    case .closed: "请重新打开。"
    case .readOnly: "要办理、要统计，请打开日志本身。"
    }
  }
}
