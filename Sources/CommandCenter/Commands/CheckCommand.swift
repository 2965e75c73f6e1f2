import ArgumentParser
import City
import Drill
import Foundation

/// `command-center check`: lint a city.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "查一座城市的各表，或一个演练目录：一处问题一行，写明文件、行、列。", discussion: "有错误时退出码为 3，只有警告时为 0。")

  @Flag(name: .long, help: "输出 JSON 数组。")
  var json = false

  @OptionGroup var cityOptions: CityOptions

  @Argument(help: ArgumentHelp("城市目录，或有 drill.yaml 的演练目录。", valueName: "目录"), completion: .directory)
  var folder: String

  /// A finding as programs read it.
  private struct Record: Encodable {
    let file: String
    let line: Int
    let column: Int
    let severity: Finding.Severity
    let code: FindingCode
    let message: String
  }

  /// What is wrong with the folder; a drill is looked at beside its city.
  private func findings() throws -> [Finding] {
    guard FileManager.default.fileExists(atPath: folder + "/" + DrillFolder.mark) else {
      return CityFolder.check(folder)
    }
    return DrillFolder.check(folder, city: try CityFolder.load(cityOptions.city).tables)
  }

  func run() throws {
    var hasErrors = false
    try Failure.guarded {
      let findings = try findings()
      hasErrors = findings.contains { $0.severity == .error }
      let output = StandardOutput()
      if json {
        var left = findings[...]
        try output.array {
          defer { left = [] }
          return left.map {
            Record(
              file: $0.file, line: $0.line, column: $0.column, severity: $0.severity, code: $0.code,
              message: $0.message)
          }
        }
      } else {
        for finding in findings { try output.line(finding.description) }
        let errors = findings.count { $0.severity == .error }
        try output.line(findings.isEmpty ? "没有问题" : "错误 \(errors) 处，警告 \(findings.count - errors) 处")
      }
      try output.flush()
    }
    if hasErrors { throw ExitCode(Failure.Code.city.rawValue) }
  }
}
