/// An application at a window of a town's service centre.
struct WindowMatter: Sendable {
  /// The last part of the window's unit code, such as MARKET in W-…-MARKET.
  let window: String
  let category: String
  let matter: String
  let guide: String
  let needs: [String]

  static let all: [WindowMatter] = [
    WindowMatter(
      window: "MARKET", category: "OT-CK-FOODPERMIT", matter: "食品经营许可新办", guide: "收件 / 现场核查 / 制证",
      needs: ["缺消防安全检查意见", "店面平面图需重画", "从业人员健康证还差一人", "材料齐全，约定现场核查"]),
    WindowMatter(
      window: "MARKET", category: "OT-CK-LICENCE", matter: "个体工商户登记", guide: "核名 / 提交材料 / 领照",
      needs: ["经营场所证明需房东签字", "申请变更经营者", "注销前有年报未报", "材料齐全，当场受理"]),
    WindowMatter(
      window: "POLICE", category: "OT-CK-HOUSEHOLD", matter: "户口迁移", guide: "核对身份 / 采集信息 / 审核",
      needs: ["结婚迁入，原籍准迁证未到", "户口本遗失需补办", "新生儿落户，材料齐全", "地址与房产证不一致"]),
    WindowMatter(
      window: "HRSS", category: "OT-CK-SOCIALCARD", matter: "社会保障卡补换", guide: "挂失 / 核对 / 制卡",
      needs: ["卡片消磁需换卡", "照片采集未通过", "代办缺委托书", "急用，申请临时凭证"]),
    WindowMatter(
      window: "WATER", category: "OT-CK-WATERACCOUNT", matter: "用水报装", guide: "申请 / 勘察 / 装表",
      needs: ["新建房屋接水，需现场勘察", "过户缺上户结清单", "水表位置要移动", "一户一表改造"]),
    WindowMatter(
      window: "POWER", category: "OT-CK-POWERACCOUNT", matter: "用电增容", guide: "申请 / 勘察 / 施工 / 送电",
      needs: ["家纺加工点申请三相电", "充电桩报装，物业未盖章", "农排灌溉用电过户", "增容后电价需确认"]),
    WindowMatter(
      window: "HOUSING", category: "OT-CK-BUILDPERMIT", matter: "农村住房翻建审批", guide: "村初审 / 现场放样 / 审批 / 验收",
      needs: ["四邻签字缺一户", "老房面积需复核", "申请放样", "超面积部分需退让"]),
    WindowMatter(
      window: "TAX", category: "OT-CK-TAXMATTER", matter: "代开发票", guide: "填单 / 缴税 / 开票",
      needs: ["房租发票，缺租赁合同", "自然人代开劳务发票", "税率选择需说明", "系统提示非正常户"]),
    WindowMatter(
      window: "MEDICAL", category: "HL-ZX-MEDICARE", matter: "异地就医备案", guide: "登记 / 审核 / 备案",
      needs: ["在外地住院，补办备案", "长期居住证明缺失", "转院证明待补", "材料齐全，当场办结"]),
    WindowMatter(
      window: "CIVIL", category: "HL-ZX-AGEDSUBSIDY", matter: "尊老金申领", guide: "核对年龄 / 登记 / 公示 / 发放",
      needs: ["老人行动不便，申请上门核实", "银行账号变更", "户籍刚迁入", "漏发两个月，申请补发"]),
  ]
}
