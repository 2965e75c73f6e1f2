import CNcurses
import CTerminalGuard
import Glibc
public import SafeText

/// The terminal, taken over through ncurses: shows surfaces and reads keys.
///
/// There is one at a time. It belongs to the thread that started it, which should be the main one; only its
/// `WakeHandle` may be used from others. However the program ends, the terminal is put back.
public final class Screen {
  /// What can be chosen about a screen.
  public struct Options: Sendable {
    /// Whether mouse events are asked for; without them the terminal's own selection of text works.
    public var mouse = true
    /// Whether frames are bracketed by synchronized-update sequences (mode 2026), which avoids tearing.
    public var synchronizedUpdate = true
    /// Whether the terminal draws ambiguous characters in two columns; narrow look-alikes are shown then.
    public var ambiguousWidth = CellWidth.Ambiguous.narrow
    /// Where standard error goes while the screen is up; nil keeps it in memory and shows it afterwards.
    public var errorDescriptor: Int32?
    /// Is handed all that the terminal is sent from the first frame on, on the thread that draws; nil for nobody.
    public var record: (@Sendable (ScreenOutput) -> Void)?
    /// The environment, for `TERM` and `NO_COLOR`.
    public var environment: [String: String]

    /// Makes options with the usual choices.
    public init(environment: [String: String]) { self.environment = environment }
  }

  /// Columns of the terminal.
  public private(set) var width = 80
  /// Rows of the terminal.
  public private(set) var height = 24
  /// The colours in use.
  public let palette: Palette
  /// Makes `poll` return, from any thread.
  public let wakeHandle: WakeHandle

  private let options: Options
  private let driver: OpaquePointer
  private let frames: FrameOutput
  private var decoder = KeyDecoder()
  private var shown: Surface?
  private var caretIsVisible = false
  private var isUp = true
  private var isGone = false
  /// Attributes and pair by the bits of a style; filled as styles turn up.
  private var looks: [UInt16: Look] = [:]
  private var pairs: [[Int]: Int16] = [:]
  private var row: [cchar_t] = []
  private static let input = STDIN_FILENO
  private static let output = STDOUT_FILENO

  /// Takes the terminal over.
  /// - Throws: `ScreenError`, whose description tells the officer what to do.
  public init(options: Options) throws(ScreenError) {
    guard isatty(Self.input) == 1, isatty(Self.output) == 1 else { throw ScreenError(code: .noTerminal) }
    guard curses_use_utf8() != 0 else { throw ScreenError(code: .noUTF8) }
    let terminal = options.environment["TERM"] ?? ""
    let shownName = SafeText(terminal).string
    guard !terminal.isEmpty, curses_find_terminal(terminal, Self.output) == 1 else {
      throw ScreenError(code: .unknownTerminal, context: shownName)
    }
    guard curses_capability("cup") != nil, curses_capability("clear") != nil else {
      throw ScreenError(code: .incapableTerminal, context: shownName)
    }
    wakeHandle = try WakeHandle()
    guard let frames = FrameOutput(terminal: Self.output) else {
      throw ScreenError(code: .system, context: "fdopen \(errno)")
    }
    self.frames = frames
    self.options = options
    let sequences = Self.sequences(mouse: options.mouse)
    guard
      terminal_guard_arm(Self.input, Self.output, wakeHandle.writing, sequences.enter, sequences.leave) == 0
    else { throw ScreenError(code: .system, context: "tcgetattr \(errno)") }
    guard let driver = curses_start(frames.stream) else {
      terminal_guard_disarm()
      throw ScreenError(code: .system, context: "newterm")
    }
    self.driver = driver
    raw()
    noecho()
    nonl()
    // Input is decoded here and not by curses, which must not stop drawing because keys are waiting either.
    typeahead(-1)
    curs_set(0)
    let hasColors = start_color() == OK && use_default_colors() == OK
    palette = Palette(
      depth: ColorDepth(colors: hasColors ? Int(curses_color_count()) : -1, environment: options.environment))
    terminal_guard_entered()
    // The modes are set; from here on a frame is one piece.
    guard frames.hold() else { throw ScreenError(code: .system, context: "memfd_create \(errno)") }
    if terminal_guard_hold_errors(options.errorDescriptor ?? -1) != 0 {
      throw ScreenError(code: .system, context: "dup2 \(errno)")
    }
    Self.write(sequences.modes)
    _ = adoptSize()
    frames.record = options.record.map { record in { record(.bytes($0)) } }
    // ncurses has taken the screen over before there was anything to hand on.
    frames.record?(Array((Self.capability("smcup") + Self.capability("civis")).utf8))
  }

  deinit { stop() }

  /// Gives the terminal back; nothing more can be shown.
  ///
  /// Calling it again does nothing.
  public func stop() {
    guard isUp else { return }
    isUp = false
    // Some terminals that were resized meanwhile bring rows of this screen back with the one from before.
    Self.write(Self.capability("clear"))
    endwin()
    frames.send()
    delscreen(driver)
    terminal_guard_disarm()
    terminal_guard_release_errors()
  }

