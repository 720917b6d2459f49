import Glibc
import PseudoTerminal
import Testing

/// « mes-donnees effacer » takes what the program wrote, all of it, and nothing else.
@Suite("Erasing by the built program", .serialized)
struct ErasingTests {
  private static let screens = "\n\n\n\n\n\n\n\n\n"

  @Test("a folder of documents given as --donnees keeps its documents and its folders")
  func foreignFolder() throws {
    let agent = try Agent()
    let docs = "\(agent.home)/docs"
    _ = agent.shell(
      """
      mkdir -p "$HOME/docs/photos" "$HOME/docs/emetteur"
      cd "$HOME/docs"; touch a.txt roman.odt journal.odt reglages.odt reglages.vieux.tmp.odt
      touch emetteur/contrat.pdf photos/1.jpg
      """)
    _ = agent.run(["--lineaire", "--donnees", docs], input: Self.screens)
    let outcome = agent.run(["mes-donnees", "effacer", "--donnees", docs], input: "oui\noui\n")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("Tout est effacé"))
    let left = agent.shell("cd \"$HOME/docs\"; find . -type f | sort").output
    #expect(
      left == """
        ./a.txt
        ./emetteur/contrat.pdf
        ./journal.odt
        ./photos/1.jpg
        ./reglages.odt
        ./reglages.vieux.tmp.odt
        ./roman.odt
        ./verrou

        """)
  }

  @Test("all that the program writes there goes, crash leftovers included")
  func everything() throws {
    let agent = try Agent()
    let data = "\(agent.home)/.local/share/parcours"
    agent.readNotice()
    _ = agent.run(["atelier", "2", "--duree", "30"], input: "suite\n9\n")
    _ = agent.shell(
      """
      cd '\(data)'; mkdir emetteur; touch emetteur/cle.pem emetteur/cle-ed25519.pem
      touch emetteur/cle-ed25519.pem.3.tmp reglages.0123abcd.tmp journal.coupe journal.abime-1
      touch journal.abime-99 journal.nouveau atelier.coupe atelier.nouveau
      mkdir -p "$HOME/Parcours IAG"; cd "$HOME/Parcours IAG"
      touch mes-donnees.json.3.tmp badge.svg notes.txt; mkdir badge.png
      """)
    #expect(agent.run(["mes-donnees", "effacer"], input: "oui\noui\n").status == 0)
    #expect(
      agent.shell("cd '\(data)'; find . -type f | sort").output == "./verrou\n./verrou-atelier\n")
    #expect(agent.shell("ls \"$HOME/Parcours IAG\"").output == "badge.png\nnotes.txt\n")
  }

  @Test("where nothing was kept, nothing is made")
  func nothing() throws {
    let agent = try Agent()
    #expect(agent.run(["mes-donnees", "effacer"], input: "oui\noui\n").status == 0)
    #expect(access("\(agent.home)/.local", F_OK) != 0)
  }

  @Test("a damaged journal is erased like another")
  func damaged() throws {
    let agent = try Agent()
    _ = agent.run(["--lineaire"], input: Self.screens)
    _ = agent.shell("sed -i '2s/placed/plaecd/' '\(agent.journal)'")
    #expect(agent.run(["mes-donnees", "effacer"], input: "oui\nnon\n").status == 0)
    #expect(access(agent.journal, F_OK) != 0)
  }

  @Test(
    "a session open elsewhere is not erased under its feet",
    arguments: ["verrou", "verrou-atelier"])
  func locked(name: String) throws {
    let agent = try Agent()
    agent.readNotice()
    _ = agent.run(["atelier", "2", "--duree", "30"], input: "suite\n9\n")
    let data = "\(agent.home)/.local/share/parcours"
    let before = agent.shell("cd '\(data)'; md5sum *").output
    let outcome = agent.shell(
      "cd '\(data)'; printf 'oui\\noui\\n' | flock -x \(name) '\(Agent.program)' mes-donnees effacer"
    )
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("déjà ouvert dans une autre fenêtre"))
    #expect(!outcome.output.contains("Tout est effacé"))
    #expect(agent.shell("cd '\(data)'; md5sum *").output == before)
  }

  @Test("erased from within, the session says that it keeps nothing more, and keeps nothing")
  func within() throws {
    let agent = try Agent()
    let typed = Self.screens + "mes données\neffacer\noui\nnon\n\nplan\n4\n\n\nréglages\n3\n"
    let outcome = agent.run(["--lineaire"], input: typed)
    let said = outcome.output.replacing("\n", with: " ")
    #expect(said.contains("La suite de cette session n’est pas gardée."))
    #expect(agent.shell("find \"$HOME/.local\" -type f").output.hasSuffix("/verrou\n"))
  }

  @Test("a guest is told what was so")
  func guest() throws {
    let outcome = try Agent().run(
      ["--lineaire", "--invite"], input: "\n\nplan\nmes données\neffacer\noui\noui\n")
    #expect(outcome.output.contains("Cette session est oubliée. Rien n’était gardé."))
    #expect(!outcome.output.contains("Tout est effacé de ce poste."))
  }
}
