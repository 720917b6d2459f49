/// The verdict words an author writes at the head of a feedback; the program shows its own.
enum WrittenVerdict {
  static let words = ["Juste.", "Non.", "En partie.", "Oui."]

  /// The feedback without its leading verdict, and the verdict that was there.
  static func removed(from feedback: [Block]) -> (feedback: [Block], verdict: String?) {
    guard case .paragraph(let inlines)? = feedback.first, case .text(let text)? = inlines.first,
      let verdict = words.first(where: { text.hasPrefix($0) })
    else { return (feedback, nil) }
    let rest = text.dropFirst(verdict.count)
    guard rest.first?.isWhitespace ?? true else { return (feedback, nil) }
    let kept = rest.drop(while: \.isWhitespace)
    var line = Array(inlines.dropFirst())
    if kept.isEmpty {
      line = Array(line.drop { $0 == .softBreak || $0 == .lineBreak })
    } else {
      line.insert(.text(String(kept)), at: 0)
    }
    let head: [Block] = line.isEmpty ? [] : [.paragraph(line)]
    return (head + feedback.dropFirst(), verdict)
  }
}
