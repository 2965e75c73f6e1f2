import Terminal
import Testing

@Suite("Palette")
struct PaletteTests {
  @Test("NO_COLOR and the number of colours decide the depth")
  func depth() {
    #expect(ColorDepth(colors: 256, environment: [:]) == .many)
    #expect(ColorDepth(colors: 88, environment: [:]) == .sixteen)
    #expect(ColorDepth(colors: 8, environment: ["NO_COLOR": ""]) == .eight)
    #expect(ColorDepth(colors: 256, environment: ["NO_COLOR": "1"]) == .monochrome)
    #expect(ColorDepth(colors: -1, environment: [:]) == .monochrome)
  }

  @Test("colours stay within the terminal's number", arguments: [ColorDepth.monochrome, .eight, .sixteen, .many])
  func range(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    for role in Style.Role.allCases {
      for attributes in [Style.Attributes](arrayLiteral: [], .selected) {
        let rendition = palette.rendition(of: Style(role, attributes))
        #expect(rendition.foreground < max(depth.rawValue, 0) && rendition.background < max(depth.rawValue, 0))
        #expect(!rendition.attributes.contains(.selected))
      }
    }
  }

  @Test("what matters differs from plain text without any colour", arguments: [Style.Role.late, .critical, .exercise])
  func monochrome(role: Style.Role) {
    let palette = Palette(depth: .monochrome)
    #expect(palette.rendition(of: Style(role)).attributes != palette.rendition(of: .normal).attributes)
  }

  @Test("a selected row looks different at every depth", arguments: [ColorDepth.monochrome, .eight, .sixteen, .many])
  func selected(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    for role in Style.Role.allCases {
      #expect(palette.rendition(of: Style(role)) != palette.rendition(of: Style(role, .selected)))
    }
  }
}
