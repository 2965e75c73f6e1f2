import Desk
import Journal
import Model
import Operations
import Terminal

/// The loop of a conductor's view: it reads a few times a second, and does at once what a key asks.
struct ConductLoop {
  /// Milliseconds between two readings.
  private static let interval: Int64 = 250

  let screen: Screen
  let drill: LiveDrill
  var state: ConductState
  private var isOver = false
  private var readAt = Instant(milliseconds: 0)

  init(screen: Screen, drill: LiveDrill, state: ConductState) {
    self.screen = screen
    self.drill = drill
    self.state = state
  }

  /// Runs until the conductor leaves or the terminal is gone.
  mutating func run() {
    read()
    paint()
    while !isOver {
      for event in screen.poll(milliseconds: Int(ConductLoop.interval)) {
        switch event {
        case .key(let key): take(.key(key))
        case .resized(let width, let height): take(.resized(width: width, height: height))
        case .continued, .wake: break
        case .hangup: isOver = true
        }
      }
      if WallClock.now().since(readAt) >= ConductLoop.interval { read() }
      paint()
    }
  }

  private mutating func take(_ event: ConductEvent) {
    for effect in Conduct.update(&state, event, at: WallClock.now()) { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: ConductEffect) {
    do throws(JournalError) {
      switch effect {
      case .conduct(let command): take(.done(command, refusal: refusal(of: command)))
      case .setClock(let setting): _ = try drill.set(setting)
      case .step: _ = try drill.step()
      case .repaint: screen.invalidate()
      case .suspend: screen.suspend()
      case .quit: isOver = true
      }
    } catch {
      take(.trouble(RefusalWords.text(error)))
    }
    read()
  }

  /// Does something to the script; why it was not done.
  private func refusal(of command: ScriptCommand) -> String? {
    do throws(OperationError) {
      try drill.conduct(command)
      return nil
    } catch {
      return RefusalWords.text(error, city: state.city, zone: state.city.calendar.zone)
    }
  }

  private mutating func read() {
    readAt = WallClock.now()
    do throws(JournalError) {
      let (reading, clock) = try drill.reading()
      take(.reading(reading, clock))
    } catch {
      take(.trouble(RefusalWords.text(error)))
    }
  }

  private mutating func paint() {
    state.width = screen.width
    state.height = screen.height
    take(.tick)
    screen.present(ConductFrame.draw(state))
  }
}
