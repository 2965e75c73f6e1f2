import ArgumentParser

/// Which drill, in which city, in which journal.
struct DrillOptions: ParsableArguments {
  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("演练日志；不给时用本用户数据目录下该演练没有演完的，都演完了就另起一本。", valueName: "文件"), completion: .file())
  var journal: String?

  @Argument(
    help: ArgumentHelp("演练目录（drill.yaml、feed.jsonl、injects.csv、expectations.csv）。", valueName: "目录"),
    completion: .directory)
  var folder: String
}
