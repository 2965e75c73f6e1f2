/// A report as it is compared with others: places, times and words made ready.
public struct ReportSketch: Sendable {
  /// The source.
  let source: Source
  /// When the source took it in, UTC.
  let reportedAt: Instant
  let town: PlaceCode?
  let village: PlaceCode?
  let grid: PlaceCode?
  let location: Location?
  let category: CategoryCode?
  /// The place of the sub-category in the catalogue.
  let position: Int?
  /// The sub-categories that its words speak of.
  let mentioned: Set<Int>
  /// The address without the names of town and village.
  let address: Wording
  /// Title and text without those names.
  let words: Wording
  /// The words of the title.
  let title: Wording
  /// The numbers of the buildings that are named.
  let buildings: Set<String>
  /// The caller's number, digits only; nothing for a confidential report.
  let caller: String?
  /// The source's numbers for the event itself.
  let numbers: Set<String>
  let isConfidential: Bool
}

extension ReportSketch {
  /// The numbers that stand before one of the words for buildings.
  static func buildings(in scalars: [Unicode.Scalar], words: [[Unicode.Scalar]]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, Wording.isDigit(scalars[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let rest = scalars[index...]
      if words.contains(where: { rest.starts(with: $0) }) {
        found.insert(String(String.UnicodeScalarView(scalars[start..<index])))
      }
    }
    return found
  }

  /// What a source calls the event itself, so that two of its reports are surely about one.
  static func numbers(of report: Report) -> Set<String> {
    var numbers: [String] = []
    switch report.detail {
    case .emergency(let emergency): numbers.append("emergency:" + emergency.incident)
    case .police(let police): numbers.append("police:" + police.alarm)
    default: break
    }
    if let upstream = report.upstream { numbers.append("upstream:" + upstream.number) }
    return Set(numbers.filter { !$0.hasSuffix(":") })
  }
}
