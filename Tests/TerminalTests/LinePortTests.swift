import Glibc
import PseudoTerminal
import Terminal
import Testing

extension InTerminal {
  @Suite("Line by line")
  struct LinePortTests {
    @Test("a transcript reads well: each answer follows its prompt, and no escape is written")
    func transcript() throws {
      let program = try PipedProgram(Probe.path, ["lines"], input: Array("oui\r\n\u{1B}[Anon".utf8))
      let written = program.read()
      #expect(
        written == """
          Écran [1mde la « sonde »
          66 colonnes
          > oui
          <oui> 3
          > non
          <non> 3
          >\u{20}

          """)
      #expect(program.end() == .status(0))
    }

    @Test(
      "the words are UTF-8 even in the C locale, ASCII where the locale has another charset",
      arguments: [
        ("C", "Écran"), ("fr_FR.UTF-8", "Écran"), ("", "Écran"), ("fr_FR.ISO-8859-15", "Ecran"),
      ])
    func locales(name: String, word: String) throws {
      let program = try PipedProgram(
        Probe.path, ["lines"], input: [], environment: ["LC_ALL": name, "TERM": "linux"])
      #expect(program.read().hasPrefix(word))
    }

    @Test("hostile bytes are a line like another")
    func hostile() throws {
      let long = [UInt8](repeating: 0x61, count: 70_000)
      let program = try PipedProgram(Probe.path, ["lines"], input: [0xFF, 0x00, 0x62, 0x0A] + long)
      let written = program.read()
      #expect(written.contains("> \u{FFFD}b\n<\u{FFFD}b> 2\n"))
      #expect(written.hasSuffix("> 65536\n> \n"))
      #expect(program.end() == .status(0))
    }

    @Test("nobody reading any more, it ends quietly")
    func brokenPipe() throws {
      let program = try PipedProgram(Probe.path, ["lines"])
      _ = program.read(until: "> ")
      program.closeOutput()
      let other = try PipedProgram(Probe.path, ["lines"], input: Array("a\nb\n".utf8))
      other.closeOutput()
      #expect(other.end() == .status(0))
      program.signal(SIGTERM)
      #expect(program.end() == .status(143))
    }

    @Test(
      "a signal ends a reading, with its status",
      arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func signals(signal: Int32, status: Int32) throws {
      let program = try PipedProgram(Probe.path, ["lines"])
      _ = program.read(until: "> ")
      program.signal(signal)
      #expect(program.read() == "\n")
      #expect(program.end() == .status(status))
    }

    @Test("a signal ends a writing that nobody reads")
    func fullPipe() throws {
      let lines = [UInt8](repeating: 0x61, count: 60_000) + [0x0A]
      let program = try PipedProgram(Probe.path, ["lines"], input: lines + lines + lines)
      usleep(300_000)
      program.signal(SIGTERM)
      #expect(program.end() == .status(143))
    }

    @Test("at a terminal: its width, its own echo, nothing changed in its modes")
    func atTerminal() throws {
      let terminal = try PseudoTerminal(Probe.path, ["lines"], columns: 50)
      let before = terminal.modes
      #expect(terminal.shows("50 colonnes\n>"))
      terminal.send("é\n")
      #expect(terminal.shows("> é\n<é> 1\n>"))
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
      #expect(terminal.screen.cursor == (5, 0))
      #expect(terminal.modes == before)
      #expect(!terminal.bytes.contains(0x1B))
    }

    @Test("Ctrl-C at a terminal is the end, and closing its window too")
    func interrupted() throws {
      let terminal = try PseudoTerminal(Probe.path, ["lines"])
      #expect(terminal.shows("\n>"))
      terminal.send("\u{3}")
      #expect(terminal.end() == .status(130))
      let closed = try PseudoTerminal(Probe.path, ["lines"])
      #expect(closed.shows("\n>"))
      closed.hangUp()
      // The end of the input may be seen before the signal.
      #expect([.status(129), .status(0)].contains(closed.end()))
    }
  }
}
