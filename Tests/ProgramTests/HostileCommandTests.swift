import Glibc
import PseudoTerminal
import Testing

/// Commands on hostile ground: odd files, full disks, odd homes.
@Suite("Commands on hostile ground", .serialized)
struct HostileCommandTests {
  /// Someone with a few facts.
  private func agent() throws -> Agent {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: "\n\n\n\n\n\n\n\n\n")
    return agent
  }

  @Test("what cannot be read of a journal is counted, never said to be nothing")
  func unreadable() throws {
    let agent = try agent()
    _ = agent.shell("sed -i '2s/placed/plaecd/' '\(agent.journal)'")
    let one = agent.run(["mes-donnees", "voir"]).output
    #expect(one.contains("Ce que le parcours garde de vous"))
    #expect(one.contains("1 ligne du journal ne peut pas être lue."))
    _ = agent.shell("printf '{\"v\":2,\"n\":1}\\n{\"v\":2,\"n\":2}\\n' > '\(agent.journal)'")
    let newer = agent.run(["mes-donnees"]).output
    #expect(!newer.contains("ne garde rien"))
    #expect(newer.contains("2 lignes du journal ne peuvent pas être lues."))
  }

  @Test("a journal that is no file is a fault, not an empty journal")
  func noFile() throws {
    let agent = try agent()
    _ = agent.shell("rm '\(agent.journal)'; mkdir '\(agent.journal)'")
    for words in [["mes-donnees", "voir"], ["mes-donnees", "exporter"]] {
      let outcome = agent.run(words)
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("journal.jsonl"))
    }
  }

  @Test("the diagnosis tells a newer format from damage, and one line from two")
  func diagnosis() throws {
    let agent = try agent()
    func journal() -> String {
      agent.run(["diagnostic"]).output.split(separator: "\n").last.map(String.init) ?? ""
    }
    let healthy = agent.read(agent.journal)
    _ = agent.shell("truncate -s -5 '\(agent.journal)'")
    #expect(journal().contains("La dernière ligne n’est pas entière"))
    _ = agent.shell(
      "printf %s '\(healthy)' > '\(agent.journal)'; sed -i '2s/placed/plaecd/' '\(agent.journal)'")
    #expect(journal().contains("abîmé, 1 ligne illisible."))
    _ = agent.shell("printf '{\"v\":2,\"n\":1}\\n' > '\(agent.journal)'")
    #expect(journal().contains("programme plus récent (format 2)"))
    #expect(!journal().contains("--reparer"))
    _ = agent.shell("printf %s '\(healthy)' | head -n 1 > '\(agent.journal)'")
    #expect(journal().contains("lisible, 1 fait") && !journal().contains("faits"))
  }

  @Test(
    "a full disk is told by every command that prints",
    arguments: [
      "memo --html", "memo", "mes-donnees voir", "progression --json", "progression", "principes",
      "diagnostic", "--aide", "--version", "contenu fiche 2",
    ])
  func fullOutput(words: String) throws {
    let agent = try Agent()
    let outcome = agent.shell("'\(Agent.program)' \(words) > /dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("La sortie ne peut pas être écrite."))
  }

  @Test("no escape of the content, of a file's name or of a setting reaches the terminal")
  func escapes() throws {
    let agent = try Agent()
    _ = agent.shell(
      """
      cp -r '\(Agent.root)/Modules' "$HOME/M"
      sed -i '1s/.*/# Bien\\x1b]0;titre\\x07venue \\x1b[31m/' "$HOME/M/parcours.md"
      printf '# A\\n' > "$HOME/M/$(printf 'a\\033[31mb.md')"
      """)
    for words in [
      ["diagnostic", "--modules", "\(agent.home)/M", "--depot", "/x\u{1B}[31m"],
      ["contenu", "verifier", "\(agent.home)/M"], ["memo", "--modules", "\(agent.home)/M"],
    ] {
      let outcome = agent.run(words)
      let said = outcome.output + outcome.error
      #expect(!said.isEmpty)
      #expect(!said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" }, "\(words)")
    }
  }

  @Test(
    "the preview works below an accented path, composed or not",
    arguments: ["été", "e\u{301}te\u{301}"])
  func accentedPath(name: String) throws {
    let agent = try Agent()
    let folder = "\(agent.home)/\(name)"
    _ = agent.shell("mkdir '\(folder)'; cp -r '\(Agent.root)/Modules' '\(folder)/M'")
    let file = "\(folder)/M/04-donnees-personnelles/banque.md"
    let outcome = agent.run(["contenu", "apercu", file, "--lineaire"])
    #expect(outcome.output.contains("RU04-001"), "\(outcome.output) \(outcome.error)")
  }

  @Test("a leftover of another process does not block an export")
  func leftover() throws {
    let agent = try agent()
    // Any number a process may have, as in a container where it is always the same.
    _ = agent.shell(
      """
      mkdir -p "$HOME/Parcours IAG"; cd "$HOME/Parcours IAG"
      for n in $(seq 1 $(($$ + 400))); do : > mes-donnees.json.$n.tmp; done
      """)
    let outcome = agent.run(["mes-donnees", "exporter"])
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test("~ is the home in every setting that names a place")
  func home() throws {
    let agent = try Agent()
    _ = agent.shell(
      """
      mkdir -p "$HOME/.config/parcours" "$HOME/depot"; cp -r '\(Agent.root)/Modules' "$HOME/M"
      cp -r '\(Agent.root)/Badges' "$HOME/B"
      printf 'depot : ~/depot\\nmodules : ~/M\\nbadges : ~/B\\nemetteur : ~/carte.json\\n' \\
        > "$HOME/.config/parcours/parcours.conf"
      """)
    let outcome = agent.shell(
      "unset PARCOURS_MODULES PARCOURS_BADGES; '\(Agent.program)' diagnostic")
    #expect(outcome.output.contains("Dépôt : \(agent.home)/depot"))
    #expect(outcome.output.contains("Dossier du contenu : \(agent.home)/M"))
    #expect(outcome.output.contains("Émetteur : \(agent.home)/carte.json"))
  }

  @Test("an unknown home is said, with advice that works")
  func noHome() throws {
    let agent = try Agent()
    let outcome = agent.shell("unset HOME; '\(Agent.program)' --invite --lineaire")
    #expect(outcome.status == 2)
    #expect(!outcome.error.contains("--invite"))
    let advised = agent.shell(
      "d=$HOME/d; unset HOME; '\(Agent.program)' --invite --lineaire --donnees \"$d\"")
    #expect(advised.status == 0)
  }

  @Test("SIGTERM at the first question, and line by line, ends with 143", arguments: [true, false])
  func terminated(first: Bool) throws {
    let agent = try Agent()
    if !first { agent.readNotice() }
    let terminal = try agent.terminal(first ? [] : ["--lineaire"])
    #expect(terminal.shows(first ? "Comment voulez-vous lire ?" : "Commencer"))
    terminal.settle()
    terminal.signal(SIGTERM)
    #expect(terminal.end() == .status(143))
  }

  @Test("a module that does not exist is told at a first start too; one that does is gone to")
  func firstGoal() throws {
    let unknown = try Agent().run(["suivre", "ZZ", "--lineaire"], input: "\n\n\n\n\n\n\n")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("ZZ"))
    let known = try Agent().run(["suivre", "4", "--lineaire"], input: "\n\n\n\n\n\n")
    #expect(known.output.contains("Quel est votre métier"))
    #expect(known.output.contains("Module 4."))
    #expect(try Agent().run(["attestation", "--lineaire"], input: "\n").status == 1)
  }

  @Test("a trade that is said is not asked for; the one of shared situations is no trade")
  func trades() throws {
    let all = try Agent().run(["atelier", "2", "--metier", "tous"], input: "30\n9\n")
    #expect(!all.output.contains("Quel métier"))
    #expect(all.output.contains("tous métiers") || all.output.contains("Tous métiers"))
    let unsaid = try Agent().run(["atelier", "2"], input: "suite\n30\n9\n")
    #expect(unsaid.output.contains("Quel métier"))
    let shared = try Agent().run(["atelier", "2", "--metier", "multi"], input: "30\n9\n")
    #expect(shared.status == 2)
    #expect(shared.error.contains("n’existe pas"))
    #expect(!shared.error.contains("multi,"))
  }
}
