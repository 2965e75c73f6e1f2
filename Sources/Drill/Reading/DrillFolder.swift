public import City
import Journal
public import Model

/// A drill as a folder of files: `drill.yaml`, `feed.jsonl`, `injects.csv`, `expectations.csv`.
public enum DrillFolder {
  /// The file by which a folder is known to be a drill.
  public static let mark = DrillSettings.file

  /// Reads, links and lints a drill.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - city: the city whose desk is drilled.
  /// - Throws: `DrillError` with code `findings` when any finding is an error.
  public static func load(_ path: String, city: CityTables) throws(DrillError) -> DrillPlan {
    let (plan, findings) = read(path, city: city)
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw DrillError(.findings, path: path, findings: findings)
    }
    return plan
  }

  /// Everything that is wrong, or likely wrong, with a drill's files, by file, line and column.
  public static func check(_ path: String, city: CityTables) -> [Finding] {
    read(path, city: city).findings
  }

  private static func read(_ path: String, city: CityTables) -> (plan: DrillPlan, findings: [Finding]) {
    let log = FindingLog()
    let settingsFile = FolderFile(DrillSettings.file, in: path, log: log)
    let feedFile = FolderFile(BackgroundReader.file, in: path, log: log)
    let injectFile = FolderFile(InjectColumn.file, in: path, log: log)
    let expectationFile = FolderFile(ExpectationColumn.file, in: path, log: log)
    let settings = DrillSettings(settingsFile, city: city, log: log)
    let times = DrillTime(start: settings.start, end: settings.end, zone: city.calendar.zone)
    let background = BackgroundReader.read(feedFile, city: city, times: times, log: log)
    let injects = SheetReader.read(injectFile, log: log) { (row: SheetRow<InjectColumn>) in row.inject(times) }
    let expectations = SheetReader.read(expectationFile, log: log, value: \SheetRow<ExpectationColumn>.expectation)
    InjectLint(sheet: injects, settings: settings, city: city, log: log).run()
    ExpectationLint(sheet: expectations, injects: injects, settings: settings, city: city, log: log).run()
    let seed = "\(settings.start.milliseconds) \(settings.minutes) \(settings.seed)\n"
    let digest = JournalDigest.sha256(
      Array(seed.utf8) + [feedFile, injectFile].compactMap { $0 }.flatMap { JournalDigest.sha256($0.bytes) })
    let plan = DrillPlan(
      code: settings.code, title: settings.title, start: settings.start, end: settings.end, seed: settings.seed,
      speeds: settings.speeds, seats: settings.seats, weights: settings.weights, background: background,
      injects: injects.values, expectations: expectations.values, digest: JournalDigest.hex(digest))
    return (plan, log.sorted)
  }
}
