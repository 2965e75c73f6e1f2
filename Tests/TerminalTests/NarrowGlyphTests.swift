import SafeText
import Testing

@testable import Terminal

@Test("on a terminal that draws ambiguous characters wide, each has a narrow substitute that is not ambiguous itself")
func narrowSubstitutes() {
  var count = 0
  for value in UInt32(0xA1)...0x10_FFFF {
    guard let scalar = Unicode.Scalar(value), CellWidth.isAmbiguous(scalar) else { continue }
    count += 1
    let substitute = NarrowGlyphs.substitute(for: scalar)
    #expect(substitute.isASCII && substitute.value >= 0x20)
  }
  #expect(count > 1_000)
  #expect("─│┌…●①".unicodeScalars.map(NarrowGlyphs.substitute) == ["-", "|", "+", ".", "*", "1"])
}
