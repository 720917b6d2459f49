import Course
import Testing

/// A departure from a rule of format.md §6, in a question of the bank (body from line 11).
struct Departure: Sendable, CustomTestStringConvertible {
  var name: String
  var rule: String?
  var severity: Finding.Severity
  var line: Int
  var changes: [String: String?]
  var path = "01-essai/banque.md"

  var testDescription: String { name }

  init(
    _ name: String, _ rule: String?, _ severity: Finding.Severity, _ line: Int, options: String,
    type: String = "unique", extra: String = "refs : RU01", prompt: String? = nil
  ) {
    self.name = name
    self.rule = rule
    self.severity = severity
    self.line = line
    changes = Miniature.question(options, type: type, extra: extra)
    if let prompt {
      changes = changes.mapValues { text in
        text?.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.hasPrefix("Que faire de ce") ? prompt : String($0) }.joined(separator: "\n")
      }
    }
  }

  init(
    _ name: String, _ rule: String?, _ severity: Finding.Severity, in path: String, _ line: Int,
    _ changes: [String: String?]
  ) {
    self.name = name
    self.rule = rule
    self.severity = severity
    self.line = line
    self.changes = changes
    self.path = path
  }

  /// The findings of this rule in this file; the rest of the course may well be spoilt too.
  var findings: [Finding] {
    Miniature.findings(changes).filter { $0.rule == rule && $0.place.file == path }
  }
}

extension Departure {
  /// Three propositions, the first right, with feedback nobody complains of.
  static func options(_ first: String, _ second: String, _ third: String) -> String {
    """
    - [x] \(first)
      > Juste. Le document est public et ne désigne personne.
    - [ ] \(second)
      > Non. Le document désigne une personne, même sans son nom.
    - [ ] \(third)
      > En partie. Le geste aide, mais il reste une adresse lisible.
    """
  }

  static let sound = options("Je le relis.", "Je l’envoie.", "Je l’imprime.")
  static let feedback = "  > Non. Le document désigne une personne, même sans son nom."

