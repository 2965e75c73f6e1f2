/// Invented people.
///
/// Their telephone numbers begin with 119 and have eleven digits, and their identity numbers begin with
/// the area 000000: neither can belong to anybody.
enum People {
  private static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严施倪茅季樊"
  ).map(String.init)
  private static let given = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国海燕志林晓东春云凤卫飞鑫波斌宇浩然欣怡佳雪琴珍淑荣德福祥瑞龙庆生根宝贵良才忠义正和安康宁永清泉山川松柏竹"
  ).map(String.init)

  static func name(_ random: inout SplitMix64) -> String {
    let first = random.pick(surnames) + random.pick(given)
    return random.chance(0.62) ? first + random.pick(given) : first
  }

  /// A person as papers name him: 张某.
  static func somebody(_ random: inout SplitMix64) -> String {
    random.pick(surnames) + "某"
  }

  static func phone(_ random: inout SplitMix64) -> String {
    "119" + padded(random.below(100_000_000), 8)
  }

  /// An identity number with a right check digit (GB 11643-1999: weights 2^(17-i) modulo 11).
  static func identity(_ random: inout SplitMix64) -> String {
    let birth = "\(random.within(1940...2001))" + padded(random.within(1...12), 2) + padded(random.within(1...28), 2)
    let body = "000000" + birth + padded(random.within(1...999), 3)
    return body + checkDigit(body)
  }

  static func checkDigit(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    return ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }
}

/// The number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
}
