import CommaSeparated
import Testing

@Suite("Records out of comma-separated text")
struct RecordReaderTests {
  @Test(
    "are read as RFC 4180 says",
    arguments: [
      ("a,b\nc,d\n", ["1:[a][b]", "2:[c][d]"]),
      ("a,b\r\nc,d\r\n", ["1:[a][b]", "2:[c][d]"]),
      ("a,b\rc,d\r", ["1:[a][b]", "2:[c][d]"]),
      ("a,b\nc,d", ["1:[a][b]", "2:[c][d]"]),
      ("a,", ["1:[a][]"]),
      (",\n", ["1:[][]"]),
      ("", []),
      ("\n\na\n", ["1:[]", "2:[]", "3:[a]"]),
      ("\"a\"\n", ["1:[a]"]),
      ("\"a\"", ["1:[a]"]),
      ("\"\"\n", ["1:[]"]),
      ("\"a,b\",c\n", ["1:[a,b][c]"]),
      ("\"a\"\"b\"\n", ["1:[a\"b]"]),
      ("\"\"\"\"\n", ["1:[\"]"]),
      ("x,\"a\nb\r\nc\"\ny\n", ["1:[x][a\nb\r\nc]", "4:[y]"]),
      ("\u{FEFF}a,b\n", ["1:[a][b]"]),
      ("\u{FEFF}\"a\"\n", ["1:[a]"]),
      ("余东镇,\"凤城,社区\"\n", ["1:[余东镇][凤城,社区]"]),
    ])
  func wellFormed(_ text: String, _ expected: [String]) {
    for pieces in [Int.max, 1, 2, 3] { #expect(describe(text, pieces: pieces) == expected) }
  }

  @Test("are read leniently where quotes stand wrong, and it is noted")
  func irregular() {
    #expect(describe("a\"b\",c\n") == ["1:[a\"b\"][c] bareQuote@0+1"])
    #expect(describe("x,\"a\" b,c\n") == ["1:[x][a b][c] textAfterQuote@1+5"])
    #expect(describe("\"a\"b\"c\"\n") == ["1:[ab\"c\"] textAfterQuote@0+3"])
  }

  @Test("go on after a quote that is never closed, which costs one line")
  func neverClosed() {
    for pieces in [Int.max, 1, 2, 5] {
      #expect(
        describe("a,b\nc,\"d\ne,f\ng\n", pieces: pieces)
          == ["1:[a][b]", "quoteNotClosed 2:3 c,\"d\n", "3:[e][f]", "4:[g]"])
      #expect(describe("a,\"b", pieces: pieces) == ["quoteNotClosed 1:3 a,\"b"])
      #expect(
        describe("\"m\r\nn\",\"o\r\np\r\nq\r\n", pieces: pieces)
          == ["quoteNotClosed 2:4 \"m\r\nn\",\"o\r\n", "3:[p]", "4:[q]"])
    }
  }

  @Test("go on after a quote that is not closed within the limit")
  func notClosedWithinLimit() {
    let text = "\"a\n1,2\n3,4\n5,6\n\"7\n8\"\n"
    for pieces in [Int.max, 1, 4] {
      #expect(
        describe(text, pieces: pieces, limit: 10)
          == ["quoteNotClosed 1:1 \"a\n", "2:[1][2]", "3:[3][4]", "4:[5][6]", "5:[7\n8]"])
    }
  }

  @Test("that are too long come back in pieces, and the next line is read")
  func tooLong() {
    #expect(
      describe("abcdefghijkl\nx\n", limit: 5)
        == ["recordTooLong 1:1 abcde", "recordTooLong+ 1:1 fghijkl\n", "2:[x]"])
    #expect(describe("abcd\nx\n", limit: 5) == ["1:[abcd]", "2:[x]"])
    #expect(describe("abcd\r\nx\n", limit: 5) == ["1:[abcd]", "2:[x]"])
    #expect(describe("abcde", limit: 5) == ["1:[abcde]"])
    #expect(
      describe("\"abcdefg\nx\n", pieces: 3, limit: 5).last == "2:[x]")
  }

  @Test("tell where a field or a byte lies")
  func positions() throws {
    guard case .record(let record) = try #require(readings(Array("q,\"a\r\nbc\",d\n".utf8)).first) else {
      Issue.record("no record")
      return
    }
    #expect(record.position(ofField: 0) == Position(line: 1, column: 1))
    #expect(record.position(ofField: 1) == Position(line: 1, column: 3))
    #expect(record.position(ofField: 2) == Position(line: 2, column: 5))
    #expect(record.bytes(1) == Array("a\r\nbc".utf8))
  }

  @Test("that are empty lines say so")
  func blank() {
    let blanks = readings(Array("\n\"\"\na\n".utf8)).map { reading in
      if case .record(let record) = reading { record.isBlank } else { false }
    }
    #expect(blanks == [true, false, false])
  }
}
