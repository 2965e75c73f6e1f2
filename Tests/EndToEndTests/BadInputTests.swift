import Foundation
import SeededRandom
import TerminalRig
import Testing

/// Input of any kind gets a reason, never a crash, and never a control byte on the terminal.
@Suite("Bad input")
struct BadInputTests {
  /// What a file can be full of.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case binary, longLine, wrongTypes, oldDate, nothing, noNewline, nul, deep

    var testDescription: String { rawValue }

    func data() throws -> Data {
      switch self {
      case .binary:
        var generator = SeededGenerator(seed: 1582)
        return Data((0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
      case .longLine: return Data(repeating: UInt8(ascii: "x"), count: 50_000_000)
      case .wrongTypes:
        return Data(#"{"format":"one","source":7,"id":[],"place":{},"reported":false,"title":null}"#.utf8) + Data([10])
      case .oldDate:
        let line = try String(contentsOfFile: Product.day, encoding: .utf8).prefix { $0 != "\n" }
        return Data(line.replacing("2020-06-16T00", with: "1582-10-10T00").utf8) + Data([10])
      case .nothing: return Data()
      case .noNewline: return Data(#"{"format":1"#.utf8)
      case .nul: return Data([0, 0, 10, 0, 10])
      case .deep: return Data(repeating: UInt8(ascii: "["), count: 200_000)
      }
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("import says why and goes on", arguments: Kind.allCases)
  func imported(kind: Kind) throws {
    let day = try Data(contentsOf: URL(fileURLWithPath: Product.day)).prefix(100_000)
    let good = day.prefix(upTo: (day.lastIndex(of: 10) ?? 0) + 1)
    let count = good.count { $0 == 10 }
    let bad = try kind.data()
    // Good lines before and after: one bad line never stops the rest.
    let file = try folder.write(good + bad + Data([10]), to: "feed.jsonl")
    let result = try Product.act("import", file, "--json", journal: folder.file("journal.db"))
    #expect(result.status == 2, "\(result.complaint)")
    #expect(TerminalStream([UInt8](result.errors)).faults == [])
    #expect(TerminalStream([UInt8](result.output)).faults == [])
    let summary = try Product.object(result)
    #expect(summary["accepted"] as? Int == count, "\(result.text)")
    #expect((summary["rejected"] as? Int ?? 0) > 0)
    #expect(FileManager.default.fileExists(atPath: file + ".rejects.jsonl"))
    #expect(try Product.act("verify", journal: folder.file("journal.db")).status == 0)
  }

  @Test("a file that is not there, or is a folder, is told")
  func missing() throws {
    for path in [folder.file("none.jsonl"), folder.path] {
      let result = try Product.act("import", path, journal: folder.file("journal.db"))
      #expect(result.status == 5, "\(path): \(result.complaint)")
      #expect(result.complaint.contains(path), "\(result.complaint)")
    }
  }

  @Test("what stands in a named pipe is imported whole; to follow one is refused")
  func namedPipe() throws {
    let pipe = folder.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = try ProgramRun("/bin/sh", ["-c", #"cat "$0" > "$1""#, Product.day, pipe], folder: folder.path)
    let result = try Product.act("import", pipe, "--json", journal: folder.file("journal.db"))
    #expect(result.status == 0, "\(result.complaint)")
    #expect(try Product.object(result)["accepted"] as? Int == 720)
    #expect(try writer.result().status == 0)
    let desk = try Product.act("desk", "--clock", "feed", "--feed", pipe, journal: folder.file("demo.db"))
    #expect(desk.status == 5, "\(desk.complaint)")
    #expect(desk.complaint.contains("普通文件"), "\(desk.complaint)")
  }

  @Test(
    "a column map with a fault is refused with file, line and column",
    arguments: [
      ("format: 1\nsource: nobody\n", "map.yaml:2:9: 「nobody」不在允许之列"), ("format: [", "map.yaml:2:1: 不是合法的 YAML"),
      ("", "map.yaml: "),
      (
        "format: 1\nsource: other\ntimeZone: Asia/Shanghai\ndateFormats: [rfc3339]\ncolumns: { id: { column: 无 }, reported: { column: b }, place: { column: b }, text: { column: b } }",
        "map.yaml:5:26: CSV 文件没有「无」这一列"
      ),
    ])
  func columnMap(yaml: String, complaint: String) throws {
    let map = try folder.write(Data(yaml.utf8), to: "map.yaml")
    let file = try folder.write(Data("a,b\n1,2\n".utf8), to: "feed.csv")
    let result = try Product.act("import", "--map", map, file, journal: folder.file("journal.db"))
    #expect(result.status == 3)
    #expect(result.complaint.contains(complaint), "\(result.complaint)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("journal.db")))
  }

  @Test(
    "a followed file full of it leaves the desk alive, with a reason",
    arguments: Kind.allCases.filter { $0 != .nothing && $0 != .noNewline })
  func followed(kind: Kind) throws {
    let day = try String(contentsOfFile: Product.day, encoding: .utf8).split(separator: "\n")
    let feed = try folder.write(Data((day[0] + "\n").utf8), to: "feed.jsonl")
    let terminal = try PseudoTerminal(
      script: #""$0" "$@"; echo "ended=$?""#, program: try Product.path(),
      arguments: ["desk", "--city", Product.city, "--journal", folder.file("journal.db"), "--feed", feed],
      environment: ["LC_ALL=C.UTF-8", "HOME=/nonexistent"], width: 120, height: 36)
    try terminal.wait(for: "仓库安全隐患")
    try folder.append(try kind.data() + Data([10]), to: "feed.jsonl")
    try terminal.wait(for: "没有收下")
    try folder.append(Data((day[1] + "\n").utf8), to: "feed.jsonl")
    try terminal.wait(for: "洒水车碰撞影响通行")
    terminal.type("q")
    try terminal.wait(for: "ended=0")
    try terminal.waitForEnd()
    #expect(TerminalStream(terminal.bytes).faults == [])
  }
}
