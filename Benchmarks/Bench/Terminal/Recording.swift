import Foundation

/// What an asciinema v2 recording (https://docs.asciinema.org/manual/asciicast/v2/) showed.
struct Recording {
  private struct Header: Decodable {
    let version: Int
    let width: Int
    let height: Int
  }

  /// Any line but the first: seconds since the beginning, what kind of event, and its data.
  private struct Event: Decodable {
    let seconds: Double
    let kind: String
    let data: String

    init(from decoder: any Decoder) throws {
      var line = try decoder.unkeyedContainer()
      seconds = try line.decode(Double.self)
      kind = try line.decode(String.self)
      data = try line.decode(String.self)
    }
  }

  private let header: Header
  private let events: [Event]

  /// Reads a recording; a last line that is not whole is what was being written when it was cut off.
  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n")
    if !text.hasSuffix("\n") { lines = lines.dropLast() }
    let decoder = JSONDecoder()
    guard let first = lines.first else { throw BenchError("\(path) is empty") }
    header = try decoder.decode(Header.self, from: Data(first.utf8))
    guard header.version == 2 else { throw BenchError("\(path) is a recording of version \(header.version)") }
    events = try lines.dropFirst().map { try decoder.decode(Event.self, from: Data($0.utf8)) }
  }

  /// What was on the screen so many seconds after the beginning; at the end where no time is given.
  func screen(at seconds: Double?) -> ScreenModel {
    var screen = ScreenModel(width: header.width, height: header.height)
    for event in events where event.seconds <= seconds ?? .infinity {
      switch event.kind {
      case "o": _ = screen.feed(Array(event.data.utf8))
      case "r":
        // The program paints all of a screen that has another size.
        let size = event.data.split(separator: "x").compactMap { Int($0) }
        if size.count == 2 { screen = ScreenModel(width: size[0], height: size[1]) }
      default: break
      }
    }
    return screen
  }
}
