/// Texts of badges as elements of a page: the Markdown they use, and no other mark.
///
/// Paragraphs, lists of one level, `**strong**`; the rest is shown as it is written.
enum SiteProse {
  /// One element a line; every text escaped.
  static func html(_ markdown: String) -> String {
    var writer = Writer()
    for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      writer.take(line)
    }
    writer.close()
    return writer.elements.joined(separator: "\n")
  }

  private struct Writer {
    var elements: [String] = []
    /// The lines of the paragraph, or of the last item, being read.
    private var pending: [String] = []
    /// `ol` or `ul` while a list is being read.
    private var list: String?
    private var items: [String] = []

    mutating func take(_ line: Substring) {
      let text = line.drop { $0.isWhitespace }
      guard !text.isEmpty else { return endParagraph() }
      guard let (mark, rest) = SiteProse.item(text) else {
        // An indented line goes on with its item; another one after a blank does not.
        if list != nil, pending.isEmpty { endList() }
        return pending.append(String(text))
      }
      endParagraph()
      if list != mark { endList() }
      list = mark
      pending = [String(rest)]
    }

    mutating func close() {
      endParagraph()
      endList()
    }

    private mutating func endParagraph() {
      guard !pending.isEmpty else { return }
      let text = SiteProse.inline(pending.joined(separator: " "))
      pending = []
      if list == nil { elements.append("<p>\(text)</p>") } else { items.append("<li>\(text)</li>") }
    }

    private mutating func endList() {
      endParagraph()
      if let list { elements.append("<\(list)>\n\(items.joined(separator: "\n"))\n</\(list)>") }
      list = nil
      items = []
    }
  }

  /// The kind of list that a line belongs to, and its text: `1. `, `1) `, `- `, `* `.
  private static func item(_ line: Substring) -> (mark: String, rest: Substring)? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let after = line.dropFirst(digits.count)
    guard let sign = after.first, after.dropFirst().first == " " else { return nil }
    let rest = after.dropFirst(2).drop { $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    if (1...3).contains(digits.count) { return ".)".contains(sign) ? ("ol", rest) : nil }
    return digits.isEmpty && "-*".contains(sign) ? ("ul", rest) : nil
  }

  /// Pairs of `**` become strong; one without its fellow stays as it is.
  private static func inline(_ text: String) -> String {
    let pieces = text.split(separator: "**", omittingEmptySubsequences: false)
    var html = ""
    for (place, piece) in pieces.enumerated() {
      let piece = String(piece).escaped
      let isPaired = !pieces.count.isMultiple(of: 2) || place < pieces.count - 1
      switch (place.isMultiple(of: 2), isPaired) {
      case (true, _): html += piece
      case (false, true): html += piece.isEmpty ? "****" : "<strong>\(piece)</strong>"
      case (false, false): html += "**\(piece)"
      }
    }
    return html
  }
}
