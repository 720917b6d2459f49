import Course

extension JournalLine {
  /// What the line says, in French, without capital nor full stop.
  var sentence: String {
    event?.sentence ?? "information d’une version plus récente du programme : \(name)"
  }
}

extension Event {
  fileprivate var sentence: String {
    switch self {
    case .noticeShown: "information sur vos données affichée"
    case .chosen(let trade, let review): choice(trade, review)
    case .placed(let step, let screen, let count):
      "place dans le parcours : étape \(step), écran \(screen) sur \(count)"
    case .answered(let question, let answer, let hash, let ok):
      "réponse à la question \(question) : \(list(answer))\(verdict(ok)) (empreinte \(hash))"
    case .examDrawn(let drawn):
      "questions d’évaluation tirées : "
        + drawn.map { "\($0.question) (ordre \(list($0.order)))" }.joined(separator: ", ")
    case .examAnswered(let question, let answer, let hash):
      "réponse d’évaluation à la question \(question) : \(list(answer)) (empreinte \(hash))"
    case .examSubmitted: "évaluation rendue"
    case .completed(let course, let version, let digest, let how):
      "parcours terminé : \(course), version \(version) (contenu \(digest)), \(how.rawValue)"
    case .handed: "attestation remise"
    case .requested(let file): "demande de badge déposée : \(file)"
    case .awarded(let id, let fingerprint): "badge écrit : \(id) (empreinte \(fingerprint))"
    case .purged(let kept): "anciennes réponses effacées ; \(reviews(kept))"
    }
  }
}

private func choice(_ trade: String?, _ review: Bool?) -> String {
  let parts = [
    trade.map { "métier choisi : \($0)" },
    review.map { $0 ? "rappels de révision acceptés" : "rappels de révision refusés" },
  ].compactMap { $0 }
  return parts.isEmpty ? "choix vide" : parts.joined(separator: " ; ")
}

private func list(_ places: [Int]) -> String {
  places.isEmpty ? "aucun numéro" : places.map(String.init).joined(separator: " ")
}

private func verdict(_ ok: Bool?) -> String {
  ok.map { $0 ? ", juste" : ", à revoir" } ?? ""
}

private func reviews(_ boxes: [ReviewBox]) -> String {
  guard !boxes.isEmpty else { return "rien n’est gardé pour la révision" }
  let reviews = boxes.map { "\($0.question) (boîte \($0.box), le \($0.due.frenchShort))" }
  return "gardé pour la révision : " + reviews.joined(separator: ", ")
}
