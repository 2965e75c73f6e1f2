import CommaSeparated
import Testing

@Suite("Headers, writers and encodings")
struct HeaderAndWriterTests {
  @Test func `a header finds columns by name and tells repeated ones`() {
    let header = Header([" code ", "name", "code"])
    #expect(header["code"] == 0)
    #expect(header["name"] == 1)
    #expect(header["kind"] == nil)
    #expect(header.repeated == [2])
  }

  @Test func `a writer quotes only what must be quoted`() {
    let line = RecordWriter().line(["余东", "a,b", "say \"hi\"", "two\nlines", ""])
    #expect(String(decoding: line, as: UTF8.self) == "余东,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\n")
  }

  @Test func `a writer sends every field through the guard`() {
    let writer = RecordWriter { $0.hasPrefix("=") ? "'" + $0 : $0 }
    #expect(String(decoding: writer.line(["=1+1", "x"]), as: UTF8.self) == "'=1+1,x\n")
  }

  @Test(
    "text is decoded as its encoding says",
    arguments: [
      (TextEncoding.utf8, [0xE4, 0xBD, 0x99] as [UInt8], "余" as String?),
      (.utf8, [0xE4, 0xBD], nil),
      (.utf8, [0xC0, 0x80], nil),
      (.latin1, [0x63, 0x61, 0x66, 0xE9], "café"),
      (.gb18030, [0xD3, 0xE0, 0xB6, 0xAB], "余东"),
      (.gb18030, [0x41, 0x42], "AB"),
      (.gb18030, [0xFF, 0xFF], nil),
    ])
  func decoding(_ encoding: TextEncoding, _ bytes: [UInt8], _ expected: String?) {
    #expect(bytes.withUnsafeBufferPointer { encoding.decode($0) } == expected)
  }
}
