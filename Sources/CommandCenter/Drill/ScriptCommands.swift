import ArgumentParser
import City
import Drill
import Foundation
import Journal
import Model
import Operations

/// A sub-command with which the conductor changes a drill's script.
protocol ScriptAct: ParsableCommand {
  /// In which drill.
  var conducting: ConductOptions { get }

  /// What is asked.
  var command: ScriptCommand { get }
}

/// Which drill is conducted.
struct ConductOptions: ParsableArguments {
  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("演练日志。", valueName: "文件"), completion: .file())
  var journal: String?
}

extension ScriptAct {
  func run() throws {
    try Failure.guarded {
      guard let journal = conducting.journal else { throw ValidationError("请用 --journal 指定演练日志") }
      let loaded = try CityFolder.load(conducting.cityOptions.city)
      let sitting = try DrillSitting(journal: journal, loaded: loaded)
      let keeper = StoreKeeper(path: journal, store: try sitting.existing(), loaded: loaded)
      defer { keeper.close() }
      let live = try LiveDrill(sitting, keeper: keeper)
      do throws(OperationError) {
        try live.conduct(command)
      } catch {
        throw Failure(error, city: loaded.tables)
      }
    }
  }
}

struct DrillFireCommand: ScriptAct {
  static let configuration = CommandConfiguration(commandName: "fire", abstract: "导调：立即下达一件来件。")

  @OptionGroup var conducting: ConductOptions

  @Argument(help: ArgumentHelp("来件编号。", valueName: "编号"))
  var inject: String

  var command: ScriptCommand { .fire(inject: inject) }
}

struct DrillSkipCommand: ScriptAct {
  static let configuration = CommandConfiguration(commandName: "skip", abstract: "导调：取消一件来件。")

  @OptionGroup var conducting: ConductOptions

  @Argument(help: ArgumentHelp("来件编号。", valueName: "编号"))
  var inject: String

  var command: ScriptCommand { .skip(inject: inject) }
}

struct DrillDelayCommand: ScriptAct {
  static let configuration = CommandConfiguration(commandName: "delay", abstract: "导调：推迟一件来件。")

  @OptionGroup var conducting: ConductOptions

  @Argument(help: ArgumentHelp("来件编号。", valueName: "编号"))
  var inject: String

  @Option(name: .long, help: ArgumentHelp("几分钟。", valueName: "分钟"))
  var minutes: Int

  var command: ScriptCommand { .delay(inject: inject, minutes: minutes) }
}

struct DrillAddCommand: ScriptAct {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "导调：增发一件脚本里没有的来件。")

  @OptionGroup var conducting: ConductOptions

  @Option(name: .long, help: ArgumentHelp("来源。", valueName: "来源"))
  var source: Source

  @Option(name: .long, help: ArgumentHelp("地点编码。", valueName: "地点"))
  var place: String

  @Option(name: .long, help: ArgumentHelp("小类代码。", valueName: "类别"))
  var category: String?

  @Option(name: .long, help: ArgumentHelp("紧急程度。", valueName: "程度"))
  var urgency = Urgency.normal

  @Option(name: .long, help: ArgumentHelp("标题。", valueName: "文字"))
  var title: String

  @Option(name: .long, help: ArgumentHelp("正文。", valueName: "文字"))
  var text: String

  @Option(name: .long, help: ArgumentHelp("几分钟后到；不给就是现在。", valueName: "分钟"))
  var minutes = 0

  var command: ScriptCommand {
    .add(
      ScriptCommand.Adding(
        source: source, place: PlaceCode(place), category: category.map { CategoryCode($0) }, urgency: urgency,
        title: title, text: text, minutes: minutes))
  }
}

struct DrillRemarkCommand: ScriptAct {
  static let configuration = CommandConfiguration(commandName: "remark", abstract: "导调：记下所见，写进演练日志。")

  @OptionGroup var conducting: ConductOptions

  @Option(name: .long, help: ArgumentHelp("所见。", valueName: "文字"))
  var text: String

  var command: ScriptCommand { .remark(text) }
}
