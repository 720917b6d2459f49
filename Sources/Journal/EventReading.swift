import Course

extension Event {
  /// Reads the event of that name; nil when this version knows no such name.
  ///
  /// Members that the event does not have are ignored: a later program may add some.
  init?(name: String, _ fields: Fields) throws(LineFault) {
    switch name {
    case "noticeShown": self = .noticeShown
    case "chosen":
      self = .chosen(
        trade: try fields.optionalIdentifier("m"), review: try fields.optionalBool("r"))
    case "placed":
      self = .placed(
        step: try fields.identifier("l"), screen: try fields.integer("s", in: 0...99_999),
        of: try fields.integer("of", in: 0...99_999))
    case "examDrawn": self = .examDrawn(try fields.list("d", DrawnQuestion.init(reading:)))
    case "examSubmitted": self = .examSubmitted
    case "handed": self = .handed
    case "requested": self = .requested(file: try fields.identifier("file"))
    case "awarded":
      self = .awarded(
        id: try fields.identifier("id"), fingerprint: try fields.identifier("f"))
    case "purged": self = .purged(kept: try fields.list("keep", ReviewBox.init(reading:)))
    case "completed": self = try Event.completed(fields)
    case "answered", "examAnswered": self = try Event.given(name, fields)
    default: return nil
    }
  }

  private static func completed(_ fields: Fields) throws(LineFault) -> Event {
    let code = try fields.identifier("how")
    guard let how = [Modality.alone, .supervised].first(where: { $0.code == code }) else {
      throw .malformed("how")
    }
    return .completed(
      course: try fields.identifier("p"), version: try fields.identifier("ver"),
      digest: try fields.identifier("d"), how: how)
  }

  private static func given(_ name: String, _ fields: Fields) throws(LineFault) -> Event {
    let question = try fields.identifier("q")
    let answer = try fields.places("a")
    let hash = try fields.identifier("h")
    guard name == "answered" else {
      return .examAnswered(question: question, answer: answer, hash: hash)
    }
    let ok = try fields.optionalBool("ok")
    return .answered(question: question, answer: answer, hash: hash, ok: ok)
  }
}

extension DrawnQuestion {
  fileprivate init(reading fields: Fields) throws(LineFault) {
    self.init(question: try fields.identifier("q"), order: try fields.places("o"))
  }
}

extension ReviewBox {
  fileprivate init(reading fields: Fields) throws(LineFault) {
    self.init(
      question: try fields.identifier("q"), box: try fields.integer("b", in: 1...99),
      due: try fields.day("d"))
  }
}
