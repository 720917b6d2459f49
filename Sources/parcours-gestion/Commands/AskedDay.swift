import Course
import Reports

extension Day {
  /// A day that a person typed after an option.
  init(asked text: String) throws(Complaint) {
    guard let day = Day(typed: text) else {
      throw Complaint("Le jour « \(text.plain) » n’existe pas. Écrivez 2026-11-21 ou 21/11/2026.")
    }
    self = day
  }
}
