/// What a block needs to know of what is around it.
struct HTMLContext {
  /// The level of its headings: 2 or 3.
  var heading: Int
  /// Inside a list or a quotation.
  var depth = 0

  var inside: HTMLContext { HTMLContext(heading: heading, depth: depth + 1) }
}

extension [Document.Block] {
  /// One element a block.
  func html(_ context: HTMLContext) -> [String] {
    context.depth < 12 ? map { $0.html(context) } : ["<p>…</p>"]
  }

  fileprivate func inline(_ context: HTMLContext) -> String {
    // A paragraph alone in its item needs no element.
    if count == 1, case .paragraph(let text)? = first { return text.html }
    return html(context).joined(separator: "\n")
  }
}

extension Document.Block {
  fileprivate func html(_ context: HTMLContext) -> String {
    switch self {
    case .paragraph(let text): return "<p>\(text.html)</p>"
    case .heading(let text):
      // Inside a list or a quotation, a heading would break the outline of the page.
      let isOutline = context.depth == 0
      let name = isOutline ? "h\(context.heading)" : "p"
      return "<\(name)>\(isOutline ? text.html : text.emphasised.html)</\(name)>"
    case .list(let ordered, let items):
      return element(ordered ? "ol" : "ul", items.map { "<li>\($0.inline(context.inside))</li>" })
    case .quote(let blocks): return element("blockquote", blocks.html(context.inside))
    case .menu(let items, _): return element("ul", items.map { "<li>\($0.html)</li>" })
    case .choices(let choices): return element("ul", choices.map { "<li>\($0.html)</li>" })
    case .facts(let facts):
      return element(
        "dl", facts.map { "<dt>\($0.label.escaped)</dt>\n<dd>\($0.value.escaped)</dd>" })
    case .verdict(let verdict, let text): return "<p>\(verdict.introducing(text).html)</p>"
    case .sample(_, let text): return "<p>\(text.html)</p>"
    case .bars(let bars):
      return element("ul", bars.map { "<li>\($0.spokenHead.escaped) : \($0.figures.escaped)</li>" })
    }
  }

  /// An empty list is no list.
  private func element(_ name: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "<\(name)>\n\(lines.joined(separator: "\n"))\n</\(name)>"
  }
}

extension Document.MenuItem {
  fileprivate var html: String {
    let states = [title, state, note].compactMap { $0 }.filter { !$0.isEmpty }
    let text = states.joined(separator: ", ").sentence.escaped
    return (hasNumber ? "\(key.escaped). " : "") + text
  }
}

extension Document.Choice {
  fileprivate var html: String {
    let lead = mark.words(isSelected: isSelected).map { "\($0.escaped) : " } ?? ""
    return "\(label.escaped). \(lead)\(text.html)"
  }
}

extension Text {
  /// Runs with the elements of their roles; colour alone says nothing.
  var html: String {
    runs.map { run in
      let text = run.text.escaped
      switch run.role {
      case .plain, .quiet: return text
      case .emphasis: return "<em>\(text)</em>"
      case .strong, .title, .accent, .right, .wrong: return "<strong>\(text)</strong>"
      }
    }.joined()
  }
}
