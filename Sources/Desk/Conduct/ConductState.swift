public import Journal
public import Model
public import Terminal

/// All that a conductor's view shows and remembers; drawing is a function of it.
public struct ConductState: Sendable {
  /// The two lists.
  enum Pane: Sendable {
    case script, expectations
  }

  /// What lies over the lists.
  enum Dialog: Sendable, Equatable {
    /// The keys.
    case help
    /// A question that is answered yes or no.
    case confirm(ScriptCommand)
    /// Fields to fill in.
    case form(ConductForm)
  }

  /// The tables of the day.
  public let city: CityTables
  /// The drill.
  public let drill: DrillBrief
  /// Columns of the terminal.
  public var width: Int
  /// Rows of the terminal.
  public var height: Int
  /// What the wall clock shows, UTC.
  public var wall: Instant
  /// The clock that all desks of the drill share.
  public var clock: ClockSetting?
  /// What was read last.
  public var reading: ConductReading?
  /// Why nothing can be read; nothing while all is well.
  public var trouble: String?
  var pane = Pane.script
  /// The inject that is selected, by its id.
  var inject: String?
  /// The expectation that is selected, by its id.
  var expectation: String?
  var dialog: Dialog?
  var message: Message?

  /// Makes the state in which the view opens.
  public init(city: CityTables, drill: DrillBrief, width: Int, height: Int, wall: Instant, clock: ClockSetting?) {
    self.city = city
    self.drill = drill
    self.width = width
    self.height = height
    self.wall = wall
    self.clock = clock
  }

  /// What the drill's clock shows, UTC.
  public var now: Instant { min(clock?.now(wall: wall) ?? drill.start, drill.end) }

  var isOver: Bool { now >= drill.end }

  /// Where the selected inject stands in the list.
  var injectIndex: Int? {
    guard let script = reading?.script, !script.isEmpty else { return nil }
    return script.firstIndex { $0.id == inject } ?? 0
  }

  /// Where the selected expectation stands in the list.
  var expectationIndex: Int? {
    guard let followed = reading?.followed, !followed.isEmpty else { return nil }
    return followed.firstIndex { $0.id == expectation } ?? 0
  }

  /// The selected inject.
  var selected: ConductReading.InjectLine? { injectIndex.flatMap { reading?.script[$0] } }
}

/// What the conductor fills in.
struct ConductForm: Sendable, Equatable, FieldForm {
  enum Subject: Sendable, Equatable {
    case delay(inject: String)
    case add
    case remark
  }

  let subject: Subject
  var fields: [Prompt.Field]
  var current = 0
}

/// What happens to a conductor's view.
public enum ConductEvent: Sendable {
  /// A key.
  case key(Key)
  /// The terminal has another size.
  case resized(width: Int, height: Int)
  /// The drill was read.
  case reading(ConductReading, ClockSetting?)
  /// A command was carried out, or not; the reason is in words.
  case done(ScriptCommand, refusal: String?)
  /// The journal does not answer; the reason is in words.
  case trouble(String)
  /// Time has passed.
  case tick
}

/// What a conductor's view asks of the world.
public enum ConductEffect: Sendable, Equatable {
  /// Do something to the script.
  case conduct(ScriptCommand)
  /// Set the clock that all desks share.
  case setClock(ClockSetting)
  /// Let the clock go to where the next inject arrives.
  case step
  /// Draw everything afresh.
  case repaint
  /// Stop the program for a while.
  case suspend
  /// Leave.
  case quit
}
