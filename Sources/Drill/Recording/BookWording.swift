import Journal
import Model

/// What an officer asked of a book, read back from what was written into it.
enum BookWording {
  static func words(_ event: ResponseEvent) -> SpokenWords {
    switch event {
    case .set(let setting):
      SpokenWords("response", "set").with("kind", setting.kind).with("level", setting.level.rawValue)
        .with("place", setting.place.rawValue).with("reason", setting.reason).with("wording", setting.wording)
    case .lifted(let lifted):
      SpokenWords("response", "lift").with("kind", lifted.kind).with("place", lifted.place.rawValue)
        .with("reason", lifted.reason)
    }
  }

  static func words(_ event: ShiftEvent) -> SpokenWords {
    switch event {
    case .handedOver(let handOver): SpokenWords("handover", "give").with("notes", handOver.notes)
    case .takenOver(let takeOver): SpokenWords("handover", "confirm").with("text", takeOver.text)
    }
  }

  static func words(_ event: ScriptEvent, at instant: Instant) -> SpokenWords {
    switch event {
    case .fired(let naming): SpokenWords("drill", "fire").plus(naming.inject)
    case .skipped(let naming): SpokenWords("drill", "skip").plus(naming.inject)
    case .delayed(let delay): SpokenWords("drill", "delay").plus(delay.inject).with("minutes", "\(delay.minutes)")
    case .added(let addition):
      SpokenWords("drill", "add").with("source", addition.report.source.rawValue)
        .with("place", addition.report.place.rawValue).with("category", addition.report.category?.rawValue)
        .with("urgency", addition.report.urgency.rawValue)
        .with("minutes", "\(addition.report.reportedAt.since(instant) / 60_000)")
        .with("title", addition.report.title).with("text", addition.report.text)
    case .remarked(let remark): SpokenWords("drill", "remark").with("text", remark.text)
    }
  }
}
