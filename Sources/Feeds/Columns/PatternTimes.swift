import Model

/// Times as a column map says they are written.
struct PatternTimes: TimeReading {
  /// The word that stands for RFC 3339 among the date formats.
  static let internetWord = "rfc3339"

  private let formats: [String]
  private let patterns: [DatePattern?]
  private let zone: ZoneOffsets

  /// Compiles date formats; throws the first that can't be used.
  init(formats: [String], zone: ZoneOffsets) throws(BadFormat) {
    self.formats = formats
    self.zone = zone
    var patterns: [DatePattern?] = []
    for (index, format) in formats.enumerated() {
      let pattern = DatePattern(format)
      if pattern == nil, format != PatternTimes.internetWord { throw BadFormat(index: index) }
      patterns.append(pattern)
    }
    self.patterns = patterns
  }

  /// Which of several date formats can't be used.
  struct BadFormat: Error {
    let index: Int
  }

  func instant(_ text: String, key: String) throws(Flaw) -> Instant {
    var problem = InternetTime.Problem.form
    for pattern in patterns {
      do throws(InternetTime.Problem) {
        guard let pattern else { return try InternetTime.read(text) }
        return zone.instant(try pattern.read(text))
      } catch {
        if error == .year { problem = error }
      }
    }
    throw Flaw(problem == .year ? .yearOutOfRange : .badTime, key: key, subject: formats.joined(separator: " / "))
  }
}
