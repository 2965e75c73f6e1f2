import Testing

@testable import Drill

@Suite("Other names")
struct PseudonymTests {
  @Test func `are the same for the same person, wherever it stands`() {
    var people = Pseudonyms(seed: 5)
    let name = people.name("陆敏华")
    #expect(name != "陆敏华" && name.count >= 2)
    #expect(people.name("陆敏华") == name)
    #expect(people.text("来电人陆敏华称，陆敏华家漏水") == "来电人\(name)称，\(name)家漏水")
    #expect(people.name("陆敏") != name)
    // The longer name is meant where it stands in full.
    #expect(people.text("陆敏华") == name)
  }

  @Test func `leave alone what gives nobody away`() {
    var people = Pseudonyms(seed: 5)
    #expect(people.name("") == "")
    #expect(people.name("王某") == "王某")
    #expect(people.phone("") == "")
    for text in ["6幢2单元三楼", "2020-06-16 08:30", "20200616 到期", "约20平方米", "5th Avenue"] {
      #expect(people.text(text) == text)
    }
  }

  @Test func `numbers that may be somebody's become numbers that are nobody's`() {
    var people = Pseudonyms(seed: 5)
    let phone = people.phone("13912345678")
    #expect(phone.hasPrefix("119") && phone.count == 11)
    #expect(people.text("电话139-1234-5678，请回电") == "电话\(phone)，请回电")
    #expect(people.text("电话13912345678") == "电话\(phone)")
    #expect(people.text("6幢2单元501室") == "6幢2单元某室")
    let landline = people.text("座机 0513-82212345 转")
    #expect(!landline.contains("82212345"))
    let identity = people.text("身份证32062519800101123X，本人")
    #expect(!identity.contains("19800101") && identity.hasSuffix("，本人"))
  }

  @Test func `many people have different names`() {
    var people = Pseudonyms(seed: 1)
    let names = (0..<500).map { people.name("来电人\($0)") }
    #expect(Set(names).count == 500)
  }
}
