import SafeText
import Yams

/// The top of a YAML file; what stands against the file goes to the log.
package struct YamlFile {
  private let name: String
  private let log: FindingLog

  /// Parses a file, whose top must be a mapping.
  package static func root(of file: FolderFile, log: FindingLog) -> YamlMap? {
    YamlFile(name: file.name, log: log).root(file.bytes)
  }

  private func root(_ bytes: [UInt8]) -> YamlMap? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add(.encodingIllFormed, at: cell(illFormed: bytes), "不是 UTF-8 文字，请另存为 UTF-8。")
      return nil
    }
    do {
      // Without a resolver's rules, which are regular expressions and cost more than the whole file: all is text here.
      guard let root = try Yams.compose(yaml: text, .basic) else {
        log.add(.yamlMalformed, at: cell(line: 1, column: 1), "文件是空的。")
        return nil
      }
      return YamlMap(root, file: name, log: log)
    } catch let error as YamlError {
      report(error, in: text)
    } catch {
      log.add(.yamlMalformed, at: cell(line: 1, column: 1), "不是 YAML：\(shown("\(error)"))。")
    }
    return nil
  }

  private func report(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // At the end of a text that does not end its last line, the parser stands on a line that is not there.
      let lines = text.utf8.count { $0 == 0x0A } + 1
      log.add(
        .yamlMalformed, at: cell(line: min(mark.line, lines), column: mark.column),
        "不是 YAML（\(shown(problem))），请检查这里的引号、缩进和冒号。")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { shown($0) }.joined(separator: "、")
      log.add(
        .yamlMalformed, at: cell(line: context.mark.line, column: context.mark.column), "键“\(names)”重复。")
    case .reader(let problem, let offset, _, _):
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.reversed().prefix { $0 != 0x0A }.count + 1
      log.add(.cellHostile, at: cell(line: line, column: column), "含有控制字符：\(shown(problem))。")
    default:
      log.add(.yamlMalformed, at: cell(line: 1, column: 1), "不是 YAML：\(shown("\(error)"))。")
    }
  }

  private func cell(line: Int, column: Int) -> Cell {
    Cell(file: name, line: line, column: column)
  }

  /// The line that is not UTF-8.
  private func cell(illFormed bytes: [UInt8]) -> Cell {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return cell(line: line + 1, column: 1)
  }
}
