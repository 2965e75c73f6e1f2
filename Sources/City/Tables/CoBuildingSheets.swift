import Model

/// The columns of `needs.csv`.
enum NeedColumn: Int, SheetColumn {
  case code, place, kind, title

  static let file = "needs.csv"
  static let optional = ordinals()
}

extension SheetRow<NeedColumn> {
  /// The need of this row.
  var need: CoBuilding.Need? {
    let code = code(.code)
    let place = self.code(.place)
    let kind = word(.kind, CoBuilding.Kind.self)
    let title = required(.title)
    guard let code, let place, let kind, let title else { return nil }
    return CoBuilding.Need(code: code, place: PlaceCode(place), kind: kind, title: title)
  }
}

/// The columns of `resources.csv`.
enum ResourceColumn: Int, SheetColumn {
  case code, partner, kind, title, reach

  static let file = "resources.csv"
  static let optional = ordinals()
}

extension SheetRow<ResourceColumn> {
  /// The resource of this row.
  var resource: CoBuilding.Resource? {
    let code = code(.code)
    let partner = self.code(.partner)
    let kind = word(.kind, CoBuilding.Kind.self)
    let title = required(.title)
    let reach = word(.reach, Tier.self)
    guard let code, let partner, let kind, let title, let reach else { return nil }
    return CoBuilding.Resource(code: code, partner: partner, kind: kind, title: title, reach: reach)
  }
}

/// The columns of `projects.csv`.
enum ProjectColumn: Int, SheetColumn {
  case code, name, need, resource, progress

  static let file = "projects.csv"
  static let optional = ordinals()
}

extension SheetRow<ProjectColumn> {
  /// The project of this row.
  var project: CoBuilding.Project? {
    let code = code(.code)
    let name = required(.name)
    let need = self.code(.need)
    let resource = self.code(.resource)
    let progress = word(.progress, CoBuilding.Progress.self)
    guard let code, let name, let need, let resource, let progress else { return nil }
    return CoBuilding.Project(code: code, name: name, need: need, resource: resource, progress: progress)
  }
}

/// The columns of `party-groups.csv`.
enum PartyGroupColumn: Int, SheetColumn {
  case code, name, place, building, speciality, leader

  static let file = "party-groups.csv"
  static let optional = ordinals(.leader)
}

extension SheetRow<PartyGroupColumn> {
  /// The party group of this row.
  var partyGroup: CoBuilding.PartyGroup? {
    let code = code(.code)
    let name = required(.name)
    let place = self.code(.place)
    let building = required(.building)
    let speciality = required(.speciality)
    guard let code, let name, let place, let building, let speciality else { return nil }
    return CoBuilding.PartyGroup(
      code: code, name: name, place: PlaceCode(place), building: building, speciality: speciality,
      leader: text(.leader))
  }
}
