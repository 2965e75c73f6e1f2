public import Model
public import Terminal

/// What lies over the work.
public enum Dialog: Sendable, Equatable {
  /// The keys that work here.
  case help(scroll: Int)
  /// 派单, or 改派.
  case dispatch(DispatchForm)
  /// A text, and what it is for.
  case prompt(Prompt)
  /// A page of a book.
  case book(BookForm)
  /// The filter is being typed.
  case filter(InputField)
  /// The command line.
  case command(CommandLine)
  /// The moment of a replay to go to is being typed.
  case jump(InputField)
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
  /// Two orders side by side: are they one event?
  case merge(MergeForm)
  /// 督查线索: what an inspector should look into.
  case leads(LeadView)
  /// 得分单: what a drill came to.
  case drillResult(DrillResult, scroll: Int)
  /// 网格: who holds which role, and what each found.
  case grids(GridView)
  /// 考核指标, and the orders behind them.
  case rates(RateView)
  /// 志愿积分: who has how many, and each one's ledger.
  case points(PointsView)
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
  public var search = InputField()
  /// The candidate that is selected.
  public var selected = 0
  /// The units that could help.
  public var coUnits: [UnitCandidate]
  /// Those that shall.
  public var chosenCoUnits: Set<UnitCode> = []
  /// The helping unit that is selected.
  public var coSelected = 0
  /// A word to the unit.
  public var note = InputField()
  /// What has the keyboard.
  public var part = Part.unit

  /// The unit that would lead.
  var lead: UnitCode? { candidates.indices.contains(selected) ? candidates[selected].unit : nil }

  /// The units that could help the one that leads.
  var offeredCoUnits: [UnitCandidate] { coUnits.filter { $0.unit != lead } }
}

/// A unit in the picker, with why it stands there.
public struct UnitCandidate: Sendable, Equatable {
  /// Why a unit stands where it stands.
  public enum Reason: Sendable, Equatable {
    /// 目录主办.
    case lead
    /// 协办.
    case helper
    /// 近似: earlier orders speak for it.
    case learned
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
  /// What earlier orders say for it.
  public var likeness: LearnedSuggestion?
}

/// What a command still needs to know, field by field.
public struct Prompt: Sendable, Equatable {
  /// The command.
  public var command: OrderCommand.Kind
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
    public var text: InputField
    /// Whether it may be left blank.
    public var isOptional = false
    /// Whether it is chosen and not typed, even where nothing is there to be chosen.
    public var isChosen = false
    /// What may be chosen, each with its name in the command; empty where a text is typed.
    public var choices: [Choice] = []
    /// The choice that is selected.
    public var chosen = 0

    /// One of several.
    public struct Choice: Sendable, Equatable {
      /// What it is called.
      public var label: String
      /// What the command calls it.
      public var value: String
    }

    /// What was chosen or typed.
    public var value: String { choices.indices.contains(chosen) ? choices[chosen].value : text.text }
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
    /// Going on from an earlier moment of a drill, in a journal of its own.
    case goOn(from: Instant)
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
  public var text = InputField()
}

/// How an order is closed.
public struct ClosingForm: Sendable, Equatable {
  /// The orders it is about.
  public var orders: [OrderNumber]
  /// How it ended.
  public var outcome = Outcome.solved
  /// What is said about it.
  public var text = InputField()
}

/// The command line with what it would complete to.
public struct CommandLine: Sendable, Equatable {
  /// What was typed.
  public var field = InputField()
  /// What begins like it.
  public var completions: [String] = []
  /// The completion that is selected.
  public var selected: Int?
}
