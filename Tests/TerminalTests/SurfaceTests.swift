import SafeText
import SeededRandom
import Testing

@testable import Terminal

@Suite("Surface")
struct SurfaceTests {
  @Test("a wide character owns two cells, and touching either clears both")
  func halves() {
    var surface = Surface(width: 8, height: 1)
    surface.put("海门市", at: 0, 0)
    surface.put("x", at: 0, 1)
    #expect(surface.lines == [" x门市"])
    surface.put("y", at: 0, 4)
    #expect(surface.lines == [" x门y"])
    surface.put("东", at: 0, 1)
    #expect(surface.lines == [" 东 y"])
  }

  @Test("at an edge there is never half a character")
  func edges() {
    var surface = Surface(width: 5, height: 1)
    surface.put("海门市", at: 0, 0)
    #expect(surface.lines == ["海门…"])
    surface.clear()
    surface.put("海门", at: 0, -1)
    #expect(surface.lines == [" 门"])
    surface.clear()
    surface.clipped(to: Rect(row: 0, col: 1, width: 3, height: 1)) { $0.put("海门", at: 0, 0) }
    #expect(surface.lines == ["  门"])
    #expect(surface.put("a", at: 0, 5) == 0)
    #expect(surface.put("a", at: 1, 0) == 0)
  }

  @Test("drawing at random agrees with a slow reference that knows who owns each cell")
  func againstReference() {
    var random = SeededGenerator(seed: 42)
    let texts = ["海", "a", "门市", "a海b", "，。", "e\u{301}", "余东镇abc", "─", ""]
    for round in 0..<400 {
      let width = Int.random(in: 1...14, using: &random)
      let height = Int.random(in: 1...3, using: &random)
      var surface = Surface(width: width, height: height)
      var reference = ReferenceGrid(width: width, height: height)
      for _ in 0..<20 {
        let clip = Rect(
          row: Int.random(in: 0..<height, using: &random), col: Int.random(in: 0..<width, using: &random),
          width: Int.random(in: 0...width, using: &random), height: Int.random(in: 0...height, using: &random))
        let row = Int.random(in: -1...height, using: &random)
        let col = Int.random(in: -3...width, using: &random)
        let text = texts.randomElement(using: &random) ?? ""
        switch Int.random(in: 0...3, using: &random) {
        case 0:
          surface.clipped(to: clip) { $0.fill(clip, with: "·") }
          reference.fill(clip, with: "·")
        case 1:
          var top = Surface(width: 3, height: 1)
          top.put(text, at: 0, 0)
          surface.clipped(to: clip) { $0.overlay(top, at: row, col) }
          reference.overlay(top.lines[0], width: 3, row: row, col: col, clip: clip)
        default:
          let area = clip.intersection(surface.bounds)
          surface.clipped(to: clip) { $0.put(text, at: row, col) }
          reference.put(text.truncated(toColumns: area.endCol - col), row: row, col: col, clip: area)
        }
        #expect(surface.lines == reference.lines, "round \(round)")
        #expect(Self.halvesMatch(surface), "round \(round)")
        if surface.lines != reference.lines { return }
      }
    }
  }

  private static func halvesMatch(_ surface: Surface) -> Bool {
    surface.cells.indices.allSatisfy { index in
      let cell = surface.cells[index]
      let isFirst = index % surface.width == 0
      let isLast = index % surface.width == surface.width - 1
      if cell.isLead { return !isLast && surface.cells[index + 1].isTail }
      if cell.isTail { return !isFirst && surface.cells[index - 1].isLead }
      return true
    }
  }

