import Course
import JSON

extension Event {
  /// The name in the file.
  var name: String {
    switch self {
    case .noticeShown: "noticeShown"
    case .chosen: "chosen"
    case .placed: "placed"
    case .answered: "answered"
    case .examDrawn: "examDrawn"
    case .examAnswered: "examAnswered"
    case .examSubmitted: "examSubmitted"
    case .completed: "completed"
    case .handed: "handed"
    case .requested: "requested"
    case .awarded: "awarded"
    case .purged: "purged"
    }
  }

  /// What the file keeps of an instant: only its day for `placed`, so that no pace can be read.
  func kept(_ time: Timestamp) -> Timestamp {
    guard case .placed = self else { return time }
    return Timestamp(seconds: time.day.number * 86_400)
  }

  /// The value of `t`.
  func time(of time: Timestamp) -> String {
    guard case .placed = self else { return time.description }
    return time.day.description
  }

  /// The members of the line between `e` and `c`, in order.
  var members: [(String, JSON)] {
    switch self {
    case .noticeShown, .examSubmitted, .handed: []
    case .chosen(let trade, let review):
      optional("m", trade.map(JSON.string)) + optional("r", review.map(JSON.bool))
    case .placed(let step, let screen, let count):
      [("l", .string(step)), ("s", .integer(screen)), ("of", .integer(count))]
    case .answered(let question, let answer, let hash, let ok):
      given(question, answer, hash) + optional("ok", ok.map(JSON.bool))
    case .examDrawn(let drawn): [("d", .array(drawn.map(\.json)))]
    case .examAnswered(let question, let answer, let hash): given(question, answer, hash)
    case .completed(let course, let version, let digest, let how):
      [
        ("p", .string(course)), ("ver", .string(version)), ("d", .string(digest)),
        ("how", .string(how.code)),
      ]
    case .requested(let file): [("file", .string(file))]
    case .awarded(let id, let fingerprint): [("id", .string(id)), ("f", .string(fingerprint))]
    case .purged(let kept): [("keep", .array(kept.map(\.json)))]
    }
  }
}

extension Modality {
  /// The word in the file; what people read may be reworded, this may not.
  var code: String { self == .alone ? "alone" : "supervised" }
}

private func optional(_ key: String, _ value: JSON?) -> [(String, JSON)] {
  value.map { [(key, $0)] } ?? []
}

private func given(_ question: String, _ answer: [Int], _ hash: String) -> [(String, JSON)] {
  [("q", .string(question)), ("a", places(answer)), ("h", .string(hash))]
}

private func places(_ values: [Int]) -> JSON { .array(values.map(JSON.integer)) }

extension DrawnQuestion {
  fileprivate var json: JSON { ["q": .string(question), "o": places(order)] }
}

extension ReviewBox {
  fileprivate var json: JSON {
    ["q": .string(question), "b": .integer(box), "d": .string(due.description)]
  }
}
