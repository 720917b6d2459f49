extension Regrading {
  /// Why no badge is given for a request; it never says how many answers are right.
  package enum Refusal: Error, Sendable, Hashable {
    case otherCourse
    /// The content followed is not the one of this course, to the byte.
    case otherVersion
    case otherBadge
    case noExam
    case impossibleDraw(DrawFault)
    /// An answer that the program never records, or to a question that was not drawn.
    case illegalAnswer(question: String)
    /// A threshold is not reached.
    case notPassed
  }
}

extension Regrading.Refusal {
  /// What is wrong, in French.
  package var sentence: String {
    switch self {
    case .otherCourse: "Cette demande concerne un autre parcours."
    case .otherVersion: "Cette demande a été faite avec une autre version du parcours."
    case .otherBadge: "Cette demande concerne un badge que ce parcours ne donne pas."
    case .noExam: "Ce parcours n’a pas d’examen."
    case .impossibleDraw(let fault):
      "Ces questions ne viennent pas d’un tirage du programme. \(fault.sentence)"
    case .illegalAnswer(let id): "La réponse à la question \(id) n’a pas une forme possible."
    case .notPassed: "Les réponses ne permettent pas de donner le badge."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch self {
    case .otherCourse, .otherBadge: "Vérifiez le dossier Modules de cet ordinateur."
    case .otherVersion:
      "Choisissez le dossier Modules de cette version, ou demandez un nouvel examen."
    case .noExam: "Écrivez evaluation.md pour décerner un badge."
    case .impossibleDraw, .illegalAnswer:
      "Vérifiez les ajouts locaux, puis proposez à la personne de repasser l’examen."
    case .notPassed: "La personne peut repasser l’examen autant de fois qu’elle le souhaite."
    }
  }
}
