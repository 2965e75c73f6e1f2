/// The Chinese wording of each reason: what is wrong, and what to do.
enum RejectionReason {
  static func text(code: RejectedLine.Code, key: String, subject: String) -> String {
    let name = "「\(shown(key) ?? "…")」"
    let value = shown(subject).map { "「\($0)」" } ?? ""
    return switch code {
    case .emptyLine: "空行，没有内容；请删去该行"
    case .lineTooLong: "该行超过 1 MiB；请检查是否缺少换行，或拆分后重新导入"
    case .byteOrderMark: "字节顺序标记（BOM）只能在文件开头；请删去"
    case .encoding: "此处的字节不合\(subject.isEmpty ? " UTF-8 " : " \(subject) ")编码；请按该编码重新导出"
    case .controlByte: "字符串中有未转义的控制字符；请写成 \\u00XX 或删去"
    case .loneSurrogate: "此处是半个代理对转义，不成字符；请补全或删去"
    case .malformed: "不是合法的 JSON；请检查引号、逗号、括号是否成对，一件来件占一行"
    case .notAnObject: "该行应是一个 JSON 对象，以 { 开头、以 } 结尾"
    case .tooDeep: "括号嵌套超过 \(IntakeLimits.depth) 层；请检查来源系统的导出"
    case .duplicateKey: "键\(name)在同一对象中出现两次；请只留一个"
    case .missing: "缺少必填项\(name)；请补上"
    case .wrongType: "\(name)的类型不对\(subject.isEmpty ? "" : "，应为\(subject)")；请改正"
    case .format: "\(name)应为 1；本程序不识别其他格式版本"
    case .unknownSource: "\(name)的来源\(value)不在来源之列；请核对来源名称"
    case .unknownUrgency: "\(name)的值\(value)不是紧急程度；应为 normal、urgent 或 critical"
    case .unknownPlace: "\(name)的地点\(value)不在地点表（places.csv）中；请核对代码或补表"
    case .unknownCategory: "\(name)的小类\(value)不在派单目录（catalogue.csv）中；请核对代码或补表"
    case .unknownUnit: "\(name)的单位\(value)不在单位表（units.csv）中；请核对代码或补表"
    case .unknownWord: "\(name)的值\(value)不在允许之列；请对照格式说明改正"
    case .outOfRange: "\(name)的数值超出范围；请核对"
    case .identifier: "\(name)为空或超过 \(IntakeLimits.identifier) 字节；请填来源系统的编号"
    case .badTime: "\(name)不是有效的时间；应写作\(subject.isEmpty ? " 2020-06-16T08:31:00+08:00（含时区）" : " \(subject)")，且日期须实有"
    case .yearOutOfRange:
      "\(name)的年份须在 \(IntakeLimits.years.lowerBound) 至 \(IntakeLimits.years.upperBound) 之间；请核对日期"
    case .textTooLong: "\(name)超过 \(IntakeLimits.text / 1024) KiB；请删减，长文请作附件"
    case .coordinate: "\(name)超出范围；纬度在 -90 至 90、经度在 -180 至 180 之间"
    case .digest: "\(name)不是 SHA-256；应为 64 位十六进制数字"
    case .exercise: "演练来件不能进入实战日志；请导入演练日志"
    case .notExercise: "真实来件不能进入演练日志；请导入实战日志，演练来件要写 \"exercise\":true"
    case .refused: "规则不予受理\(value)；请核对城市的地点、派单目录和时限各表"
    case .fieldCount: "该行的列数与表头不同；请检查逗号和引号"
    case .unterminatedQuote: "引号没有结束；请补上引号后重新导入"
    }
  }

  /// Text from outside is only repeated when it is short and plain printable ASCII.
  private static func shown(_ text: String) -> String? {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= 40, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    return text
  }
}
