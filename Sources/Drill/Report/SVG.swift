/// A drawing of scalable vector graphics, made piece by piece; texts are escaped.
struct SVG {
  let width: Int
  let height: Int
  private var pieces: [String] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// A line; `kind` names its look in the page's style.
  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ kind: String) {
    pieces.append("<line class=\"\(kind)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>")
  }

  mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ kind: String) {
    pieces.append("<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>")
  }

  mutating func dot(_ x: Int, _ y: Int, _ kind: String) {
    pieces.append("<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>")
  }

  mutating func path(_ points: [(x: Int, y: Int)], _ kind: String) {
    let text = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    pieces.append("<polyline class=\"\(kind)\" points=\"\(text)\"/>")
  }

  /// A text that begins, or with `isEnd` ends, at a point.
  mutating func text(_ x: Int, _ y: Int, _ text: String, isEnd: Bool = false) {
    let anchor = isEnd ? " text-anchor=\"end\"" : ""
    pieces.append("<text x=\"\(x)\" y=\"\(y)\"\(anchor)>\(Markup.escaped(text))</text>")
  }

  /// The drawing, for a page that holds its style.
  func drawing(label: String) -> String {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(Markup.escaped(label))\">\n"
      + pieces.joined(separator: "\n") + "\n</svg>"
  }
}

/// Text within HTML.
enum Markup {
  /// A text whose characters mean nothing to a browser.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}