  static let errors: [Departure] = [
    Departure(
      "a feedback without its verdict", nil, .error, 11,
      options: "- [x] Je le relis avec soin.\n  > Le document est public et ne désigne personne."),
    Departure(
      "« Non » for a right option", nil, .error, 11,
      options: "- [x] Je le relis avec soin.\n\(feedback)\n- [ ] Je l’envoie."),
    Departure(
      "« Juste » for a wrong option", nil, .error, 12,
      options:
        "- [x] Je le relis avec soin.\n- [ ] Je l’envoie.\n  > Juste. Le document est public et ne désigne personne."
    ),
    Departure(
      "« En partie » for a right option", nil, .error, 11,
      options:
        "- [x] Je relis.\n  > En partie. Le document est public, mais pas seulement.\n- [ ] Non."),
    Departure("a single proposition", "Q04", .error, 3, options: "- [x] Je le relis."),
    Departure(
      "an option that says « toutes les réponses »", "Q06", .error, 15,
      options: options("Je le relis.", "Je l’envoie.", "Toutes les réponses.")),
    Departure(
      "an option that says « A et B »", "Q06", .error, 13,
      options: options("Je le relis.", "Les gestes A et B.", "Je l’imprime.")),
    Departure(
      "an option that says « aucune de ces réponses »", "Q06", .error, 15,
      options: options("Je le relis.", "Je l’envoie.", "Aucune de ces réponses")),
    Departure(
      "a negative question", "Q07", .error, 3, options: sound,
      prompt: "Que ne dois-je pas faire de ce document\u{202F}?"),
    Departure(
      "an exclusion", "Q07", .error, 3, options: sound,
      prompt: "Tous ces gestes aident, sauf lequel\u{202F}?"),
    Departure(
      "two negations, though bold", "Q07", .error, 3, options: sound,
      prompt: "Que **ne** dois-je **pas** faire, sauf hier\u{202F}?"),
    Departure(
      "the same proposition twice", "Q09", .error, 15,
      options: options("Je le relis.", "Je l’envoie.", "Je l’envoie !")),
    Departure(
      "the same right part twice", "Q09", .error, 13,
      options:
        "- Lire → gagner du temps\n  > La lecture prend un instant, et évite une erreur.\n- Citer → gagner du temps\n  > La source permet à chacun de vérifier après moi.",
      type: "associer"),
    Departure(
      "no feedback", "Q10", .error, 11,
      options: "- [x] Je le relis.\n- [ ] Je l’envoie.\n\(feedback)"),
    Departure(
      "no feedback under a pair", "Q10", .error, 12,
      options: "- Lire → comprendre\n- Citer → prouver", type: "associer"),
    Departure(
      "a feedback of more than 35 words", "Q10", .error, 12,
      options: "- [x] Je le relis.\n- [ ] Je l’envoie.\n  > Non. "
        + Array(repeating: "Encore un mot de plus ici.", count: 6).joined(separator: " ")),
    Departure(
      "a feedback made of its verdict", "Q10", .warning, 12,
      options: "- [x] Je le relis.\n- [ ] Je l’envoie.\n  > Non."),
    Departure(
      "a source that does not exist", "Q11", .error, 8, options: sound,
      extra: "refs : RU01\nsources : cours ailleurs"),
    Departure(
      "a sentence of 21 words", "Q15", .error, 9, options: sound,
      prompt: Array(repeating: "mot", count: 21).joined(separator: " ") + "."),
    Departure(
      "a long sentence on the second line", "Q15", .error, 10, options: sound,
      prompt: "Un début.\nPuis " + Array(repeating: "mot", count: 20).joined(separator: " ") + "."),
    Departure(
      "a long sentence in a feedback", "Q15", .error, 12,
      options: "- [x] Je le relis.\n  > Juste. "
        + Array(repeating: "mot", count: 21).joined(separator: " ") + "."),
    Departure(
      "a long question for the facilitator", "Q15", .error, 8, options: sound,
      extra: "refs : RU01\nanimateur : " + Array(repeating: "mot", count: 21).joined(separator: " ")
    ),
    Departure(
      "an acronym out of the glossary", "Q17", .error, 11,
      options: options("Je saisis le SIG.", "Je l’envoie.", "Je l’imprime.")),
    Departure(
      "an acronym joined to a word", "Q17", .error, 9, options: sound,
      prompt: "Que dit l’accord CNIL-ANSSI de ce jour\u{202F}?"),
    Departure(
      "a misconception that does not exist", "Q21", .error, 13,
      options: options("Je le relis.", "Je l’envoie. <!-- MC-99 -->", "Je l’imprime.")),
    Departure(
      "a trade that does not exist", "Q21", .error, 8, options: sound,
      extra: "refs : RU01\nmetier : pompier"),
    Departure(
      "a reference that does not exist", "Q21", .error, 7, options: sound, extra: "refs : RU01 RU77"
    ),
    Departure(
      "an identifier twice in a file", "Q21", .error, 18,
      options: sound
        + "\n\n## RU01-001\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nQue faire de cette note reçue ce matin\u{202F}?\n\n"
        + sound),
    Departure(
      "a link to nowhere", "Q21", .error, 9, options: sound,
      prompt: "Que faire de [ce document](perdu.md) reçu hier\u{202F}?"),
    Departure(
      "a control character", "Q22", .error, 9, options: sound,
      prompt: "Que faire de ce \u{1B}[31m document\u{202F}?"),
    Departure(
      "a tabulation", "Q22", .error, 9, options: sound,
      prompt: "Que faire de ce\tdocument reçu hier\u{202F}?"),
    Departure(
      "a mark that turns the text round", "Q22", .error, 9, options: sound,
      prompt: "Que faire de ce \u{202E}document reçu hier\u{202F}?"),
    Departure(
      "a statement of 13 lines", "Q22", .error, 3, options: sound,
      prompt: (1...13).map { "Ligne \($0).  " }.joined(separator: "\n")
        + "\nQue faire de ce document\u{202F}?"),
  ]

