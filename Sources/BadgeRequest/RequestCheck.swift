import Course

extension BadgeRequest {
  /// The account that no system gives: (uid_t) −1, and all above it.
  private static let accounts = 0...4_294_967_294

  /// Refuses what may not stand in a request; the same when it is written and when it is read.
  func check() throws(FormFault) {
    try require(Spelling.isUUID(id), "id")
    try require(Spelling.isIdentifier(course), "parcours")
    try require(Spelling.isIdentifier(version), "version")
    try require(Spelling.isDigest(digest), "empreinte")
    try require(Spelling.isSlug(badge), "badge")
    try require(completed.seconds >= 0, "acheve")
    try require(account.map(BadgeRequest.accounts.contains) ?? true, "compte")
    switch recipient {
    case .nothing: break
    case .displayedName(let name): try require(Spelling.isName(name), "titulaire : nom")
    case .email(let address): try require(Spelling.isEmail(address), "titulaire : courriel")
    }
    try checkAttempt()
  }

  private func checkAttempt() throws(FormFault) {
    try require((1...1000).contains(attempt.drawn.count), "questions")
    var seen: Set<String> = []
    for (index, drawn) in attempt.drawn.enumerated() {
      let place = "question \(index + 1)"
      try require(Spelling.isSlug(drawn.question), "\(place) : id")
      guard seen.insert(drawn.question).inserted else { throw .repeatedQuestion(drawn.question) }
      try require(isList(drawn.order, from: 1), "\(place) : ordre")
      try require(isList(attempt.answers[drawn.question] ?? [], from: 0), "\(place) : reponse")
    }
    // An answer to a question that was not drawn would be left out in silence.
    try require(attempt.answers.keys.allSatisfy(seen.contains), "reponse")
  }

  /// At most 100 numbers, from `least` to 999.
  private func isList(_ numbers: [Int], from least: Int) -> Bool {
    numbers.count <= 100 && numbers.allSatisfy { (least...999).contains($0) }
  }
}

/// Throws the name of a member that has not the form it must.
func require(_ isSound: Bool, _ name: String) throws(FormFault) {
  if !isSound { throw .malformed(name) }
}
