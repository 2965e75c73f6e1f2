import Foundation
import TerminalRig
import Testing

/// From a shift to a drill, and two runs of it side by side.
@Suite("A drill of a real shift, and runs compared")
struct DrillNewTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("is checked, runs headless, and is compared run by run")
  func whole() throws {
    let shipped = Product.root + "/fixtures/drills/first-shift"
    let shift = folder.file("shift.db")
    let city = ["--city", Product.city]
    #expect(
      try Product.start(
        ["drill", shipped, "--headless", "--keys", shipped + "/model.jsonl", "--journal", shift] + city
      ).result().status == 0)
    let drill = folder.file("drill")
    let made = try Product.start(
      ["drill", "new", "--from-shift", "--journal", shift, "--from", "09:00", "--to", "09:10", "--out", drill] + city
    ).result()
    #expect(made.status == 0, "\(made.complaint)")
    #expect(made.text.contains("请通读"))
    let checked = try Product.start(["check", drill] + city).result()
    #expect(checked.status == 0 && checked.text.contains("没有问题"), "\(checked.text)")
    let runs = ["a.db", "b.db"].map { folder.file($0) }
    for run in runs {
      #expect(try Product.start(["drill", drill, "--headless", "--journal", run] + city).result().status == 0)
    }
    let compared = try Product.start(["drill", "compare", drill] + runs + city).result()
    #expect(compared.status == 0 && compared.text.contains("比较 2 次") && compared.text.contains("a.db"))
    let lines = try Product.start(["drill", "compare", drill, "--json"] + runs + city).result().text
    #expect(lines.split(separator: "\n").count == 2)
    // Another drill's journal is not compared with it, and a folder that holds something is not written into.
    #expect(try Product.start(["drill", "compare", drill, runs[0], shift] + city).result().status == 4)
    let again = try Product.start(
      ["drill", "new", "--from-shift", "--journal", shift, "--from", "09:00", "--to", "09:10", "--out", drill] + city
    ).result()
    #expect(again.status == 8 && again.complaint.contains("已有文件"))
  }
}
