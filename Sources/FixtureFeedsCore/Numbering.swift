/// Gives reports the numbers that their sources would give, in the order they come in.
struct Numbering {
  private var last: [Int]
  private let width: Int

  /// - Parameters:
  ///   - first: the number before the first, the same for every channel.
  ///   - width: digits of the running number.
  init(after first: Int = 0, width: Int = 6) {
    last = Channel.allCases.map { _ in first }
    self.width = width
  }

  mutating func number(_ line: inout FeedLine, channel: Channel) {
    last[channel.rawValue] += 1
    let date = String(decoding: line.reported.utf8.prefix(10).filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    let running = padded(last[channel.rawValue], width)
    let id = channel.prefix + date + running
    line.id = id
    line.police?.alarm = "110-\(date)-\(running)"
    if let brigade = line.enforcement?.brigade {
      line.enforcement?.case = "海综执〔\(date.prefix(4))〕\(brigade.suffix(3))第\(running)号"
    }
    for index in (line.attachments ?? []).indices {
      let name = line.attachments?[index].uri ?? ""
      line.attachments?[index].uri = "file:att/\(id)-\(name)"
    }
  }
}
