/// Documents as one accessible page, readable without any other file, on screen or on paper.
package enum HTMLPage {
  /// A complete HTML page in French.
  ///
  /// Headings go down one level at a time, nothing is a table, every text is escaped, no colour is
  /// set but the reader's own (RGAA 4.1, themes 8 and 9). Input lines and bindings are left out.
  package static func render(title: String, _ documents: [Document], footer: String) -> String {
    let sections = documents.map { $0.section(in: title) }.joined(separator: "\n")
    let foot = footer.isEmpty ? "" : "\n<footer><p>\(footer.escaped)</p></footer>"
    return """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escaped)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title.escaped)</h1>
      \(sections)
      </main>\(foot)
      </body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1.125rem/1.6 sans-serif; max-width: 66ch; margin: 2rem auto; padding: 0 1rem; }
    h1, h2, h3 { line-height: 1.25; margin: 2rem 0 .5rem; }
    li, dd { margin-bottom: .25rem; }
    dt { font-weight: bold; }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid; }
    footer { margin-top: 3rem; border-top: 1px solid; }
    @media print {
      body { font: 11pt/1.5 serif; max-width: none; margin: 0; padding: 0; }
      h1, h2, h3 { break-after: avoid; }
      li, dd, blockquote { break-inside: avoid; }
    }
    """
}

extension Document {
  /// A section under its own heading, unless the page already bears it.
  fileprivate func section(in page: String) -> String {
    let name = (title ?? "").isEmpty ? place.spoken : title ?? ""
    let isNamed = !name.isEmpty && name != page
    let heading = isNamed ? ["<h2>\(name.escaped)</h2>"] : []
    let notice = notice.map { ["<p>\($0.html)</p>"] } ?? []
    let lines = heading + blocks.html(HTMLContext(heading: isNamed ? 3 : 2)) + notice
    return "<section>\n\(lines.joined(separator: "\n"))\n</section>"
  }
}

extension String {
  /// Safe in a text and in a quoted attribute; no control character.
  var escaped: String {
    let text = printable
    guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
    // By scalars: a mark after `<` makes another character of it, not for a browser.
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
