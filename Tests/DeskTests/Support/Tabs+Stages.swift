import Desk
import Journal
import Model

extension Tabs {
  /// The key that lists a stage.
  static func key(of stage: Stage) -> String {
    let index = all.firstIndex(of: .stage(stage)) ?? 0
    return String((index + 1) % 10)
  }
}
