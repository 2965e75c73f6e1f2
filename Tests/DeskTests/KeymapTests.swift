import Foundation
import Journal
import Model
import Terminal
import Testing

@testable import Desk

@Suite struct KeymapTests {
  @Test func `no key has two meanings`() {
    let keys = Keymap.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `every key does what its binding says`() {
    for binding in Keymap.bindings {
      for key in binding.keys { #expect(Keymap.action(for: key) == binding.action) }
    }
  }

  @Test func `every binding has a label, a help and a place in the help`() {
    for binding in Keymap.bindings {
      #expect(!binding.keys.isEmpty)
      #expect(!binding.label.isEmpty)
      #expect(!binding.help.isEmpty)
    }
    #expect(Set(Keymap.bindings.map(\.section)) == Set(Keymap.Section.allCases))
  }

  @Test func `every command of the rules has a key or a word, but for those of the sources`() {
    for kind in OrderCommand.Kind.allCases {
      let action: Action? =
        switch kind {
        // What sources and other orders bring about.
        case .receive, .amend, .attach, .join, .part: nil
        // One key sends and sends again, one asks and decides, one looks at two orders.
        case .redispatch: .order(.dispatch)
        case .deny: .approval
        case .merge, .distinguish: .merge
        default: .order(kind)
        }
      let isBound = { (action: Action) in
        Keymap.binding(for: action) != nil || CommandWords.all.contains { $0.action == action }
      }
      #expect(action.map(isBound) ?? true, "\(kind)")
      if action == nil { #expect(!isBound(.order(kind)), "\(kind)") }
    }
  }

  @Test func `every tab has its number`() {
    #expect(Tabs.all.count == 10)
    #expect(Set(Tabs.all).count == 10)
    for number in 1...10 { #expect(Keymap.binding(for: .tab(number))?.label == String(number % 10)) }
  }

  @Test(arguments: [60, 80, 100])
  func `the key line never loses the way to the other keys`(width: Int) throws {
    let desk = try DeskDriver.onBusyMorning(width: width, height: 24)
    try desk.take(
      .clock(ClockSetting(feed: Fixtures.morning, wall: desk.clock.now, speed: 1_000, paused: false)))
    for number in 1...10 {
      try desk.press(String(number % 10))
      let keys = try #require(desk.frame.split(separator: "\n").last)
      #expect(keys.contains("?帮助") && keys.contains(":命令"))
      #expect(keys.contains("空格") || width == 60)
    }
  }

  @Test func `no help is cut at eighty columns`() throws {
    let desk = try DeskDriver.filled(with: 1, width: 80, height: 24)
    try desk.press("?")
    var seen = ""
    for _ in 0..<30 {
      seen += desk.frame.split(separator: "\n").filter { $0.contains("│ │") || $0.contains("│▌│") }.joined(
        separator: "\n")
      try desk.press("j")
    }
    for binding in Keymap.bindings where binding.section != .clock {
      #expect(seen.contains(binding.help), "\(binding.label) \(binding.help)")
    }
  }
}
