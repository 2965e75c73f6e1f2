import SafeText
import Terminal

/// 值班 进驻: who is on duty, and which departments sit in the centre.
enum RosterPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    surface.box(rect, title: "值班 进驻")
    let inner = rect.inset().inset(rows: 0, columns: 1)
    let roster = state.context.roster
    let isWide = inner.width >= 30
    let posts = roster.posts.map { post in
      Item(head: post.duty, names: post.names + (isWide && !post.phone.isEmpty ? [post.phone] : []))
    }
    let lines =
      flowed(posts, width: inner.width) + listed("进驻", roster.stationed, "·", width: inner.width)
      + listed("镇台", roster.towns, "  ", width: inner.width)
    for (offset, line) in lines.prefix(inner.height).enumerated() {
      let isCut = offset == inner.height - 1 && lines.count > inner.height
      surface.put(line, at: inner.row + offset, inner.col, maxColumns: inner.width - (isCut ? 1 : 0))
      if isCut { surface.put("…", at: inner.row + offset, inner.endCol - 1, style: Style(.dim)) }
    }
  }

  /// A duty and the names that belong to it.
  private struct Item {
    let head: String
    let names: [String]

    var spans: [Span] { [Span(head + " ", Style(.title)), Span(names.joined(separator: " "))] }
    var columns: Int { head.columns + names.reduce(0) { $0 + $1.columns + 1 } }
  }

  /// Items one after the other, as many to a line as there is room for.
  private static func flowed(_ items: [Item], width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    var used = 0
    for item in items {
      if used > 0, used + 2 + item.columns <= width {
        lines[lines.count - 1] += [Span("  ")] + item.spans
        used += 2 + item.columns
      } else {
        lines.append(item.spans)
        used = item.columns
      }
    }
    return lines
  }

  /// A heading and what belongs to it, broken between two items only and indented from the second line on.
  private static func listed(_ head: String, _ items: [String], _ separator: String, width: Int) -> [[Span]] {
    let indent = head.columns + 1
    var lines: [String] = []
    for item in items {
      if let last = lines.last, indent + last.columns + separator.columns + item.columns <= width {
        lines[lines.count - 1] = last + separator + item
      } else {
        lines.append(item)
      }
    }
    return lines.enumerated().map { index, line in
      [Span(index == 0 ? head + " " : String(repeating: " ", count: indent), Style(.title)), Span(line)]
    }
  }
}
