import Course
import Glibc
import Journal
import PseudoTerminal
import Testing

/// The demande for a badge, by the built program, with a depot and an issuer's card.
@Suite("A badge asked for")
struct BadgeProgramTests {
  private static let old = "demande-0123456789abcdef0123456789abcdef.json"
  private static let card = """
    {"v":1,"nom":"Ville d’Exemple","did":"did:web:badges.ville.example","cle":{"kty":"OKP",\
    "crv":"X25519","kid":"x25519-1","x":"CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}}
    """

  /// Someone who passed the exam, on a machine with an issuer and, unless told, a depot.
  private func agent(hasDepot: Bool = true, _ more: [Event] = []) throws -> Agent {
    let agent = try Agent()
    _ = agent.shell(
      """
      mkdir -p "$HOME/.config/parcours" "$HOME/depot/suivi" "$HOME/depot/demandes" "$HOME/depot/badges"
      printf '%s' '\(Self.card)' > "$HOME/carte.json"
      echo "emetteur : $HOME/carte.json" > "$HOME/.config/parcours/parcours.conf"
      \(hasDepot ? #"echo "depot : $HOME/depot" >> "$HOME/.config/parcours/parcours.conf""# : "")
      """)
    var journal = try Journal.open(directory: "\(agent.home)/.local/share/parcours")
    let now = Timestamp(seconds: time(nil))
    let facts: [Event] = [
      .noticeShown, .examDrawn([DrawnQuestion(question: "RU04-001", order: [1, 2, 3])]),
      .examAnswered(question: "RU04-001", answer: [1], hash: "00"),
      .completed(course: "acculturation-iag", version: "1.0.0", digest: digest, how: .alone),
      .examSubmitted,
    ]
    for event in facts + more { try journal.record(event, at: now) }
    return agent
  }

  private let digest = String(repeating: "0a", count: 32)

  private func demandes(_ agent: Agent, in folder: String = "depot/demandes") -> [String] {
    agent.shell("ls \"$HOME/\(folder)\" | grep '^demande-'").output.split(separator: "\n")
      .map(String.init)
  }

  /// What is said, its lines joined: where they are cut does not count.
  private func said(_ outcome: Outcome) -> String { outcome.output.replacing("\n", with: " ") }

  @Test("asked twice in one session, one demande is in the depot")
  func once() throws {
    let agent = try agent()
    let typed = "1\noui\nplan\nbadge\n1\noui\nplan\nquitter\n"
    let outcome = agent.run(["badge", "obtenir"], input: typed)
    #expect(demandes(agent).count == 1)
    #expect(said(outcome).contains("n’a pas encore répondu"))
    #expect(said(outcome).contains("Badge, demandé"))
  }

  @Test("nothing is written before « oui »", arguments: ["non\n", "", "\n\n1\n"])
  func consent(answer: String) throws {
    let agent = try agent()
    _ = agent.run(["badge", "obtenir"], input: "1\n\(answer)")
    #expect(demandes(agent).isEmpty)
    #expect(!agent.read(agent.journal).contains("requested"))
  }

  @Test("badge obtenir looks at the depot, a refusal is no dead end, a new demande is looked for")
  func refused() throws {
    let agent = try agent()
    _ = agent.run(["badge", "obtenir"], input: "1\noui\n")
    let stem = String(try #require(demandes(agent).first).dropLast(5))
    let typed = "refaire\n1\noui\n"
    _ = agent.shell("echo 'La demande ne s’ouvre pas.' > \"$HOME/depot/badges/\(stem).refus.txt\"")
    let outcome = agent.run(["badge", "obtenir"], input: typed)
    #expect(said(outcome).contains("La demande ne s’ouvre pas."))
    // A demande that is only made may be refused: the answers are still there to ask again.
    #expect(said(outcome).contains("Vous pouvez demander encore : tapez refaire."))
    #expect(demandes(agent).count == 2)
  }

  @Test("erasing the badge too takes what the program wrote, and the demande of the depot")
  func erased() throws {
    let agent = try agent([.requested(file: Self.old)])
    _ = agent.shell(
      """
      mkdir -p "$HOME/Parcours IAG"; cd "$HOME/Parcours IAG"
      touch badge.svg badge.png badge.json badge.jwt \(Self.old) demande-vacances.json notes.txt
      touch "$HOME/depot/demandes/\(Self.old)" "$HOME/depot/demandes/demande-autre.json"
      """)
    let outcome = agent.run(["mes-donnees", "effacer"], input: "oui\noui\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Demande retirée du dépôt : \(Self.old)"))
    #expect(demandes(agent) == ["demande-autre.json"])
    let left = agent.shell("ls \"$HOME/Parcours IAG\"").output
    #expect(left == "demande-vacances.json\nnotes.txt\n")
  }

