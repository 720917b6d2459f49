import Course
import JSON

extension BadgeRequest {
  /// The most bytes that a request may hold.
  package static let largest = 65_536

  /// The version of the format, which `v` states.
  package static let format = 1

  /// Reads a request: one JSON object in UTF-8, written by RFC 8785, without a final newline.
  ///
  /// Throws for anything else: an unknown member, a wrong type, a bound passed, another spelling.
  package init(reading bytes: [UInt8]) throws(FormFault) {
    var members = try Members(
      file: bytes, largest: BadgeRequest.largest, depth: 5, format: BadgeRequest.format)
    self.init(
      id: try members.text("id"), course: try members.text("parcours"),
      version: try members.text("version"), digest: try members.text("empreinte"),
      badge: try members.text("badge"), completed: try members.instant("acheve"),
      how: try members.modality("modalite"),
      recipient: try RecipientChoice(reading: members.value("titulaire")),
      account: try members.account("compte"), attempt: try members.attempt("questions"))
    try members.end()
    guard try written() == bytes else { throw .notCanonical }
  }
}

extension Members {
  fileprivate mutating func instant(_ key: String) throws(FormFault) -> Timestamp {
    guard let instant = Timestamp(iso: try text(key)) else { throw .malformed(key) }
    return instant
  }

  fileprivate mutating func modality(_ key: String) throws(FormFault) -> Modality {
    let code = try text(key)
    guard let how = [Modality.alone, .supervised].first(where: { $0.code == code })
    else { throw .malformed(key) }
    return how
  }

  fileprivate mutating func account(_ key: String) throws(FormFault) -> Int? {
    guard let value = optional(key) else { return nil }
    guard let account = value.integer else { throw .malformed(key) }
    return account
  }

  fileprivate mutating func attempt(_ key: String) throws(FormFault) -> Progress.Attempt {
    var attempt = Progress.Attempt(drawn: [])
    for (index, value) in try array(key).enumerated() {
      var members = try Members(value, at: "question \(index + 1)")
      let id = try members.text("id")
      attempt.drawn.append(DrawnQuestion(question: id, order: try members.numbers("ordre")))
      // Said here, because a dictionary of answers cannot show it.
      guard attempt.answers[id] == nil else { throw .repeatedQuestion(id) }
      attempt.answers[id] = try members.optionalNumbers("reponse")
      try members.end()
    }
    return attempt
  }

  private mutating func numbers(_ key: String) throws(FormFault) -> [Int] {
    guard let numbers = integers(try value(key)) else { throw .malformed(name(key)) }
    return numbers
  }

  private mutating func optionalNumbers(_ key: String) throws(FormFault) -> [Int]? {
    guard let value = optional(key) else { return nil }
    guard let numbers = integers(value) else { throw .malformed(name(key)) }
    return numbers
  }
}

extension RecipientChoice {
  fileprivate init(reading value: JSON) throws(FormFault) {
    var members = try Members(value, at: "titulaire")
    let name = members.optional("nom")
    let email = members.optional("courriel")
    try members.end()
    switch (name, email) {
    case (nil, nil): self = .nothing
    case (.string(let name), nil): self = .displayedName(name)
    case (nil, .string(let email)): self = .email(email)
    default: throw .malformed("titulaire")
    }
  }
}
