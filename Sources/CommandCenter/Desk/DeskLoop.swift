import Desk
import Journal
import Model
import Terminal

/// The loop on the main thread: what comes in becomes events, the state becomes frames.
struct DeskLoop {
  /// The least milliseconds between frames that the journal or the clock brings about: 30 a second at most.
  static let frameInterval: Int64 = 34
  /// The most milliseconds between whole frames of a desk at which only the clock moves.
  private static let wholeFrameInterval: Int64 = 10_000

  let screen: Screen
  let mailbox: Mailbox
  let runner: EffectRunner
  var state: DeskState
  /// The drill's other journal in which the desk goes on, once it has left this one.
  private(set) var next: String?
  /// What the events of this round ask for: of several lists asked for at once only the last is read.
  private var asked: [DeskEffect] = []
  /// What the last frame does not show yet.
  private var unshown = Unshown.nothing
  private var isOver = false
  private var lastFrame = Instant(milliseconds: 0)
  private var lastWholeFrame = Instant(milliseconds: 0)
  private var lastTick: Int64 = 0

  private enum Unshown {
    case nothing, clock, anything
  }

  init(screen: Screen, mailbox: Mailbox, runner: EffectRunner, state: DeskState) {
    self.screen = screen
    self.mailbox = mailbox
    self.runner = runner
    self.state = state
  }

  /// Runs until the officer leaves or the terminal is gone.
  mutating func run() {
    // The first frame comes before any query ends.
    paint()
    asked = Desk.begin(&state)
    carryOut()
    while !isOver {
      var isUrgent = false
      for event in screen.poll(milliseconds: patience()) {
        switch event {
        case .key(let key):
          take(.key(key))
          isUrgent = true
        case .resized(let width, let height):
          take(.resized(width: width, height: height))
          isUrgent = true
        case .continued:
          isUrgent = true
          unshown = .anything
        case .wake: isUrgent = takeMail() || isUrgent
        case .hangup: isOver = true
        }
      }
      tick()
      carryOut()
      if isUrgent || unshown != .nothing && WallClock.now().since(lastFrame) >= DeskLoop.frameInterval { paint() }
    }
  }

  /// Takes the mail in; whether an officer waits for what it brings.
  private mutating func takeMail() -> Bool {
    var isUrgent = false
    for event in mailbox.take() {
      switch event {
      case .page, .files, .past, .wentOn, .performed, .pinyin, .storeAway, .storeBack, .liveOrders: isUrgent = true
      default: break
      }
      take(event)
    }
    return isUrgent
  }

  private mutating func take(_ event: DeskEvent) {
    asked += Desk.update(&state, event, at: WallClock.now())
    // That the rules were gone through shows nothing; what they raised comes as news of the journal.
    if case .raised = event { return }
    unshown = .anything
  }

  private mutating func carryOut() {
    var rest: [DeskEffect] = []
    defer { asked = [] }
    for effect in asked {
      switch effect {
      case .quit: isOver = true
      case .open(let journal):
        next = journal
        isOver = true
      case .repaint:
        screen.invalidate()
        unshown = .anything
      case .ring: screen.ring()
      case .suspend: screen.suspend()
      default: rest.append(effect)
      }
    }
    runner.run(rest)
  }

  /// The second hand moves with the seconds of the wall clock.
  private mutating func tick() {
    let second = WallClock.now().milliseconds / 1_000
    guard second != lastTick else { return }
    lastTick = second
    let wasCalm = unshown == .nothing && asked.isEmpty && state.isCalm
    take(.tick)
    if wasCalm, asked.allSatisfy({ $0 == .raise }) { unshown = .clock }
  }

  /// Milliseconds until something must be drawn though nothing comes in.
  private func patience() -> Int {
    let now = WallClock.now()
    let toSecond = 1_000 - now.milliseconds % 1_000
    guard unshown != .nothing else { return Int(toSecond) }
    return Int(max(0, min(toSecond, DeskLoop.frameInterval - now.since(lastFrame))))
  }

  private mutating func paint() {
    state.width = screen.width
    state.height = screen.height
    lastFrame = WallClock.now()
    defer { unshown = .nothing }
    if unshown == .clock, lastFrame.since(lastWholeFrame) < DeskLoop.wholeFrameInterval,
      let head = DeskFrame.drawHead(of: state), screen.amend(head)
    {
      return
    }
    screen.present(DeskFrame.draw(state))
    lastWholeFrame = lastFrame
  }
}
