import City
import Desk
import Foundation
import Model
import Testing

/// Who may do what in which stage, as one table that is made from the code and the fixture city; `make authority` writes
/// it anew.
@Suite struct AuthorityTableTests {
  private static let path = Fixtures.root + "/docs/authority.md"

  /// The page as the code and the city's table make it.
  private static func page(_ city: CityTables) -> String {
    let stages = Stage.allCases
    let head = "| 命令 | 代码 | 市级 | 镇级 | " + stages.map(Words.stage).joined(separator: " | ") + " |\n"
    let rule = "|---|---|---|---|" + String(repeating: "---|", count: stages.count) + "\n"
    let rows = OrderCommand.Kind.allCases.map { kind in
      let marks = stages.map { StageTable.allows(kind, in: $0) ? "●" : "" }
      let cells =
        [Words.command(kind), "`\(kind.rawValue)`"] + Tier.allCases.map { roles(.command(kind), $0, city) } + marks
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    let others = zip(AuthorityTable.Right.others, ["看保密工单的来件人", "应急响应与等候挂账", "交接班", "志愿积分", "备份整本日志"]).map {
      right, name in
      "- \(name)（`\(right.name)`），市级：" + Tier.allCases.map { roles(right, $0, city) }.joined(separator: "；镇级：") + "。"
    }
    let commanding = OrderCommand.Kind.allCases.filter(StageTable.commanding.contains).map(Words.command)
    let suspended = OrderCommand.Kind.allCases.filter(StageTable.whileSuspended.contains).map(Words.command)
    return """
      # 谁、在哪一级、在哪个环节，能办什么

      由程序的环节表和 `fixtures/haimen/authority.csv` 生成，`make authority` 重写；测试核对二者一致。● 表示该环节可以办。
      待批的工单里，签收、反馈还要看它原在的环节。

      \(head)\(rule)\(rows.joined())
      工单在市级指挥时，区镇不能：\(commanding.joined(separator: "、"))。

      挂账期间只能：\(suspended.joined(separator: "、"))。

      不是工单命令的权限：

      \(others.joined(separator: "\n"))

      """
  }

  private static func roles(_ right: AuthorityTable.Right, _ tier: Tier, _ city: CityTables) -> String {
    Role.allCases.filter { city.authority.grants(right, to: $0, at: tier) }.map(Words.role).joined(separator: "、")
  }

  @Test func `the page of authority is what the code and the city's table say`() throws {
    let page = Self.page(try Fixtures.haimen.get().tables)
    if ProcessInfo.processInfo.environment["REWRITE_AUTHORITY"] == "1" {
      try page.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOfFile: Self.path, encoding: .utf8) == page, "make authority writes it anew")
    }
  }
}
