import Model

/// What a conductor's view says.
enum ConductWords {
  /// How an inject stands, in a word or two.
  static func standing(_ standing: InjectStanding, in zone: ZoneOffsets) -> String {
    switch standing {
    case .arrived(let at): TimeWords.second(at, in: zone) + " 已到"
    case .coming(let at): TimeWords.second(at, in: zone)
    case .waiting: "等条件"
    case .skipped: "已取消"
    case .passed: "未发生"
    }
  }

  /// How an expectation stands.
  static func state(_ state: ConductReading.ExpectationLine.State) -> String {
    switch state {
    case .met: "达到"
    case .late: "迟"
    case .wrong: "不对"
    case .missed: "漏"
    case .open: "待办"
    case .notArrived: "未到"
    }
  }

  /// Minutes and seconds that are left: `1:05`.
  static func left(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1_000
    return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }

  /// What was done.
  static func done(_ command: ScriptCommand) -> String {
    switch command {
    case .fire(let id): "已下达 \(id)"
    case .skip(let id): "已取消 \(id)，不再来"
    case .delay(let id, let minutes): "\(id) 已推迟 \(minutes) 分钟"
    case .add(let adding): adding.minutes == 0 ? "已增发，此刻就到" : "已增发，\(adding.minutes) 分钟后到"
    case .remark: "已记下"
    }
  }

  /// What is asked before something is done.
  static func question(_ command: ScriptCommand) -> String {
    switch command {
    case .skip(let id): "取消来件 \(id)？它不再来，记入演练日志；要来可再下达。"
    case .fire(let id): "来件 \(id) 此刻就到，确定吗？（记入演练日志，收不回来）"
    case .delay, .add, .remark: ""
    }
  }
}
