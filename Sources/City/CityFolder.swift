import Glibc

/// A city as a folder of files: `city.yaml` and the tables beside it; `correlation.yaml` may be left out.
public enum CityFolder {
  /// Reads and links a city.
  /// - Parameter path: the folder.
  /// - Returns: the city, with its warnings.
  /// - Throws: `CityError` with code `folderMissing`, or `findings` when any finding is an error.
  public static func load(_ path: String) throws(CityError) -> LoadedCity {
    guard isFolder(path) else { throw CityError(code: .folderMissing, path: path, findings: []) }
    let log = FindingLog()
    let files =
      CityDraft.files.compactMap { FolderFile($0, in: path, log: log) }
      + CityDraft.optionalFiles.compactMap { FolderFile($0, in: path, log: log, isOptional: true) }
    let draft = CityDraft(files, log: log)
    draft.lint(log: log)
    let findings = log.sorted
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw CityError(code: .findings, path: path, findings: findings)
    }
    return LoadedCity(
      tables: draft.tables, tierNames: draft.settings.tierNames, digest: FolderDigest.hex(of: files),
      findings: findings)
  }

  /// Everything that is wrong, or likely wrong, with a city's files, by file, line and column.
  /// - Parameter path: the folder.
  public static func check(_ path: String) -> [Finding] {
    do {
      return try load(path).findings
    } catch {
      guard error.code == .folderMissing else { return error.findings }
      return [Finding(file: path, line: 1, column: 1, code: .folderMissing, message: "找不到城市目录，请检查路径。")]
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
