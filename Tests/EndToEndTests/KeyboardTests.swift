import Foundation
import SeededRandom
import TerminalRig
import Testing

/// What an officer's fingers do besides the main path.
@Suite("At the keyboard", .serialized)
struct KeyboardTests {
  private let server: TerminalServer
  private let folder: TemporaryFolder

  init() throws {
    server = try TerminalServer()
    folder = try TemporaryFolder()
  }

  private func desk(width: Int = 120, height: Int = 36) throws -> DeskSession {
    let desk = try DeskSession(
      server, ["--journal", try FilledJournal.copy(to: folder)], width: width, height: height)
    try desk.waitForList()
    return desk
  }

  @Test("the filter finds by Chinese, by pinyin initials and by number", arguments: [(80, 24), (120, 36), (200, 60)])
  func filter(width: Int, height: Int) throws {
    let desk = try desk(width: width, height: height)
    let terminal = desk.terminal
    for (typed, shown) in [("噪声", "噪声"), ("yd", "余东镇"), ("0616-0002", "洒水车碰撞影响通行")] {
      try terminal.type("/")
      try terminal.wait(for: "汉字、拼音首字母")
      try terminal.type(typed)
      try terminal.waitForWhole("the matches of \(typed)", width: width) { frame in
        frame.contains("筛「\(typed)」") && frame.rows.contains { $0.contains("▌") && $0.contains(shown) }
      }
      try terminal.press("Enter")
      try terminal.waitUntilGone("汉字、拼音首字母")
      try terminal.press("Escape")
      try terminal.waitUntilGone("筛「")
    }
    #expect(try desk.quit().status == "0")
  }

  @Test("what was counted opens down to its orders", arguments: [(80, 24), (120, 36)])
  func lookingBack(width: Int, height: Int) throws {
    let desk = try desk(width: width, height: height)
    let terminal = desk.terminal
    // The fixture day lies in 2020.
    let years = Calendar(identifier: .gregorian).component(.year, from: Date()) - 2020
    let back = "t" + String(repeating: "[", count: years)
    try terminal.type("K" + back)
    try terminal.wait(for: "2020-01-01 至 2020-12-31")
    try terminal.wait(for: "当场办结")
    try terminal.type("G")
    try terminal.press("Enter")
    try terminal.wait(for: "Enter 调出工单")
    try terminal.wait(for: "0616-")
    try terminal.press("Enter")
    try terminal.waitUntilGone("考核指标")
    try terminal.wait(for: "筛「2020")
    try terminal.press("Escape")
    try terminal.waitUntilGone("筛「")
    try terminal.type("N" + back)
    try terminal.wait(for: "网格 全市 2020-01-01 至 2020-12-31")
    try terminal.waitUntilGone("正在统计")
    try terminal.press("Enter")
    try terminal.wait(for: "0616-")
    try terminal.press("Enter")
    try terminal.wait(for: "筛「2020")
    #expect(try desk.quit().status == "0")
  }

  @Test("points are earned and seen on the ledger")
  func points() throws {
    let desk = try desk()
    let terminal = desk.terminal
    try terminal.type("Z")
    try terminal.wait(for: "还没有人有账")
    try terminal.type("a")
    try terminal.wait(for: "记分")
    try terminal.type("V-001")
    try terminal.press("Enter")
    try terminal.type("5")
    try terminal.press("Enter")
    try terminal.type("河道巡查")
    try terminal.press("Enter")
    try terminal.wait(for: "现有 5 分，共 1 笔")
    try terminal.press("Escape")
    try terminal.wait(for: "有账的志愿者 1 人")
    try terminal.press("Escape")
    try terminal.waitUntilGone("志愿积分")
    #expect(try desk.quit().status == "0")
  }

  @Test("full-width keys count, a composed character is told, and help shows the keys that work")
  func fullWidth() throws {
    let desk = try desk()
    let terminal = desk.terminal
    try terminal.type("？")
    try terminal.wait(for: "此处可用的键")
    try terminal.press("Escape")
    try terminal.waitUntilGone("此处可用的键")
    try terminal.type("／")
    try terminal.wait(for: "汉字、拼音首字母")
    try terminal.press("Escape")
    try terminal.waitUntilGone("汉字、拼音首字母")
    try terminal.type("２")
    try terminal.wait(for: "[待立案")
    try terminal.type("１")
    try terminal.wait(for: "[全部")
    try terminal.type("派")
    try terminal.wait(for: "输入法开着")
    try terminal.type("：")
    try terminal.type("退出")
    try terminal.press("Enter")
    #expect(try desk.left().status == "0")
  }

  @Test("resized while it draws, from tiny to huge and back, it shows a whole frame again")
  func resizes() throws {
    let desk = try desk(width: 80, height: 24)
    let terminal = desk.terminal
    for (width, height) in [(40, 10), (300, 90), (1, 1), (60, 16), (59, 16), (80, 24), (200, 60), (5, 50), (120, 36)] {
      try terminal.resize(width: width, height: height)
      try terminal.type("j")
      if width >= 60, height >= 16 {
        let frame = try terminal.waitForWhole("the list in \(width)×\(height)", width: width) {
          $0.rows.count >= height - 1 && $0.contains("详情")
        }
        #expect(frame.rows.count <= height)
      } else if width >= 40 {
        try terminal.wait(for: "窗口太小")
      }
    }
    #expect(try desk.quit().status == "0")
    // Nothing of the desk stays on the terminal, which has another size than when the desk came.
    try terminal.wait("the screen from before alone") { $0.contains("在此之前") && !$0.contains("│") }
  }

  @Test("a megabyte of rubbish pasted into the filter and beside it does no harm", arguments: ["filter", "list"])
  func pastes(place: String) throws {
    var generator = SeededGenerator(seed: 3)
    var rubbish = Data((0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    rubbish += Data("\u{1B}[2J\u{1B}]0;owned\u{07}".utf8)
    // tmux pastes text as it is, but ends a paste at its own mark; an end mark inside is what an attacker would write.
    let file = try folder.write(rubbish.filter { $0 != 0 }, to: "rubbish")
    let desk = try desk()
    let terminal = desk.terminal
    if place == "filter" {
      try terminal.type("/")
      try terminal.wait(for: "汉字、拼音首字母")
    }
    try terminal.paste(file: file)
    try terminal.waitForWhole("the end of the paste", width: 120, seconds: 120) {
      $0.contains(place == "filter" ? "相符的工单，Esc 清除筛选" : "粘贴的文字没有去处")
    }
    try terminal.press("Escape")
    try terminal.press("Escape")
    try terminal.waitForWhole("the list, and nothing of the paste", width: 120) {
      !$0.contains("筛「") && !$0.contains("粘贴的文字") && DeskSession.selected($0) != nil
    }
    #expect(try desk.quit().status == "0")
  }
}
