import Model

/// What the screen calls the books of a journal.
private enum FindingPlace {
  static let books: [StreamKind: String] = [.points: "积分账", .response: "应急响应", .script: "导调簿", .shift: "交接簿"]
}

extension JournalFinding {
  /// What is said to an officer: what is wrong, where, and what to do.
  public var message: String {
    let place = location
    return kind + (place.isEmpty ? "" : "：" + place) + "。" + advice
  }

  private var kind: String {
    switch code {
    case .opening: "日志的开启记录不符"
    case .missingEvent, .missingInStream: "缺少事件"
    case .brokenLink: "事件与链不符，可能被改动"
    case .missingTail: "日志末尾的事件缺失"
    case .brokenHead: "日志的末端值与事件不符"
    case .brokenStream: "工单或簿册的链与事件不符"
    case .strayEvent: "事件不属于任何在册的工单或簿册"
    case .unreadable: "事件无法读取"
    case .personal: "个人信息与事件中的摘要不符"
    case .command: "命令编号在登记中缺失，重复的命令会再办一遍"
    case .missingRow: "工单在列表中缺失"
    case .strayRow: "列表中有一行没有对应的工单"
    case .otherRow: "列表中的工单与事件不符"
    case .reportIndex: "来件索引与工单不符"
    case .shares: "单位经办的工单与事件不符"
    case .board: "态势计数与事件不符"
    case .arrivals: "来件计数与事件不符"
    case .rates: "指标计数与事件不符"
    case .raises: "规则所看的时限与事件不符"
    case .learned: "承办建议的计数与事件不符"
    }
  }

  private var location: String {
    var parts: [String] = []
    if let sequence { parts.append("日志第 \(sequence) 条") }
    if let number = stream?.orderNumber {
      parts.append("工单 \(number.text)" + (version.map { " 第 \($0) 个事件" } ?? ""))
    }
    if let stream, let book = FindingPlace.books[stream.kind] {
      parts.append("\(book) \(stream.id)" + (version.map { " 第 \($0) 个事件" } ?? ""))
    }
    return parts.joined(separator: "，")
  }

  private var advice: String {
    switch code {
    case .command, .missingRow, .strayRow, .otherRow, .reportIndex, .shares, .board, .arrivals, .rates, .raises,
      .learned:
      "事件是完好的，重建投影即可。"
    case .personal: "请核对该条个人信息的来历，必要时抹除。"
    case .opening, .missingEvent, .brokenLink, .missingTail, .brokenHead, .missingInStream, .brokenStream, .strayEvent,
      .unreadable:
      "请停用并保留原文件，用最近的备份和交接单上的末端值核对。"
    }
  }
}
