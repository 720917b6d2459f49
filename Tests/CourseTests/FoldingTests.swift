import Course
import Testing

@Suite struct FoldingTests {
  @Test(
    "accents, case, apostrophes and punctuation do not count",
    arguments: [
      ("Élève", "eleve"), ("ÇA VA ?", "ca va"), ("L’œuvre d'Ève", "l oeuvre d eve"),
      ("e\u{301}te\u{301}", "ete"), ("naïve, Noël", "naive noel"), ("Cæsar", "caesar"),
      ("  deux\u{202F}mots\u{A0}! ", "deux mots"), ("aujourd’hui", "aujourd hui"),
      ("rendez-vous", "rendez vous"), ("RU04-009", "ru04 009"), ("3,5 %", "3 5"),
      ("im\u{AD}por\u{200B}tant", "important"), ("Straße", "strasse"),
      ("ÀÉÈÊËÎÏÔÖÙÛÜŸÑ", "aeeeeiioouuuyn"),
      ("", ""), ("…!?", ""), ("🙂 oui", "oui"), ("Ελλάδα", "ελλάδα"), ("« mot »", "mot"),
      ("Łódź", "lodz"), ("I\u{307}stanbul", "istanbul"),
    ])
  func folded(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test("folding twice changes nothing more", arguments: ["L’Œuvre", "ÇA  va ?", "Ångström", "ﬁn"])
  func stable(text: String) {
    #expect(text.folded.folded == text.folded)
  }
}
