/// 来源: who reports.
public enum Source: String, Sendable, Codable, CaseIterable {
  /// 网格: grid workers.
  case grid
  /// 城管: collectors of city management.
  case cityManagement
  /// 执法: cases of the enforcement brigades.
  case enforcement
  /// 12345: the hotline.
  case hotline
  /// 110: police, non-emergency.
  case police
  /// 应急: the emergency office.
  case emergency
  /// 一窗: the service windows.
  case window
  /// 其他.
  case other
}
