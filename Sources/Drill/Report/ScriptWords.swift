import Model

/// What the conductor did, as the report tells it.
enum ScriptWords {
  static func text(_ event: ScriptEvent) -> String {
    switch event {
    case .fired(let naming): "下达 \(naming.inject)"
    case .skipped(let naming): "取消 \(naming.inject)"
    case .delayed(let delay): "推迟 \(delay.inject) \(delay.minutes) 分钟"
    case .added(let addition): "增发 \(addition.inject)：\(addition.report.title)"
    case .remarked(let remark): "记录：\(remark.text)"
    }
  }
}
