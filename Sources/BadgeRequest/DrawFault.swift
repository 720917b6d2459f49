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
}
