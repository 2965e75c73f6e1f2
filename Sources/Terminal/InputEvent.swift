/// What the loop is told by `Screen.poll`.
public enum InputEvent: Sendable, Hashable {
  /// A key, the mouse or a paste.
  case key(Key)
  /// Somebody called `WakeHandle.wake`.
  case wake
  /// The terminal has another size; the next frame must have it.
  case resized(width: Int, height: Int)
  /// The program was stopped and goes on; the next frame is drawn afresh.
  case continued
  /// The terminal is gone and nothing more will come.
  case hangup
}
