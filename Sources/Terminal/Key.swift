public import SafeText

/// One thing that came from the keyboard, the mouse or the clipboard.
public enum Key: Sendable, Hashable {
  /// A character, as typed: what an input method commits comes scalar by scalar.
  case char(Unicode.Scalar)
  /// Arrow keys.
  case up, down, left, right
  /// Keys that jump.
  case home, end, pageUp, pageDown
  /// Return.
  case enter
  /// Escape by itself.
  case escape
  /// Tab, and Tab with Shift.
  case tab, backTab
  /// Keys that delete, and Insert.
  case backspace, delete, insert
  /// F1 and so on.
  case function(Int)
  /// A letter with Ctrl, in lower case; also one of `@ \ ] ^ _`.
  case ctrl(Unicode.Scalar)
  /// The mouse.
  case mouse(Mouse)
  /// Text that was pasted, made safe, with the bytes that were left out because it was too long.
  case paste(SafeText, droppedBytes: Int)
  /// Something that the terminal sent and nobody knows.
  case unknown

  /// What the mouse did and where.
  public struct Mouse: Sendable, Hashable {
    /// Kinds of mouse events.
    public enum Action: Sendable, Hashable {
      /// A button went down.
      case press(Button)
      /// A button went up.
      case release
      /// The wheel turned away from the user, or towards.
      case wheelUp, wheelDown
    }
    /// Buttons.
    public enum Button: Sendable, Hashable { case left, middle, right }

    /// What happened.
    public var action: Action
    /// Row, from 0.
    public var row: Int
    /// Column, from 0.
    public var col: Int

    /// Makes an event.
    public init(_ action: Action, row: Int, col: Int) {
      self.action = action
      self.row = row
      self.col = col
    }
  }

  /// The key with a full-width character made half-width, as a keymap should look it up: `：` is `:`, `１` is `1`.
  public var folded: Key {
    if case .char(let scalar) = self { return .char(HalfWidth.folded(scalar)) }
    return self
  }
}