  /// Rings the terminal's bell.
  public func ring() {
    guard isUp else { return }
    frames.add("\u{07}")
    frames.send()
  }

  /// Stops the program as Ctrl-Z does elsewhere; returns when it goes on.
  public func suspend() {
    if isUp { terminal_guard_suspend() }
  }

  /// Shows a surface: hands ncurses the rows that differ from the last one shown.
  ///
  /// An equal surface costs no byte.
  /// - Parameter surface: drawn for `width` and `height`; what is larger is cut, what is smaller leaves a blank edge.
  public func present(_ surface: Surface) {
    guard isUp else { return }
    var changed = false
    for index in 0..<min(height, surface.height) where differs(surface, row: index) {
      handOver(surface, row: index)
      changed = true
    }
    let caret = surface.caret.flatMap {
      $0.row >= 0 && $0.row < height && $0.col >= 0 && $0.col < width ? $0 : nil
    }
    guard changed || caret != shown?.caret || shown == nil else { return }
    shown = surface
    shown?.caret = caret
    send(caret)
  }

  /// Shows a frame's first rows and leaves the others as they are.
  ///
  /// - Parameter top: the rows, as wide as the frame; with combining marks in it a whole frame is needed.
  /// - Returns: whether they are shown; otherwise nothing has happened.
  public func amend(_ top: Surface) -> Bool {
    guard isUp, let frame = shown, frame.width == top.width, top.height <= min(frame.height, height),
      top.clusters.isEmpty, !frame.cells[..<top.cells.count].contains(where: { $0.cluster != 0 })
    else { return false }
    let rows = (0..<top.height).filter { differs(top, row: $0) }
    for row in rows { handOver(top, row: row) }
    guard !rows.isEmpty else { return true }
    let caret = frame.caret
    shown?.cells.replaceSubrange(0..<top.cells.count, with: top.cells)
    send(caret)
    return true
  }

  private func send(_ caret: Surface.Caret?) {
    if options.synchronizedUpdate { frames.add("\u{1B}[?2026h") }
    if caretIsVisible != (caret != nil) {
      caretIsVisible = caret != nil
      curs_set(caretIsVisible ? 1 : 0)
    }
    let window = curses_standard_window()
    wmove(window, Int32(caret?.row ?? 0), Int32(caret?.col ?? 0))
    leaveok(window, caret == nil)
    wnoutrefresh(window)
    doupdate()
    if options.synchronizedUpdate { frames.add("\u{1B}[?2026l") }
    frames.send()
  }

  /// Draws everything afresh with the next frame, for example because something else wrote on the terminal.
  public func invalidate() {
    shown = nil
    clearok(curses_current_screen(), true)
  }

  /// Waits for keys, a wake, another size or the end of the terminal.
  /// - Parameter milliseconds: how long to wait; nil for ever, 0 not at all.
  /// - Returns: what came, in order; nothing when the time is up.
  public func poll(milliseconds: Int?) -> [InputEvent] {
    guard isUp, !isGone else { return [.hangup] }
    let patience = decoder.patienceMilliseconds
    let limit = patience.map { min($0, milliseconds ?? $0) } ?? milliseconds
    var ready = [
      pollfd(fd: Self.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeHandle.reading, events: Int16(POLLIN), revents: 0),
    ]
    let count = Glibc.poll(&ready, 2, limit.map { Int32(clamping: max(0, $0)) } ?? -1)
    var events: [InputEvent] = []
    if count == 0, let patience, limit == patience { events += decoder.flush().map(InputEvent.key) }
    if count > 0, ready[1].revents != 0, wakeHandle.take() { events += news() }
    if count > 0, ready[0].revents != 0 { events += read() }
    return events
  }

  private func read() -> [InputEvent] {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let count = Glibc.read(Self.input, &buffer, buffer.count)
    if count > 0 { return decoder.feed(buffer[..<count]).map(InputEvent.key) }
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    isGone = true
    return [.hangup]
  }

  private func news() -> [InputEvent] {
    let news = UInt32(bitPattern: terminal_guard_take_news())
    var events: [InputEvent] = [.wake]
    if news & terminal_guard_continued.rawValue != 0 {
      invalidate()
      caretIsVisible = false
      events.append(.continued)
    }
    // The terminal may have been resized while the program was stopped.
    if news != 0, adoptSize() { events.append(.resized(width: width, height: height)) }
    return events
  }