  @Test("what cannot be removed from the depot is named")
  func left() throws {
    let agent = try agent([.requested(file: Self.old)])
    // A folder of that name stands for a file that may not be removed, for root too.
    _ = agent.shell("mkdir \"$HOME/depot/demandes/\(Self.old)\"")
    let outcome = agent.run(["mes-donnees", "effacer"], input: "oui\noui\n")
    #expect(outcome.output.contains("Ces fichiers restent."))
    #expect(outcome.output.contains("- \(agent.home)/depot/demandes/\(Self.old)"))
  }

  /// Someone whose machine signs by itself, with a badge in their folder.
  private func local() throws -> Agent {
    let agent = try agent()
    _ = agent.shell(
      """
      rm "$HOME/.config/parcours/parcours.conf"; mkdir -p "$HOME/Parcours IAG"
      cd "$HOME/Parcours IAG"; touch badge.jwt notes.txt
      """)
    _ = agent.run(["badge", "obtenir", "--lineaire"], input: "1\n")
    return agent
  }

  @Test("a badge takes the place of an older one, in every kind")
  func replaced() throws {
    let left = try local().shell("ls \"$HOME/Parcours IAG\"").output
    #expect(left == "badge.json\nbadge.png\nbadge.svg\nnotes.txt\n")
  }

  @Test(
    "a foreign badge under the demande's name is refused", arguments: ["svg", "png", "svg json"])
  func foreign(kinds: String) throws {
    let (stranger, agent) = (try local(), try agent([.requested(file: Self.old)]))
    let stem = Self.old.dropLast(5)
    for kind in kinds.split(separator: " ") {
      _ = agent.shell(
        "cp '\(stranger.home)/Parcours IAG/badge.\(kind)' \"$HOME/depot/badges/\(stem).\(kind)\"")
    }
    // The svg is what says that an answer came.
    if kinds == "png" { _ = agent.shell("touch \"$HOME/depot/badges/\(stem).svg\"") }
    let outcome = agent.run(["badge", "obtenir"])
    #expect(said(outcome).contains("pas un badge de votre émetteur"))
    #expect(access("\(agent.home)/Parcours IAG", F_OK) != 0)
    #expect(!agent.read(agent.journal).contains("awarded"))
  }

  @Test("without a depot, the file is recalled at the next start")
  func handed() throws {
    let agent = try agent(hasDepot: false)
    _ = agent.run(["badge", "obtenir"], input: "1\noui\n")
    let file = try #require(demandes(agent, in: "Parcours IAG").first)
    let outcome = agent.run(["badge", "obtenir"])
    #expect(said(outcome).contains("~/Parcours IAG/\(file)"))
    #expect(said(outcome).contains("Rien n’arrive tout seul"))
  }

  @Test("a depot that is not there is IT's business, and nothing is noted")
  func closed() throws {
    let agent = try agent()
    _ = agent.shell("rm -r \"$HOME/depot\"")
    let outcome = agent.run(["badge", "obtenir"], input: "1\noui\n")
    #expect(said(outcome).contains("Le dépôt de votre collectivité ne répond pas."))
    #expect(said(outcome).contains("Prévenez votre service informatique"))
    #expect(!agent.read(agent.journal).contains("requested"))
  }

  @Test("a missing card is said before the choice")
  func noCard() throws {
    let agent = try agent()
    _ = agent.shell("rm \"$HOME/carte.json\"")
    let outcome = agent.run(["badge", "obtenir"], input: "1\n")
    #expect(said(outcome).contains("ne peut pas être demandé pour l’instant"))
    #expect(!said(outcome).contains("Que doit-il dire de vous ?"))
  }

  @Test("in a small window, a line typed before the choices were shown turns the page")
  func blind() throws {
    let agent = try agent()
    _ = agent.shell(
      "printf 'affichage : plein écran\\n' > \"$HOME/.local/share/parcours/reglages\"")
    let terminal = try agent.terminal(["badge", "obtenir"], columns: 80, rows: 12)
    func press(_ keys: String, showing text: String) {
      // An Entrée in the first moments of a page is taken for a repeat.
      usleep(300_000)
      terminal.send(keys)
      #expect(terminal.shows(text), "\(terminal.screen.text)")
    }
    #expect(terminal.shows("1/3"))
    press("1\r", showing: "2/3")
    press("\r", showing: "3/3")
    press("\r", showing: "questions tirées")
    press("oui\r", showing: "2/")
    #expect(demandes(agent).isEmpty)
    press("\r", showing: "Envoyer la demande ?")
    #expect(demandes(agent).isEmpty)
    press("\r", showing: "est remise à")
    #expect(demandes(agent).count == 1)
    usleep(300_000)
    terminal.send("quitter\r")
    #expect(terminal.end() == .status(0))
  }
}
