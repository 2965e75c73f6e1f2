/// What sort of thing is wrong with a city's files.
public enum FindingCode: String, Sendable, Codable, CaseIterable {
  // Files and rows.
  /// The folder does not exist, or is no folder.
  case folderMissing
  /// A file is missing, no plain file, or may not be read.
  case fileUnreadable
  /// A file is larger than any table may be.
  case fileTooLarge
  /// A table has not even a header row.
  case tableEmpty
  /// Bytes are not well-formed UTF-8.
  case encodingIllFormed
  /// Bytes are no record: a quote that is never closed, or a record without end.
  case recordUnreadable
  /// A quote stands where none should; the row was read all the same.
  case quoteIrregular
  /// A column that the table must have is not there.
  case columnMissing
  /// A column that nothing reads.
  case columnUnknown
  /// Two columns have the same name.
  case columnRepeated
  /// A row has more or fewer fields than the header.
  case fieldCountWrong
  /// A cell that must be filled is empty.
  case cellEmpty
  /// A cell holds control characters, or characters that hide or reorder text.
  case cellHostile
  /// A code has characters other than ASCII letters, digits, `-` and `.`.
  case codeMalformed
  /// A word is none of those that the column knows.
  case wordUnknown
  /// A code stands in two rows of a table.
  case codeRepeated
  /// Two siblings have the same name.
  case nameRepeated

  // city.yaml.
  /// The text is no YAML.
  case yamlMalformed
  /// A key that must be there is not.
  case keyMissing
  /// A key that nothing reads.
  case keyUnknown
  /// A value is of the wrong sort.
  case valueWrong
  /// The format number is none that this program reads.
  case formatUnknown
  /// Working hours are no `HH:MM-HH:MM`.
  case hoursMalformed
  /// Working hours end before they begin.
  case hoursReversed
  /// Working hours overlap, or stand in the wrong order.
  case hoursOverlap
  /// No time zone has this name.
  case zoneUnknown

  // Places and grids.
  /// The table has no city.
  case cityMissing
  /// The table has more than one city.
  case cityRepeated
  /// A place other than the city lies in no place.
  case parentMissing
  /// The place or unit that a row belongs to is not in the table.
  case parentUnknown
  /// A place lies in a place of the wrong level.
  case parentOfWrongKind
  /// Places, or units, belong to each other in a circle.
  case parentCycle
  /// A zone is given for a place that is no town.
  case zoneOutsideTown
  /// A grid has no team.
  case gridTeamMissing
  /// A team is given for a place that is no grid.
  case gridTeamWithoutGrid
  /// A grid's role is held by nobody.
  case gridRoleEmpty

  // Units and the catalogue.
  /// No place has this code.
  case placeUnknown
  /// A short name is wider than twelve columns.
  case shortNameWide
  /// A unit acts for a place that is no town.
  case actsForNoTown
  /// Two units act for the same town.
  case actsForRepeated
  /// No unit has this code.
  case unitUnknown
  /// No service level has this code.
  case levelUnknown
  /// In some town no unit leads orders of a sub-category.
  case leadUnresolved
  /// In some town a co-unit of a sub-category does not exist.
  case coUnitUnresolved
  /// A co-unit is the lead unit as well, or stands twice.
  case coUnitRepeated

  // Service levels.
  /// A level has no limit for a stage and an urgency.
  case limitMissing
  /// A limit is no whole number.
  case limitNotWhole
  /// A limit is zero or less, or more than ten years.
  case limitOutOfRange
  /// An urgent or top-urgent limit counts working time.
  case urgentOnWorkingTime

  // Emergency responses.
  /// No kind of response has this code.
  case responseKindUnknown
  /// No ground for a suspension has this code.
  case groundUnknown
  /// No sub-category has this code.
  case categoryUnknown
  /// A rule changes nothing.
  case responseRuleIdle
  /// Orders are to wait under a kind of response that names no ground for a suspension.
  case groundMissing

  // Seats, officers and days.
  /// A seat's place does not fit its tier.
  case seatPlaceOfWrongTier
  /// The city has no seat that dispatches, or none that is in charge.
  case commandRoleUnheld
  /// No seat has this role.
  case roleUnheld
  /// A right is granted to nobody in the table: its row is missing.
  case authorityMissing
  /// A right is granted to a role that no officer holds at that tier.
  case roleUnheldByOfficer
  /// No seat has this code.
  case seatUnknown
  /// Two officers have the same account.
  case accountShared
  /// A day is no date of the calendar.
  case dateMalformed

  // Drills.
  /// A time is neither `09:12`, `09:12:30` nor RFC 3339.
  case timeMalformed
  /// A time lies before the drill's beginning.
  case timeBeforeStart
  /// A time lies after the drill's end.
  case timeAfterEnd
  /// A whole number lies outside what may stand there.
  case numberOutOfRange
  /// The weights of the objectives do not come to 100.
  case weightsWrong
  /// An objective has a weight, and nothing is expected under it.
  case objectiveEmpty
  /// An expectation counts for an objective without a weight.
  case objectiveUnweighted
  /// No inject has this id.
  case injectUnknown
  /// An inject has neither a time nor a condition, or both.
  case injectTimeWrong
  /// Injects wait for each other in a circle.
  case conditionCycle
  /// A cell is filled that this sort of row does not have.
  case cellSuperfluous
  /// A line of the background is no report.
  case reportRejected

  /// How much a finding of this sort matters.
  public var severity: Finding.Severity {
    switch self {
    case .quoteIrregular, .columnUnknown, .nameRepeated, .keyUnknown, .zoneOutsideTown, .gridTeamMissing,
      .gridRoleEmpty, .actsForRepeated, .coUnitUnresolved, .urgentOnWorkingTime, .roleUnheld, .accountShared,
      .responseRuleIdle:
      .warning
    default: .error
    }
  }
}
