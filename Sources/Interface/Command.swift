import Course
import Display

extension Command {
  /// What looking up a typed word gives.
  enum Lookup {
    /// The command, and what was typed after its word.
    case found(Command, argument: String)
    case ambiguous([String])
    case unknown
  }

  /// Finds a command by its word, an alias or any unambiguous beginning, case and accents forgiven.
  static func find(_ line: String, in commands: [Command]) -> Lookup {
    let typed = line == "?" ? "aide" : line.folded
    guard !typed.isEmpty else { return .unknown }
    if let whole = match(typed, in: commands) { return whole }
    // `glossaire RAG`: the first word is the command, the rest what it is about. A sentence that
    // begins like any other command is no command: « qu’est-ce que le RAG » does not quit.
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let first = words.first, let rest = words.last,
      case .found(let command, _)? = match(String(first).folded, in: commands),
      [.glossary, .search, .vote].contains(command.action)
    else { return .unknown }
    return .found(command, argument: String(rest).trimmed)
  }

  private static func match(_ typed: String, in commands: [Command]) -> Lookup? {
    if let exact = commands.first(where: { $0.words.contains(typed) }) {
      return .found(exact, argument: "")
    }
    let begun = commands.filter { $0.words.contains { $0.hasPrefix(typed) } }
    // What is shown on the page wins over what is only in the help.
    let shown = begun.filter { !$0.binding.isQuiet }
    let candidates = shown.isEmpty ? begun : shown
    switch candidates.count {
    case 0: return nil
    case 1: return .found(candidates[0], argument: "")
    default: return .ambiguous(candidates.map(\.binding.word))
    }
  }

  private var words: [String] { ([binding.word] + binding.aliases).map(\.folded) }

  /// What works on every page.
  static let everywhere: [Command] = [
    Command(
      .help,
      Binding("aide", keys: [.character("?")], help: "Montre ce qui marche sur cette page.")),
    Command(
      .back,
      Binding(
        "retour", keys: [.left, .escape], help: "Revient à la page précédente.", isQuiet: true)),
    Command(
      .plan, Binding("plan", aliases: ["accueil", "menu"], help: "Revient à la carte du parcours.")),
    Command(
      .quit,
      Binding("quitter", aliases: ["q", "fin"], help: "Ferme le programme et garde votre place.")),
    Command(
      .reread,
      Binding("relire", aliases: ["encore"], help: "Redit la page en cours.", isQuiet: true)),
    Command(
      .whereAmI,
      Binding(
        "où", aliases: ["ou suis-je"], help: "Dit le module, l’écran et le temps estimé.",
        isQuiet: true)),
    Command(
      .glossary,
      Binding(
        "glossaire", aliases: ["mot"], help: "Explique un mot : glossaire RAG.", isQuiet: true)),
    Command(
      .search,
      Binding(
        "chercher", aliases: ["trouver"], help: "Cherche dans tout le parcours.", isQuiet: true)),
    Command(
      .principles,
      Binding("principes", help: "Montre les neuf principes et SANDI.", isQuiet: true)),
    Command(
      .myData,
      Binding(
        "mes données", aliases: ["donnees"], help: "Voir, exporter ou effacer vos données.",
        isQuiet: true)),
    Command(
      .settings,
      Binding("réglages", help: "Change l’affichage et la saisie.", isQuiet: true)),
  ]

  /// Entrée, under the name the page gives it.
  static func advance(_ label: String = "suite", help: String = "Va plus loin.") -> Command {
    Command(
      .advance,
      Binding(
        label, aliases: label == "suite" ? ["continuer", "suivant"] : ["suite"],
        keys: [.enter], help: help))
  }

  /// Entrée where a line is expected: it sends the line, and says what is missing when it is empty.
  static let answering = Command(
    .answer, Binding("répondre", keys: [.enter], help: "Envoie ce qui est tapé sur la ligne."))

  /// The arrows where there is a choice: the keyboard sees to them on every page.
  static let choosing = Command(
    .choose,
    Binding("choisir", keys: [.up, .down], help: "Écrit le choix suivant sur la ligne."))

  /// `←`, shown in the footer.
  static let backShown = Command(
    .back,
    Binding("retour", aliases: ["précédent"], keys: [.left], help: "Revient en arrière."))
}
