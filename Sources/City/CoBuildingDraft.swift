import Model

/// The tables of 共驻共建 as read; a city may leave out any of them.
struct CoBuildingDraft {
  /// The files, in the order in which they are read.
  static let files = [NeedColumn.file, ResourceColumn.file, ProjectColumn.file, PartyGroupColumn.file]

  let needs: Sheet<NeedColumn, CoBuilding.Need>
  let resources: Sheet<ResourceColumn, CoBuilding.Resource>
  let projects: Sheet<ProjectColumn, CoBuilding.Project>
  let partyGroups: Sheet<PartyGroupColumn, CoBuilding.PartyGroup>

  /// Reads the tables that there are.
  init(_ file: (String) -> FolderFile?, log: FindingLog) {
    needs = SheetReader.read(file(NeedColumn.file), log: log, value: \.need)
    resources = SheetReader.read(file(ResourceColumn.file), log: log, value: \.resource)
    projects = SheetReader.read(file(ProjectColumn.file), log: log, value: \.project)
    partyGroups = SheetReader.read(file(PartyGroupColumn.file), log: log, value: \.partyGroup)
  }

  /// The tables, linked by their codes.
  var lists: CoBuilding {
    var lists = CoBuilding()
    lists.needs = needs.values
    lists.resources = resources.values
    lists.projects = projects.values
    lists.partyGroups = partyGroups.values
    return lists
  }
}
