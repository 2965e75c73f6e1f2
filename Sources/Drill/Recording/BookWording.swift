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
}
