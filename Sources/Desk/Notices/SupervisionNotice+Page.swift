extension SupervisionNotice {
  /// The notice as a page that needs nothing from anywhere: no script, no picture, no font.
  public var page: String {
    let rows = fields.map { "<tr><th>\(escaped($0.label))</th><td>\(escaped($0.text))</td></tr>" }
    let answers = SupervisionNotice.answers.map { "<tr><th>\(escaped($0))</th><td class=\"room\"></td></tr>" }
    let signatures = SupervisionNotice.signatures.map { "<p>\(escaped($0))：</p>" }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escaped(SupervisionNotice.heading + " " + number))</title>
      <style>
      @page { size: A4; margin: 20mm }
      body { font-family: serif; max-width: 170mm; margin: auto; line-height: 1.6 }
      h1, h2, .number { text-align: center; margin: 0.3em 0 }
      table { border-collapse: collapse; width: 100%; margin: 1em 0 }
      th, td { border: 1px solid #000; padding: 0.3em 0.6em; text-align: left; vertical-align: top }
      th { width: 8em; font-weight: normal }
      .room { height: 28mm }
      .seal { margin-left: 50% }
      </style>
      </head>
      <body>
      <h2>\(escaped(centre))</h2>
      <h1>\(escaped(SupervisionNotice.heading))</h1>
      <p class="number">\(escaped(number))</p>
      <table>
      \(rows.joined(separator: "\n"))
      </table>
      <table>
      \(answers.joined(separator: "\n"))
      </table>
      <div class="seal">
      \(signatures.joined(separator: "\n"))
      </div>
      </body>
      </html>

      """
  }

  /// Text that stays text within a page.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