  /// Asks the terminal for its size; whether it has changed.
  private func adoptSize() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard curses_window_size(Self.output, &columns, &rows) == 0 else { return false }
    guard Int(columns) != width || Int(rows) != height || row.isEmpty else { return false }
    width = Int(columns)
    height = Int(rows)
    options.record?(.size(width: width, height: height))
    row = Array(repeating: cchar_t(), count: width)
    resize_term(rows, columns)
    werase(curses_standard_window())
    invalidate()
    return true
  }

  private func differs(_ surface: Surface, row: Int) -> Bool {
    guard let shown, shown.width == surface.width, row < shown.height else { return true }
    let range = row * surface.width..<(row + 1) * surface.width
    let areEqual = shown.cells.withUnsafeBufferPointer { old in
      surface.cells.withUnsafeBufferPointer { new in
        guard let old = old.baseAddress, let new = new.baseAddress else { return true }
        return memcmp(old + range.lowerBound, new + range.lowerBound, range.count * MemoryLayout<Cell>.stride) == 0
      }
    }
    if !areEqual { return true }
    // Equal cells mean equal characters only if their marks are kept under equal numbers.
    return shown.clusters != surface.clusters && surface.cells[range].contains { $0.cluster != 0 }
  }

  /// How ncurses is told of a style.
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int16 = 0
    var background = -1
    /// Whether a blank shows nothing but the background.
    var leavesBlanks = true

    /// Whether a blank in this look may as well stand in another one, which spares the terminal two changes of colour.
    ///
    /// Not on the terminal's own background: what is blank there is erased in one sequence.
    func isBlank(like other: Look) -> Bool {
      background >= 0 && background == other.background && leavesBlanks && other.leavesBlanks
    }
  }

  private func handOver(_ surface: Surface, row index: Int) {
    var count = 0
    var lastStyle: UInt16?
    var look = Look()
    var characters = [wchar_t](repeating: 0, count: 6)
    let columns = min(width, surface.width)
    for col in 0..<columns {
      let cell = surface.cells[index * surface.width + col]
      if cell.isTail { continue }
      if cell.styleBits != lastStyle {
        let next = self.look(of: cell.styleBits)
        let isBlank = cell.scalar == " " && cell.cluster == 0
        if !isBlank || !next.isBlank(like: look) {
          look = next
          lastStyle = cell.styleBits
        }
      }
      let isCut = cell.isLead && col == columns - 1
      characters[0] = wchar_t(isCut ? 0x20 : drawable(cell).value)
      characters[1] = 0
      if cell.cluster != 0, cell.cluster <= surface.clusters.count {
        for (offset, mark) in surface.clusters[cell.cluster - 1].unicodeScalars.prefix(4).enumerated() {
          characters[offset + 1] = wchar_t(mark.value)
          characters[offset + 2] = 0
        }
      }
      curses_set_cell(&row[count], characters, look.attributes, look.pair)
      count += 1
    }
    curses_put_row(Int32(index), row, Int32(count))
  }

  /// The scalar as this terminal and the C library can show it in the columns that the surface counted.
  private func drawable(_ cell: Cell) -> Unicode.Scalar {
    let scalar = cell.scalar
    if scalar.value < 0x7F || scalar.value >= 0x4E00 && scalar.value <= 0x9FFF { return scalar }
    if options.ambiguousWidth == .wide, !cell.isLead, CellWidth.isAmbiguous(scalar) {
      return NarrowGlyphs.substitute(for: scalar)
    }
    let columns = cell.isLead ? 2 : 1
    if Int(curses_library_width(wchar_t(scalar.value))) == columns { return scalar }
    return cell.isLead ? "？" : "?"
  }

  private func look(of bits: UInt16) -> Look {
    if let known = looks[bits] { return known }
    let rendition = palette.rendition(of: Style(bits: bits))
    var attributes: attr_t = 0
    if rendition.attributes.contains(.bold) { attributes |= curses_bold() }
    if rendition.attributes.contains(.dim) { attributes |= curses_dim() }
    if rendition.attributes.contains(.reverse) { attributes |= curses_reverse() }
    if rendition.attributes.contains(.underline) { attributes |= curses_underline() }
    let look = Look(
      attributes: attributes, pair: pair(rendition.foreground, rendition.background), background: rendition.background,
      leavesBlanks: rendition.attributes.isDisjoint(with: [.reverse, .underline]))
    looks[bits] = look
    return look
  }

  /// The number of a pair of colours, 0 when the terminal has no pairs, or none left.
  ///
  /// The terminal's own colours have a pair too: going to pair 0, ncurses resets all attributes, which costs six bytes
  /// wherever plain text follows coloured text.
  private func pair(_ foreground: Int, _ background: Int) -> Int16 {
    if let known = pairs[[foreground, background]] { return known }
    let number = pairs.count + 1
    guard number < curses_pair_count(),
      init_pair(Int16(number), Int16(foreground), Int16(background)) == OK
    else { return 0 }
    pairs[[foreground, background]] = Int16(number)
    return Int16(number)
  }

  /// Sequences that take the screen over again, that set modes ncurses knows nothing of, and that give it back.
  private static func sequences(mouse: Bool) -> (enter: String, modes: String, leave: String) {
    let modes = "\u{1B}[?2004h" + (mouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")
    let leave =
      "\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[0m" + capability("op") + capability("rmcup")
      + capability("cnorm")
    return (capability("smcup") + capability("civis") + modes, modes, leave)
  }

  /// A capability as bytes to write, without the delays that only hardware terminals needed.
  private static func capability(_ name: String) -> String {
    guard let value = curses_capability(name) else { return "" }
    let pieces = String(cString: value).split(separator: "$<", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(pieces.first.map(String.init) ?? "") { text, piece in
      text + (piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? "")
    }
  }

  private static func write(_ text: String) { FrameOutput.write(Array(text.utf8)[...], to: output) }
}
