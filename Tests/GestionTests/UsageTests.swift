import Testing

@Suite("What parcours-gestion says of a command line")
struct UsageTests {
  @Test("bad usage is one French line on standard error and exit 2", arguments: mistakes)
  func mistake(arguments: [String], sentence: String) {
    let outcome = run([program] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.hasPrefix(sentence), "\(outcome.error)")
    #expect(english.allSatisfy { !outcome.error.contains($0) })
  }

  @Test("help is in French, on standard output, and exits 0", arguments: helpLines)
  func help(arguments: [String]) {
    let outcome = run([program] + arguments)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.text.contains("Usage : parcours-gestion"))
    #expect(outcome.text.contains("Montrer cette aide."))
    for word in english { #expect(!outcome.text.contains(word), "\(word)") }
  }

  @Test("--version names the program")
  func version() {
    let outcome = gestion("--version")
    #expect(outcome.status == 0 && outcome.text.hasPrefix("parcours-gestion "))
  }
}

/// What only an English sentence of the parser holds.
private let english = [
  "OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "Error", "See ", "Show", "detailed", "(values",
  "default", "Unknown", "Unexpected", "Missing", "invalid", "Please",
]

private let mistakes: [(arguments: [String], sentence: String)] = [
  (["rapprt"], "« rapprt » n’est pas attendu ici."),
  (
    ["rapport", "--depo", "x"],
    "L’option « --depo » n’existe pas. Vouliez-vous écrire « --depot » ?"
  ),
  (["rapport", "--zzzzzzzz"], "L’option « --zzzzzzzz » n’existe pas."),
  (["rapport", "-q"], "L’option « -q » n’existe pas."),
  (["rapport", "--depot"], "L’option « --depot <dossier> » attend une valeur."),
  (["rapport", "--par", "agent"], "La valeur « agent » ne convient pas à « --par <colonne> »."),
  (["rapport", "--format", "l'été"], "La valeur « l'été » ne convient pas à « --format"),
  (["rapport", "--format", "\u{1B}[2J"], "La valeur « [2J » ne convient pas"),
  (["rapport", "--format", "xlsx"], "La valeur « xlsx » ne convient pas à « --format"),
  (["rapport", "un", "deux"], "« un » et ce qui suit ne sont pas attendus ici."),
  (["rapport", "--depot=x", "trop"], "« trop » n’est pas attendu ici."),
  (["rapport"], "Il manque le dossier du dépôt."),
  (["rapport", "--depot", "/nulle/part"], "Le dépôt « /nulle/part/suivi » ne peut pas être lu."),
  (["rapport", "--depot", "/etc/passwd"], "Le dépôt « /etc/passwd/suivi » ne peut pas être lu."),
  (["rapport", "--depot", "x", "--du", "31/02/2026"], "Le jour « 31/02/2026 » n’existe pas."),
  (["rapport", "--depot", "x", "--au", "demain"], "Le jour « demain » n’existe pas."),
  (
    ["rapport", "--depot", "x", "--du", "2026-02-02", "--au", "01/02/2026"],
    "Le jour de --au précède celui de --du."
  ),
  (
    ["rapport", "--depot", "x", "--agents", "/nulle"], "Le fichier « /nulle » ne peut pas être lu."
  ),
  (["rapport", "--depot", "x", "--agents", "/etc"], "Le fichier « /etc » ne peut pas être lu."),
]

private let helpLines = [
  [], ["--help"], ["--aide"], ["-h"], ["help"], ["rapport", "--aide"], ["help", "rapport"],
  ["report", "--help"],
]
