public import Model

/// What lies over the work.
public enum Dialog: Sendable, Equatable {
  /// The keys that work here.
  case help(scroll: Int)
  /// 派单, or 改派.
  case dispatch(DispatchForm)
  /// A text, and what it is for.
  case prompt(Prompt)
  /// The filter is being typed.
  case filter(TextField)
  /// The command line.
  case command(CommandLine)
  /// A question that is answered yes or no.
  case confirm(Confirmation)
  /// The order's whole file.
  case file(scroll: Int)
  /// Whom to call.
  case phoneCard(OrderNumber)
  /// What an inspection found: done or not.
  case inspection(InspectionForm)
  /// How an order is closed.
  case closing(ClosingForm)
}

/// A line of text being typed.
public struct TextField: Sendable, Equatable {
  /// What was typed.
  public private(set) var text: [Unicode.Scalar]
  /// Where the next character goes.
  public private(set) var caret: Int

  /// The most characters that a line takes.
  static let bound = 500

  /// Makes a line with the caret at its end.
  public init(_ text: String = "") {
    self.text = Array(text.unicodeScalars.prefix(TextField.bound))
    caret = self.text.count
  }

  /// What was typed, as text.
  public var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }

  /// What stands before the caret.
  public var beforeCaret: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[..<caret])
    return String(view)
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { text.isEmpty }

  mutating func insert(_ more: some Sequence<Unicode.Scalar>) {
    for scalar in more where text.count < TextField.bound {
      text.insert(scalar, at: caret)
      caret += 1
    }
  }

  mutating func deleteBackward() {
    guard caret > 0 else { return }
    caret -= 1
    text.remove(at: caret)
  }

  mutating func deleteForward() {
    if caret < text.count { text.remove(at: caret) }
  }

  mutating func clear() { self = TextField() }

  mutating func move(by step: Int) { caret = min(max(0, caret + step), text.count) }
  mutating func moveToStart() { caret = 0 }
  mutating func moveToEnd() { caret = text.count }
}

/// The dispatch picker.
public struct DispatchForm: Sendable, Equatable {
  /// What has the keyboard.
  public enum Part: Sendable, Equatable {
    /// The unit that leads.
    case unit
    /// The units that help.
    case coUnits
    /// A word to the unit.
    case note
  }

  /// The orders that are sent, the one under the selection first.
  public var orders: [OrderNumber]
  /// Whether they go from one unit to another.
  public var isRedispatch: Bool
  /// What the pickers choose from.
  public var candidates: [UnitCandidate]
  /// What was typed to find the unit.
  public var search = TextField()
  /// The candidate that is selected.
  public var selected = 0
  /// The units that could help.
  public var coUnits: [UnitCandidate]
  /// Those that shall.
  public var chosenCoUnits: Set<UnitCode> = []
  /// The helping unit that is selected.
  public var coSelected = 0
  /// A word to the unit.
  public var note = TextField()
  /// What has the keyboard.
  public var part = Part.unit
}

/// A unit in the picker, with why it stands there.
public struct UnitCandidate: Sendable, Equatable {
  /// Why a unit stands where it stands.
  public enum Reason: Sendable, Equatable {
    /// 目录主办.
    case lead
    /// 协办.
    case helper
    /// It has the order at its source.
    case atSource
    /// It belongs to the order's town.
    case local
    /// It was found by what was typed.
    case found
  }

  /// The unit.
  public let unit: UnitCode
  /// Why it stands there.
  public let reason: Reason
}

/// A text that is asked for.
public struct Prompt: Sendable, Equatable {
  /// What the text is for.
  public enum Purpose: Sendable, Equatable {
    /// 备注.
    case note
    /// 不予立案: the ground.
    case decline
    /// 重开: the reason.
    case reopen
    /// 代签收: who is on the line, and the number.
    case sign
    /// 代反馈: who is on the line, the number, what was done.
    case feedBack
  }

  /// What it is for.
  public var purpose: Purpose
  /// The orders it is about.
  public var orders: [OrderNumber]
  /// The fields, with what they are called.
  public var fields: [Field]
  /// The field that has the keyboard.
  public var current = 0

  /// A field of a prompt.
  public struct Field: Sendable, Equatable {
    /// What it is called.
    public var label: String
    /// What was typed.
    public var text: TextField
    /// Whether it may be left blank.
    public var isOptional = false
  }
}

/// A question that is answered yes or no.
public struct Confirmation: Sendable, Equatable {
  /// What is asked about.
  public enum Question: Sendable, Equatable {
    /// Leaving while orders are in hand.
    case quit(held: Int)
    /// Taking an order out of another seat's hands.
    case takeOver(OrderNumber, holder: String)
    /// A command on several orders.
    case bulk(OrderCommand, [OrderNumber])
  }

  /// What is asked about.
  public var question: Question
}

/// What an inspection found.
public struct InspectionForm: Sendable, Equatable {
  /// The orders it is about.
  public var orders: [OrderNumber]
  /// Whether it is done.
  public var passed = true
  /// What was seen.
  public var text = TextField()
}

/// How an order is closed.
public struct ClosingForm: Sendable, Equatable {
  /// The orders it is about.
  public var orders: [OrderNumber]
  /// How it ended.
  public var outcome = Outcome.solved
  /// What is said about it.
  public var text = TextField()
}

/// The command line with what it would complete to.
public struct CommandLine: Sendable, Equatable {
  /// What was typed.
  public var field = TextField()
  /// What begins like it.
  public var completions: [String] = []
  /// The completion that is selected.
  public var selected: Int?
}
