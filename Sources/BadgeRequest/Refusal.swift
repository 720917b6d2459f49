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
  /// What is wrong and what to do, in French, for the agent and for the report.
  ///
  /// No question is named and no score told: the answers are too near.
  package var sentence: String {
    switch self {
    case .notPassed:
      "Les réponses ne permettent pas de donner le badge. L’examen peut être repassé."
    case .otherCourse, .otherVersion, .otherBadge, .noExam:
      "Cette demande concerne un autre parcours, ou un autre badge."
    case .impossibleDraw, .illegalAnswer:
      "Cet examen ne correspond pas au parcours et à ses ajouts locaux. Il peut être repassé."
    }
  }
}
