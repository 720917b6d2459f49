import Glibc
import PseudoTerminal
import Testing

/// A workshop of 30 minutes on SANDI, three questions and one scenario, by the built program.
@Suite("A workshop without a network")
struct WorkshopProgramTests {
  /// To the second vote of the first question, not yet closed.
  private static let start = "suite\n30\n17\n\nplan\n6\nA:3 B:9 C:2 D:3\nfermer\nsecond\nC:15 B:2\n"
  /// From the resumption to the report.
  private static let rest =
    "oui\nfermer\nplan\n7\nA:1 C:16\nfermer\nplan\n8\nb 8 a 4 d 5\nfermer\nannuler\nb 9 a 4 d 4\n"
    + "fermer\nplan\n5\n\n\n\nfin\noui\n\n"

  private func report(_ agent: Agent, _ name: String = "atelier-2*") -> String {
    // Lines are joined: where they are cut does not count.
    agent.shell("cat \"$HOME/Parcours IAG/\"\(name).txt | tr '\\n' ' '").output
  }

  private func expectTotals(_ report: String) {
    for total in [
      "A. Ce site", ": 0 voix sur 17, 0\u{202F}%, avant 3 sur 17, 18\u{202F}%.",
      ": 2 voix sur 17, 12\u{202F}%, avant 9 sur 17, 53\u{202F}%.",
      ": 15 voix sur 17, 88\u{202F}%, avant 2 sur 17, 12\u{202F}%.",
      ": 16 voix sur 17, 94\u{202F}%.", ": 9 voix sur 17, 53\u{202F}%.", "effectif : 17 personnes",
    ] {
      #expect(report.contains(total), "\(total) manque")
    }
  }

  @Test("by a pipe, crashed on the way and resumed, the report says what was typed")
  func pipe() throws {
    let agent = try Agent()
    let words = ["atelier", "2", "--graine", "4821"]
    let crash = agent.run(words, input: Self.start + "aide\n", extra: ["PARCOURS_ESSAI": "segv:11"])
    #expect(crash.status == 128 + SIGSEGV)
    let resumed = agent.run(["atelier"], input: Self.rest)
    #expect(resumed.status == 0)
    #expect(resumed.output.contains("question 1 ?"))
    expectTotals(report(agent))
    #expect(access(agent.journal, F_OK) != 0)
    #expect(!resumed.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "█" })
    #expect(agent.shell("find \"$HOME\" -type f ! -perm 600 ! -name '.sortie*'").output.isEmpty)
  }

  @Test(
    "in a window, killed and resumed, the report is the same", arguments: [(80, 24), (120, 40)])
  func window(size: (Int, Int)) throws {
    let agent = try Agent()
    let first = try agent.terminal(
      ["atelier", "2", "--graine", "4821"], columns: size.0, rows: size.1)
    #expect(first.shows("Quel métier"))
    type(Self.start, in: first)
    #expect(first.shows("Second vote noté"))
    first.signal(SIGKILL)
    _ = first.end()
    let second = try agent.terminal(["atelier"], columns: size.0, rows: size.1)
    #expect(second.shows("Reprendre l’atelier"))
    type(Self.rest, in: second)
    _ = second.end()
    expectTotals(report(agent))
  }

  /// Line by line, slowly enough for Entrée not to be taken for a repeat.
  private func type(_ lines: String, in terminal: PseudoTerminal) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      usleep(350_000)
      terminal.send(line + "\r")
      terminal.settle(quiet: 250)
    }
  }

  @Test("a report is never written over another")
  func twice() throws {
    let agent = try Agent()
    for _ in 0..<3 {
      _ = agent.run(["atelier", "2", "--duree", "30"], input: "suite\n9\nfin\noui\n\n")
    }
    let names = agent.shell(
      "ls \"$HOME/Parcours IAG\" | sed 's/-20[0-9-]*-[0-9][0-9]-[0-9][0-9]//'")
    #expect(
      names.output.split(separator: "\n").sorted() == [
        "atelier-2.html", "atelier-2.txt", "atelier-3.html", "atelier-3.txt", "atelier.html",
        "atelier.txt",
      ])
  }

  @Test("in a group under five no total reaches the disk")
  func smallGroup() throws {
    let agent = try Agent()
    let outcome = agent.run(
      ["atelier", "2", "--graine", "4821"],
      input: "suite\n30\n4\n\nplan\n6\nA:1 C:3\n\n\n\nC:4\n\nfin\noui\n\n")
    #expect(
      outcome.output.replacing("\n", with: " ").contains(
        "4 voix sur 4, 100\u{202F}%, avant 3 sur 4"))
    #expect(report(agent).contains("Groupe de moins de cinq : aucun total n’est gardé."))
    #expect(
      agent.shell("grep -rlE 'voted|voix' \"$HOME/.local\" \"$HOME/Parcours IAG\"").output.isEmpty)
  }

  @Test(
    "what cannot be is one sentence and exit 2",
    arguments: [
      ["atelier", "42"], ["atelier", "--duree", "45"], ["atelier", "--metier", "roi"],
      ["atelier", "--effectif", "0"], ["atelier", "--graine", "0"],
      ["contenu", "fiche", "2", "--duree", "1"],
    ])
  func misused(arguments: [String]) throws {
    let outcome = try Agent().run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && !outcome.error.isEmpty)
  }

  @Test("the sheet of the same seed has the same items, in the same order")
  func sheet() throws {
    let agent = try Agent()
    let sheet = agent.run(["contenu", "fiche", "2", "--duree", "30", "--graine", "4821"]).output
    let plan = agent.run(
      ["atelier", "2", "--graine", "4821"], input: "suite\n30\n17\n\nplan\n"
    ).output
    let ids = plan.split(separator: "\n").filter { $0.contains("Question ") }
      .compactMap { $0.split(separator: " ").last?.dropLast() }
    #expect(ids.count == 3)
    var rest = sheet[...]
    for id in ids {
      guard let place = rest.firstRange(of: "\n\(id) (") else {
        Issue.record("\(id) manque, ou n’est pas à sa place")
        return
      }
      rest = rest[place.upperBound...]
    }
  }
}
