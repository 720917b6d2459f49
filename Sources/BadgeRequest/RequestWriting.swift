import Course
import JSON

extension BadgeRequest {
  /// The bytes that `init(reading:)` reads; throws what it would refuse.
  package func written() throws(FormFault) -> [UInt8] {
    try check()
    let bytes = json.canonical
    guard bytes.count <= BadgeRequest.largest else { throw .tooLarge(BadgeRequest.largest) }
    return bytes
  }

  /// The request as it is, whether it may be written or not.
  var json: JSON {
    var object = JSONObject([
      ("v", .integer(BadgeRequest.format)), ("id", .string(id)), ("parcours", .string(course)),
      ("version", .string(version)), ("empreinte", .string(digest)), ("badge", .string(badge)),
      ("acheve", .string(completed.description)), ("modalite", .string(how.code)),
      ("titulaire", recipient.json), ("questions", .array(attempt.drawn.map(json))),
    ])
    object["compte"] = account.map(JSON.integer)
    return .object(object)
  }

  private func json(_ drawn: DrawnQuestion) -> JSON {
    var object = JSONObject([("id", .string(drawn.question)), ("ordre", numbers(drawn.order))])
    object["reponse"] = attempt.answers[drawn.question].map(numbers)
    return .object(object)
  }
}

extension RecipientChoice {
  fileprivate var json: JSON {
    switch self {
    case .nothing: .object(JSONObject())
    case .displayedName(let name): ["nom": .string(name)]
    case .email(let address): ["courriel": .string(address)]
    }
  }
}

extension Modality {
  /// The word in the file; what people read may be reworded, this may not.
  var code: String { self == .alone ? "autonomie" : "atelier" }
}

private func numbers(_ values: [Int]) -> JSON { .array(values.map(JSON.integer)) }
