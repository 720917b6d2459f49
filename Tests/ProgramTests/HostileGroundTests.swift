import Glibc
import PseudoTerminal
import Testing

/// The whole program in a terminal: what hostile ground does to it.
@Suite("The program on hostile ground", .serialized)
struct HostileGroundTests {
  @Test("the first words come before any escape code, then the full screen")
  func firstWords() throws {
    let agent = try Agent()
    let terminal = try agent.terminal()
    #expect(terminal.shows("Comment voulez-vous lire ?"))
    #expect(!terminal.bytes.contains(0x1B))
    terminal.send("1\r")
    #expect(terminal.shows("Vos données dans ce parcours"))
    #expect(terminal.screen.isAlternate)
  }

  @Test("in the smallest window the first words are whole, and an empty line is told as one")
  func firstWordsNarrow() throws {
    let agent = try Agent()
    let terminal = try agent.terminal(columns: 40, rows: 12)
    #expect(terminal.shows("Tapez 1 ou 2, puis Entrée"))
    let lines = String(decoding: terminal.bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.contains("générative."))
    #expect(lines.allSatisfy { $0.count <= 40 })
    terminal.send("\r")
    #expect(terminal.shows("La ligne est vide."))
  }

  @Test(
    "the terminal is put back after quitting and after each signal",
    arguments: [
      ("quitter\r", 0, 0), ("\u{3}", 0, 130), ("", SIGTERM, 143), ("", SIGHUP, 129),
    ])
  func endings(typed: String, signal: Int32, status: Int32) throws {
    let agent = try Agent()
    agent.readNotice()
    let terminal = try agent.terminal()
    #expect(terminal.shows("Commencer"))
    usleep(200_000)
    terminal.send(typed)
    if signal != 0 { terminal.signal(signal) }
    #expect(terminal.end() == .status(status))
    expectRestored(terminal)
  }

  @Test(
    "the terminal is put back after a crash, which says nothing in English",
    arguments: [("trap", [SIGILL, SIGTRAP]), ("segv", [SIGSEGV])])
  func crashes(kind: String, signals: [Int32]) throws {
    let agent = try Agent()
    agent.readNotice()
    let terminal = try agent.terminal(environment: ["PARCOURS_ESSAI": "\(kind):2"])
    #expect(terminal.shows("Commencer"))
    terminal.send("4")
    terminal.settle()
    terminal.send("4")
    let ending = terminal.end()
    #expect(signals.contains { ending == .signal($0) })
    expectRestored(terminal)
    #expect(!terminal.screen.text.contains("Press space"))
  }

  @Test("Ctrl-Z gives the shell back, fg gives the same frame")
  func stopped() throws {
    let agent = try Agent()
    agent.readNotice()
    let script = "set -m; \"$0\"; echo arrêté; read x; fg %1 >/dev/null; echo rendu $?"
    let terminal = try PseudoTerminal(
      "/bin/bash", ["-c", script, Agent.program], environment: agent.environment)
    #expect(terminal.shows("Commencer"))
    terminal.settle()
    let frame = terminal.screen.lines
    terminal.send("\u{1A}")
    #expect(terminal.shows("arrêté"))
    #expect(!terminal.screen.isAlternate)
    terminal.send("\r")
    #expect(terminal.wait { $0.isAlternate && $0.text.contains("Commencer") })
    terminal.settle()
    #expect(terminal.screen.lines == frame)
    terminal.send("quitter\r")
    #expect(terminal.shows("rendu 0"))
  }

  @Test("a window that shrinks to one cell and comes back shows the same frame")
  func resized() throws {
    let agent = try Agent()
    let terminal = try agent.map()
    let frame = terminal.screen.lines
    for (columns, rows) in [(20, 5), (5, 3), (1, 1), (40, 12), (200, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      terminal.settle()
    }
    #expect(terminal.wait { $0.lines == frame })
  }

  @Test("a window below 40 × 12 asks for more room")
  func small() throws {
    let agent = try Agent()
    let terminal = try agent.map()
    terminal.resize(columns: 39, rows: 12)
    #expect(terminal.shows("Agrandissez"))
  }

  @Test("NO_COLOR leaves no colour; the words still tell", arguments: ["xterm-256color", "vt100"])
  func noColour(name: String) throws {
    let agent = try Agent()
    let terminal = try agent.map(environment: ["NO_COLOR": "1", "TERM": name])
    terminal.send("4\r")
    terminal.settle()
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    let colours = text.matches(of: /\u{1B}\[[0-9;]*m/).filter { match in
      match.output.dropFirst(2).dropLast().split(separator: ";")
        .contains { Int($0).map { (30...49).contains($0) || (90...107).contains($0) } ?? false }
    }
    #expect(colours.isEmpty)
    #expect(terminal.shows("Données personnelles"))
  }

  @Test(
    "a terminal that cannot place its cursor gets the lines, without an escape",
    arguments: ["dumb", ""])
  func dumb(name: String) throws {
    let agent = try Agent()
    let terminal = try agent.terminal(environment: ["TERM": name])
    #expect(terminal.shows("Ce programme n’envoie rien sur Internet."))
    #expect(!terminal.bytes.contains(0x1B))
    terminal.send("quitter\r")
    #expect(terminal.end() == .status(0))
  }

  @Test("an unknown terminal still opens, never an English error")
  func unknown() throws {
    let agent = try Agent()
    agent.readNotice()
    let terminal = try agent.terminal(environment: ["TERM": "inconnu-9000"])
    #expect(terminal.shows("Données personnelles"))
    #expect(!terminal.screen.text.contains("Error"))
  }

  @Test("LC_ALL=C shows French, never its bytes", arguments: ["C", "POSIX", "fr_FR.ISO-8859-15"])
  func locale(name: String) throws {
    let agent = try Agent()
    agent.readNotice()
    let terminal = try agent.terminal(environment: ["LC_ALL": name])
    #expect(terminal.wait { $0.text.contains("Données") || $0.text.contains("Donnees") })
    #expect(!terminal.screen.text.contains("Ã"))
    #expect(!terminal.screen.text.contains("M-C"))
  }

  @Test("an Entrée held down answers nothing unseen; a paste answers nothing at all")
  func repeats() throws {
    let agent = try Agent()
    let terminal = try agent.map()
    usleep(200_000)
    terminal.send("4\r")
    terminal.settle()
    usleep(200_000)
    terminal.send(String(repeating: "\r", count: 30))
    terminal.settle()
    // One page at the most for a burst: the rest came before anyone could read.
    #expect(terminal.screen.lines[0].contains("écran 1 sur 9"))
    terminal.send("\u{1B}[200~\(String(repeating: "1\r", count: 2000))\u{1B}[201~")
    terminal.settle()
    #expect(terminal.screen.lines[0].contains("écran 1 sur 9"))
  }

  @Test("control characters in the content reach neither screen nor lines")
  func hostileContent() throws {
    let agent = try Agent()
    _ = agent.shell(
      "cp -r '\(Agent.root)/Modules' \"$HOME/M\"; sed -i '1s/.*/# Bien\\x1b]0;titre\\x07venue \\x1b[31m/' \"$HOME\"/M/00-bienvenue/1-*.md"
    )
    let outcome = agent.run(
      ["--lineaire", "--modules", "\(agent.home)/M"], input: "\n\n\n\n\n\n\n\n")
    #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
    #expect(!outcome.output.unicodeScalars.contains("\u{7}"))
  }

  private func expectRestored(_ terminal: PseudoTerminal) {
    #expect(terminal.modes == terminal.initialModes)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorShown)
    #expect(!terminal.screen.isPasteBracketed)
  }
}
