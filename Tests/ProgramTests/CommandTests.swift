import Glibc
import Testing

/// The command line: French, exit codes, closed pipes.
@Suite("The command line")
struct CommandTests {
  @Test(
    "what is not understood is one French sentence and exit 2",
    arguments: [
      ["inconnu"], ["--inconnu"], ["badge"], ["badge", "verifier"], ["suivre", "42"],
      ["contenu", "verifier", "/nulle/part"], ["badge", "verifier", "/nulle/part.svg"],
      ["contenu", "verifier", "--au", "demain"], ["progression", "--modules", "/nulle/part"],
    ])
  func misused(arguments: [String]) throws {
    let agent = try Agent()
    agent.readNotice()
    let outcome = agent.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
    for english in ["Error", "Usage", "help", "Unknown", "Missing", "Fatal"] {
      #expect(!outcome.error.contains(english), "\(outcome.error)")
    }
  }

  @Test(
    "the help is French, in every place one asks for it",
    arguments: [["--aide"], ["-h"], ["badge", "--help"], ["help"]])
  func help(arguments: [String]) throws {
    let outcome = try Agent().run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("parcours badge verifier FICHIER"))
    #expect(!outcome.output.contains("USAGE"))
  }

  @Test("progression, principes, diagnostic and mes-donnees read without a journal")
  func reading() throws {
    let agent = try Agent()
    #expect(agent.run(["progression"]).output.contains("4. Données personnelles : à faire."))
    #expect(agent.run(["progression", "--json"]).output.contains("\"termine\": null"))
    #expect(agent.run(["principes"]).output.contains("Je conserve l"))
    #expect(agent.run(["diagnostic"]).output.contains("Journal : vide"))
    #expect(agent.run(["mes-donnees", "voir"]).status == 0)
    #expect(access("\(agent.home)/.local", F_OK) != 0)
  }

  @Test("settings never leave: neither the diagnosis nor the export knows them")
  func settingsStay() throws {
    let agent = try Agent()
    agent.readNotice()
    let told = agent.run(["diagnostic"]).output + agent.run(["mes-donnees", "voir"]).output
    #expect(!told.contains("plein écran\n"))
    #expect(!told.contains("ligne à ligne"))
    #expect(agent.run(["mes-donnees", "exporter"]).status == 0)
    #expect(agent.shell("grep -ril 'affichage' \"$HOME/Parcours IAG\"").output.isEmpty)
  }

  @Test("a reader that leaves early is no error")
  func closedPipe() throws {
    let agent = try Agent()
    let outcome = agent.shell("'\(Agent.program)' --aide | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(outcome.output.hasSuffix("\n0\n") || outcome.output.hasSuffix("\n141\n"))
    let course = agent.shell(
      "yes '' | '\(Agent.program)' --lineaire | head -n 3; echo ${PIPESTATUS[1]}")
    #expect(course.output.hasSuffix("\n0\n") || course.output.hasSuffix("\n141\n"))
    let closed = agent.shell("'\(Agent.program)' --lineaire >&- </dev/null; echo $?")
    #expect(closed.output == "0\n")
  }

  @Test("the content of the project is sound")
  func content() throws {
    let outcome = try Agent().run(["contenu", "verifier", "\(Agent.root)/Modules"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Erreurs : 0."))
  }

  @Test("a faulty content is said with its file and line")
  func faulty() throws {
    let agent = try Agent()
    _ = agent.shell(
      "cp -r '\(Agent.root)/Modules' \"$HOME/M\"; printf '\\n## RU04-900\\nSans fiche.\\n' >> \"$HOME/M/04-donnees-personnelles/banque.md\""
    )
    let outcome = agent.run(["contenu", "verifier", "\(agent.home)/M"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("04-donnees-personnelles/banque.md:"))
  }

  @Test(
    "a lesson where none is listed is absent, for the learner as for the author",
    arguments: ["b/1.md", ".1.md", "1.txt"])
  func unlisted(place: String) throws {
    let agent = try Agent()
    _ = agent.shell(
      "cp -r '\(Agent.root)/Modules' \"$HOME/M\"; cd \"$HOME/M/00-bienvenue\"; mkdir b; mv 1-*.md \(place); sed -i 's|(1-[^)]*)|(\(place))|' module.md"
    )
    for arguments in [["contenu", "verifier", "\(agent.home)/M"], ["memo"]] {
      let outcome = agent.run(arguments, extra: ["PARCOURS_MODULES": "\(agent.home)/M"])
      #expect(outcome.status != 0)
      let said = outcome.output + outcome.error
      #expect(said.contains("«\u{202F}\(place)\u{202F}» mène à un fichier absent."))
    }
  }

  @Test("a lesson that cannot be read is said so, and not absent")
  func unreadable() throws {
    let agent = try Agent()
    _ = agent.shell(
      "cp -r '\(Agent.root)/Modules' \"$HOME/M\"; cd \"$HOME/M/00-bienvenue\"; ln -sf nulle 1-*.md")
    let outcome = agent.run(["contenu", "verifier", "\(agent.home)/M"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(".md:1: Le texte n’est pas en UTF-8."))
  }
}
