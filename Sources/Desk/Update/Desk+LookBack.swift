import Journal
import Model
import Terminal

extension Desk {
  /// Shows a drill's desk as it was at a moment; the present where the moment is none before it.
  static func lookBack(to instant: Instant, _ state: inout DeskState) -> [DeskEffect] {
    guard let drill = state.context.drill, state.store == .ready else {
      say(.refusal, "日志连不上，先前的看不了，请等恢复后再看", &state)
      return []
    }
    let isEarlier = instant < state.now
    let instant = max(instant, drill.start)
    // Clocks are told to the second: what is less than one before the present is the present.
    let isPresent = state.present.since(instant) < 1_000
    if isEarlier, isPresent || state.lookBack?.instant == instant {
      say(.note, "演练从这里开始，没有再早的", &state)
      return []
    }
    if isPresent { return returnToPresent(&state) }
    guard state.lookBack == nil else {
      state.lookBack?.instant = instant
      return readElsewhere(&state)
    }
    state.lookBack = LookBack(instant: instant, held: state.claims, since: state.wall)
    let effects = stopForLookBack(&state)
    say(.note, LookBackWords.notice(stops: !effects.isEmpty), &state)
    return effects + readElsewhere(&state)
  }

  /// Shows the present again.
  static func returnToPresent(_ state: inout DeskState) -> [DeskEffect] {
    guard state.lookBack != nil else {
      say(.note, "所示就是现在，[ 后退", &state)
      return []
    }
    state.lookBack = nil
    let goesOn = state.clock?.paused == false
    say(.note, "回到现在" + (state.isDrillOver ? "" : goesOn ? "，演练正走着" : "；演练停着，按空格接着演"), &state)
    return readElsewhere(&state) + endedDrill(&state)
  }

  /// Stops the clock that all seats share, as a key does, so that nobody's drill passes by while somebody looks back.
  private static func stopForLookBack(_ state: inout DeskState) -> [DeskEffect] {
    guard let clock = state.clock, !clock.paused, !state.isDrillOver else { return [] }
    let setting = clock.changed(at: state.wall, paused: true)
    state.clock = setting
    return [.setClock(setting)]
  }

  /// Says that another seat has let the clock go on meanwhile.
  static func tellGoing(_ setting: ClockSetting?, _ state: inout DeskState) {
    guard let look = state.lookBack, let setting, !setting.paused, setting.wall > look.since else { return }
    say(.note, "别的席位让演练接着走了；所示不变，Esc 回到现在", &state)
  }

  /// Reads what the desk shows at another moment; what is being read of the one before is dropped.
  private static func readElsewhere(_ state: inout DeskState) -> [DeskEffect] {
    state.changed = [:]
    state.suggestions = [:]
    state.queue.goElsewhere()
    forgetReadings(&state)
    return reload(&state) + loadBoard(&state)
  }

  /// Asks whether the drill should go on from the moment that is shown.
  static func askToGoOn(_ look: LookBack, _ state: inout DeskState) -> [DeskEffect] {
    if look.isGoingOn {
      say(.refusal, "正在另起一本日志，请稍候", &state)
    } else {
      state.dialog = .confirm(Confirmation(question: .goOn(from: look.instant)))
    }
    return []
  }

  /// Has a journal made that goes on from the moment that is shown.
  static func goOn(from instant: Instant, _ state: inout DeskState) -> [DeskEffect] {
    guard state.lookBack?.instant == instant else { return [] }
    guard state.store.canKeep else {
      say(.refusal, "日志连不上，现在不能另起一本，请等恢复后再办", &state)
      return []
    }
    state.lookBack?.isGoingOn = true
    return [.goOn(from: LookBack.last(of: instant), seen: state.sightings.seen(at: instant))]
  }

  /// A journal was made that goes on from an earlier moment, or not.
  static func wentOn(_ outcome: Result<String, DrillRefusal>, _ state: inout DeskState) -> [DeskEffect] {
    switch outcome {
    case .success(let journal): return [.open(journal: journal)]
    case .failure(let refusal):
      state.lookBack?.isGoingOn = false
      say(.refusal, refusal.reason, &state)
      return []
    }
  }
}