  @Test("no text from outside puts a hostile scalar into a cell")
  func hostileText() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      var surface = Surface(width: 30, height: 1)
      let scalars = (0..<8).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: Bool.random(using: &random) ? 0...0x2FFF : 0...0x10_FFFF, using: &random))
      }
      surface.put(String(String.UnicodeScalarView(scalars)), at: 0, 0)
      let shown = surface.cells.filter { !$0.isTail }.map(\.scalar)
      #expect(!shown.contains(where: SafeText.isHostile), "\(scalars)")
      #expect(!surface.text.dropLast().unicodeScalars.contains(where: SafeText.isHostile), "\(scalars)")
    }
  }

  @Test("combining marks stay with their character, variation selectors are left out")
  func combining() {
    var surface = Surface(width: 6, height: 1)
    surface.put("q\u{323}\u{301}x", at: 0, 0)
    #expect(surface.lines == ["q\u{323}\u{301}x"])
    surface.put("♥\u{FE0F}y", at: 0, 0)
    #expect(Array(surface.lines[0].unicodeScalars) == ["♥", "y"])
    var below = Surface(width: 6, height: 1)
    below.put("g\u{308}\u{302}", at: 0, 0)
    below.overlay(surface, at: 0, 3)
    #expect(below.lines == ["g\u{308}\u{302}  ♥y"])
  }

  @Test("styles are kept by cell and shown by letter")
  func styles() {
    var surface = Surface(width: 8, height: 2)
    surface.put([Span("超期", Style(.late)), Span("ab")], at: 0, 0)
    surface.add(.selected, in: Rect(row: 0, col: 1, width: 4, height: 1))
    #expect(surface.styledText == "超期ab\n\n--------\nLLLLS\n\n")
    #expect(surface.style(at: 0, 0) == Style(.late, .selected))
    #expect(surface.style(at: 9, 9) == .normal)
  }

  @Test("text is put in the columns it says")
  func columnsReturned() {
    var surface = Surface(width: 10, height: 1)
    #expect(surface.put("海门a", at: 0, 0) == 5)
    #expect(surface.put("海门市通海路", at: 0, 0) == 9)
    #expect(surface.put("海门市", at: 0, 0, maxColumns: 4) == 3)
    #expect(surface.lines == ["海… 市通…"])
  }
}

/// Cells that know the character they belong to, for comparison.
private struct ReferenceGrid {
  private final class Glyph {
    let text: String
    let columns: Range<Int>
    init(_ text: String, columns: Range<Int>) {
      self.text = text
      self.columns = columns
    }
  }

  private let width: Int
  private var owners: [[Glyph?]]

  init(width: Int, height: Int) {
    self.width = width
    owners = Array(repeating: Array(repeating: nil, count: width), count: height)
  }

  mutating func put(_ text: String, row: Int, col: Int, clip: Rect) {
    var col = col
    for character in text {
      let glyph = String(character)
      place(glyph, row: row, columns: col..<col + glyph.columns, clip: clip)
      col += glyph.columns
    }
  }

  mutating func fill(_ rect: Rect, with glyph: String) {
    for row in rect.row..<rect.endRow {
      for col in rect.col..<rect.endCol { place(glyph, row: row, columns: col..<col + 1, clip: rect) }
    }
  }

  mutating func overlay(_ text: String, width: Int, row: Int, col: Int, clip: Rect) {
    let blanks = String(repeating: " ", count: width - text.columns)
    put(text + blanks, row: row, col: col, clip: clip.intersection(Rect(row: row, col: col, width: width, height: 1)))
  }

  private mutating func place(_ text: String, row: Int, columns: Range<Int>, clip: Rect) {
    let isWhole = columns.allSatisfy { clip.contains(row: row, col: $0) && $0 < width && row < owners.count }
    for col in columns where clip.contains(row: row, col: col) && col >= 0 && col < width && row < owners.count {
      if let old = owners[row][col] {
        for freed in old.columns { owners[row][freed] = nil }
      }
    }
    guard isWhole else { return }
    let glyph = Glyph(text, columns: columns)
    for col in columns { owners[row][col] = glyph }
  }

  var lines: [String] {
    owners.map { row in
      var line = ""
      for (col, owner) in row.enumerated() {
        if let owner {
          if col == owner.columns.lowerBound { line += owner.text }
        } else {
          line += " "
        }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
