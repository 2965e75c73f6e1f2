import Model
import Operations
import Terminal

extension Desk {
  /// Asks for what is to be handed over, or taken over.
  static func beginShift(_ state: inout DeskState) -> [DeskEffect] {
    mayWrite(.handOver, "交接班", &state) ? [.loadHandOver] : []
  }

  /// Opens the form: 接班 where a hand-over waits for this officer, else 交班.
  static func adopt(_ reading: HandOverReading, _ state: inout DeskState) -> [DeskEffect] {
    let isWaiting = reading.waiting != nil
    state.dialog = .book(
      BookForm(
        subject: isWaiting ? .takeOver(reading) : .handOver(reading),
        fields: [.text(isWaiting ? "意见" : "交代", isOptional: true)]))
    return []
  }
}