  static let elsewhere: [Departure] = [
    Departure(
      "too few questions for the draw", "Q18", .error, in: "evaluation.md", 6,
      ["evaluation.md": "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01 : 9\n"]),
    Departure(
      "a stratum of an empty bank", "Q18", .warning, in: "evaluation.md", 6,
      ["evaluation.md": "# E\n<!--\nseuil : 4/5\n-->\n\n- DP : 1\n"]),
    Departure(
      "too few letters", "Q18", .error, in: "evaluation.md", 6,
      ["evaluation.md": "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01 : 1 (lettres différentes)\n"]),
    Departure(
      "a screen of 13 lines", "Q22", .error, in: "01-essai/1-debut.md", 8,
      Miniature.screen((1...13).map { "- Point \($0)." }.joined(separator: "\n"))),
    Departure(
      "an acronym on the second line of a screen", "Q17", .error, in: "01-essai/1-debut.md", 11,
      Miniature.screen("Un mot.\nLe SIG aussi.")),
    Departure(
      "a variable without a value", "Q21", .error, in: "collectivite.md", 1,
      ["collectivite.md": "# C\n\n## charte\n\nla charte\n"]),
    Departure(
      "a lesson linked twice", "Q21", .error, in: "01-essai/module.md", 8,
      [
        "01-essai/module.md":
          "# Essai\n<!--\nidentifiant : M1\nduree : 5\n-->\n\n1. [Je commence](1-debut.md)\n2. [Je commence](1-debut.md)\n\n## Je retiens\n\n- Je lis.\n"
      ]),
    Departure(
      "a link that says another title", "Q21", .warning, in: "01-essai/module.md", 7,
      [
        "01-essai/module.md":
          "# Essai\n<!--\nidentifiant : M1\nduree : 5\n-->\n\n1. [Autre titre](1-debut.md)\n\n## Je retiens\n\n- Je lis.\n"
      ]),
    Departure(
      "a file that nothing leads to", "Q21", .warning, in: "01-essai/9-perdu.md", 1,
      ["01-essai/9-perdu.md": "# Perdu\n"]),
    Departure(
      "a misconception misnamed", "Q21", .error, in: "idees-fausses.md", 3,
      ["idees-fausses.md": "# I\n\n## MC21\n\nUne idée.\n"]),
  ]

  static let warnings: [Departure] = [
    Departure(
      "two options of three or four", "Q04", .warning, 3,
      options: "- [x] Je le relis.\n- [ ] Je l’envoie."),
    Departure(
      "three passages of four to nine", "Q04", .warning, 3,
      options: "- [x] Un passage\n- [ ] puis un autre\n- [ ] et la fin.", type: "reperer"),
    Departure(
      "an absolute word in wrong options only", "Q05", .warning, 13,
      options: options("Je le relis.", "Je l’envoie toujours.", "Je l’imprime.")),
    Departure(
      "a negative question in bold", "Q07", .warning, 3, options: sound,
      prompt: "Que ne dois-je **pas** faire de ce document\u{202F}?"),
    Departure(
      "nearly the same proposition", "Q09", .warning, 15,
      options: options(
        "Je le relis.", "J’envoie ce document à toute mon équipe.",
        "J’envoie ce document à mon équipe.")),
    Departure(
      "nearly the same statement", "Q09", .warning, 18,
      options: sound
        + "\n\n## RU01-002\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nQue faire vite de ce document reçu hier\u{202F}?\n\n"
        + sound, prompt: "Que faire de ce document reçu hier\u{202F}?"
    ).longer,
    Departure(
      "a curt feedback", "Q10", .warning, 12,
      options: "- [x] Je le relis.\n- [ ] Je l’envoie.\n  > Non. Trop tôt."),
    Departure(
      "a point of law of 2024", "Q11", .warning, 3, options: sound,
      extra: "refs : RU01\nregle : loi\nverifie : 2024-11-21"),
    Departure(
      "a point of law without a date", "Q11", .warning, 3, options: sound,
      extra: "refs : RU01\nregle : loi"),
    Departure(
      "a statement of three words", "Q12", .warning, 3, options: sound,
      prompt: "Que faire ici\u{202F}?"),
    Departure(
      "options that all begin alike", "Q12", .warning, 3,
      options: options("Je peux le relire.", "Je peux le garder.", "Je peux le donner.")),
    Departure(
      "a straight apostrophe", "Q22", .warning, 9, options: sound,
      prompt: "Que faire d'un document reçu hier\u{202F}?"),
    Departure(
      "a space before a question mark", "Q22", .warning, 9, options: sound,
      prompt: "Que faire de ce document reçu hier ?"),
    Departure(
      "no space before a semicolon", "Q22", .warning, 9, options: sound,
      prompt: "Je lis; que faire de ce document\u{202F}?"),
    Departure(
      "a colon without its space", "Q22", .warning, 9, options: sound,
      prompt: "Voici: que faire de ce document\u{202F}?"),
    Departure(
      "guillemets without their spaces", "Q22", .warning, 9, options: sound,
      prompt: "Que faire du mot «document» reçu hier\u{202F}?"),
    Departure(
      "straight quotation marks", "Q22", .warning, 9, options: sound,
      prompt: "Que faire du mot \"document\" reçu hier\u{202F}?"),
    Departure(
      "three points", "Q22", .warning, 9, options: sound,
      prompt: "Que faire de ce document... reçu hier\u{202F}?"),
    Departure(
      "a verdict where none is expected", nil, .warning, 11,
      options:
        "- [x] Un texte fluide est inexact.\n  > Juste. La forme ne dit rien du fond, hélas.\n- [ ] Une longue réponse est sûre.\n  > La longueur ne prouve rien du tout ici.",
      type: "vrai-faux"),
  ]

