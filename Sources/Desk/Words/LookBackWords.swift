import Model

/// What is said to an officer who looks back from a drill.
enum LookBackWords {
  /// What has happened, and the ways from here.
  static func notice(stops: Bool) -> String {
    "回看先前，只读" + (stops ? "；演练为所有席位停下" : "") + "。[ ] 退、进，Esc 回到现在，Enter 从此另演"
  }

  /// What will happen if the drill goes on from a moment.
  static func question(from instant: Instant, in zone: ZoneOffsets) -> String {
    "从 \(TimeWords.second(instant, in: zone)) 另起一本演练日志接着演：到那一刻为止的都带过去，以后的不带，时钟停着等按空格。"
      + "这一本就此放下，一个字也不改，以后仍可打开；别的席位留在这一本里，要接着演的请用新日志重新打开。另起吗？"
  }

  /// What the help says of a key that does something else while one looks back; nothing of the others.
  static func help(_ action: Action) -> String? {
    switch action {
    case .open: "从所示的一刻另起一本接着演"
    case .back: "回到现在"
    default: nil
    }
  }

  /// What the key line says of it.
  static func short(_ action: Action) -> String? {
    switch action {
    case .open: "另演"
    case .back: "现在"
    default: nil
    }
  }
}
