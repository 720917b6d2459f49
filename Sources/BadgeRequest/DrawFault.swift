/// Why a draw is none that the exam's plan may give.
package enum DrawFault: Error, Sendable, Hashable {
  /// The course has no question of that id.
  case unknown(question: String)
  /// `examen : non`, free text, a source to verify.
  case notForExam(question: String)
  /// Its bank is on no line of the plan.
  case outsidePlan(question: String)
  /// Its options cannot be shown in that order.
  case badOrder(question: String)
  /// Another question of its family is there.
  case repeatedFamily(question: String)
  /// A line of the plan has another number of questions than it gives.
  case wrongCount(theme: String)
  /// Two questions bear on one letter where others were there to be drawn.
  case repeatedLetter(theme: String)
  /// Questions of the level asked were there to be drawn, and were not.
  case wrongLevels(theme: String)

  /// What is wrong, in French.
  package var sentence: String {
    switch self {
    case .unknown(let id): "La question \(id) n’existe pas dans ce parcours."
    case .notForExam(let id): "La question \(id) n’est pas admise à l’examen."
    case .outsidePlan(let id): "La question \(id) n’appartient à aucun thème de l’examen."
    case .badOrder(let id): "L’ordre des propositions de la question \(id) est impossible."
    case .repeatedFamily(let id): "La question \(id) ressemble trop à une autre du même examen."
    case .wrongCount(let theme): "Le nombre de questions du thème \(theme) n’est pas celui du plan."
    case .repeatedLetter(let theme): "Deux questions du thème \(theme) portent sur la même lettre."
    case .wrongLevels(let theme): "Les niveaux des questions du thème \(theme) sont impossibles."
    }
  }
}