  static let all = errors + elsewhere + warnings

  /// What is fine and looks wrong.
  static let honest: [Departure] = [
    Departure(
      "an absolute word in the right option too", "Q05", .warning, 0,
      options: options("Je le relis toujours.", "Je l’envoie toujours.", "Je l’imprime.")),
    Departure(
      "an absolute word out of a single choice", "Q05", .warning, 0,
      options: options("Je le relis.", "Je l’envoie toujours.", "Je l’imprime."), type: "multiple"),
    Departure(
      "a negation that others say", "Q07", .error, 0, options: sound,
      prompt: "Il dit «\u{202F}Ne le faites pas\u{202F}». Que faire de ce document\u{202F}?"),
    Departure(
      "a negation before the question", "Q07", .error, 0, options: sound,
      prompt: "Je ne connais pas ce texte. Que faire avant de répondre\u{202F}?"),
    Departure(
      "a negative circumstance", "Q07", .error, 0, options: sound,
      prompt: "Que faire si l’usager ne répond pas à temps\u{202F}?"),
    Departure(
      "a negative relative", "Q07", .error, 0, options: sound,
      prompt: "Que dire à un usager qui ne lit pas bien\u{202F}?"),
    Departure(
      "a restriction", "Q07", .error, 0, options: sound,
      prompt: "Pourquoi ne garder que la date du document\u{202F}?"),
    Departure(
      "a short statement that comes back", "Q09", .warning, 0,
      options: sound
        + "\n\n## RU01-002\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nVrai ou faux\u{202F}?\n\n"
        + sound, prompt: "Vrai ou faux\u{202F}?"),
    Departure(
      "a sentence of 20 words and a figure", "Q15", .error, 0, options: sound,
      prompt: Array(repeating: "mot", count: 19).joined(separator: " ") + " 40\u{202F}000."),
    Departure(
      "a quotation inside a sentence", "Q15", .error, 0, options: sound,
      prompt: "Le test dit oui. Il dit non. Que faire\u{202F}?"),
    Departure(
      "codes and numbers of kings", "Q17", .error, 0, options: sound,
      prompt: "Que dit RU04 de Louis XIV et de l’IA à Paris\u{202F}?"),
    Departure(
      "an acronym that is an alias", "Q17", .error, 0, options: sound,
      prompt: "Que faire d’une IAG dans ce service\u{202F}?"),
    Departure(
      "links that lead somewhere", "Q21", .error, 0, options: sound,
      prompt: "Lis [ceci](https://exemple.example/a) et [cela](1-debut.md), puis que faire\u{202F}?"
    ),
    Departure(
      "a colon in an hour and an address", "Q22", .warning, 0, options: sound,
      prompt: "À 8:30, [lire](https://exemple.example), puis que faire\u{202F}?"),
    Departure(
      "two marks in a row", "Q22", .warning, 0, options: sound,
      prompt: "Que faire de ce document reçu hier\u{202F}?!"),
    Departure(
      "a code in the text", "Q22", .warning, 0, options: sound,
      prompt: "Que faire du mot `a ; b` reçu hier matin\u{202F}?"),
    Departure(
      "a misconception that exists", "Q21", .error, 0,
      options: options("Je le relis.", "Je l’envoie. <!-- MC-21 -->", "Je l’imprime.")),
    Departure(
      "a point of law of last year", "Q11", .warning, 0, options: sound,
      extra: "refs : RU01\nregle : loi\nverifie : 2025-11-21"),
    Departure(
      "four options", "Q04", .warning, 0, options: sound + "\n- [ ] Je l’oublie.\n\(feedback)"),
    Departure(
      "no feedback under a short answer", "Q10", .error, 0,
      options: "- [x] invention\n\n> Le mot attendu.", type: "texte"),
  ]

  /// The same with statements long enough to be compared.
  var longer: Departure {
    var copy = self
    copy.changes = changes.mapValues { text in
      text?.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasSuffix("reçu hier\u{202F}?") ? "Une usagère attend. " + line : String(line)
      }.joined(separator: "\n")
    }
    return copy
  }
}
