import Glibc
import PseudoTerminal
import Testing

/// What needs a terminal runs one at a time: the times measured would not hold otherwise.
@Suite("In a pseudo-terminal", .serialized)
enum InTerminal {}

extension InTerminal {
  @Suite("The full screen")
  struct ScreenTests {
    static let first = [
      " Sonde › Écran",
      String(repeating: "━", count: 40) + String(repeating: "─", count: 40),
      "",
      "   Le menu de la sonde",
      "",
      " ▸ 0  Leçon numéro 0   à faire",
      "   1  Leçon numéro 1   à faire",
    ]

    @Test("the first frame is the grid's, and the hardware cursor stands in the input line")
    func firstFrame() throws {
      let terminal = try Probe.screen()
      #expect(Array(terminal.screen.lines.prefix(7)) == Self.first)
      #expect(terminal.screen.lines[22] == " ›")
      #expect(terminal.screen.cursor == (22, 3))
      #expect(terminal.screen.isAlternate && terminal.screen.isCursorShown)
      #expect(terminal.screen.isPasteBracketed)
      #expect(terminal.screen.unknown == [])
      #expect(terminal.bytes.count < 2500)
    }

    @Test(
      "NO_COLOR leaves no colour in the bytes, an empty one leaves them all",
      arguments: ["1", ""])
    func noColour(value: String) throws {
      let terminal = try Probe.screen(theme: "sombre", environment: ["NO_COLOR": value])
      #expect(colours(in: terminal.bytes).isEmpty == !value.isEmpty)
      #expect(Array(terminal.screen.lines.prefix(7)) == Self.first)
    }

    @Test(
      "the same words on every terminal, with the colours it has",
      arguments: [
        ("xterm-256color", true), ("screen-256color", true), ("tmux-256color", true),
        ("rxvt-unicode-256color", true), ("xterm", false), ("linux", false), ("vt100", false),
        ("vt220", false), ("screen", false), ("xterm-mono", false), ("nosuchterm", true),
        ("xterm-kitty", true),
      ])
    func terminals(name: String, isColoured: Bool) throws {
      let terminal = try Probe.screen(
        theme: "clair", environment: ["TERM": name, "TERMINFO": "/nonexistent"])
      #expect(terminal.screen.lines[5].hasSuffix(" 0  Leçon numéro 0   à faire"))
      #expect(terminal.screen.lines[0].contains("Écran"))
      #expect(colours(in: terminal.bytes).isEmpty == !isColoured)
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
    }

    @Test("the Linux console gets the signs that its font has")
    func console() throws {
      let terminal = try Probe.screen(environment: ["TERM": "linux"])
      #expect(terminal.screen.lines[5] == " > 0  Leçon numéro 0   à faire")
    }

    @Test("no screen where nothing can be placed", arguments: ["dumb", "", "unknown", "a/../b"])
    func noScreen(name: String) throws {
      let terminal = try PseudoTerminal(Probe.path, ["screen"], environment: ["TERM": name])
      let before = terminal.modes
      #expect(terminal.end() == .status(3))
      #expect(terminal.modes == before)
      #expect(!terminal.bytes.contains(0x1B))
    }

    @Test("no screen where nothing is a terminal")
    func piped() throws {
      let program = try PipedProgram(Probe.path, ["screen"], input: [])
      #expect(program.read() == "pas de terminal\n")
      #expect(program.end() == .status(3))
    }

    @Test(
      "accents show whatever the locale, transliterated where it cannot take them",
      arguments: [
        ("C", "Leçon"), ("POSIX", "Leçon"), ("", "Leçon"), ("fr_FR.UTF-8", "Leçon"),
        ("fr_XX.UTF-8", "Leçon"), ("fr_FR.ISO-8859-15", "Lecon"),
      ])
    func locales(name: String, word: String) throws {
      let terminal = try Probe.screen(environment: ["LC_ALL": name, "LANG": name])
      #expect(terminal.screen.lines[5].contains(" 0  \(word) num"))
    }

    @Test("one selection move is 130 bytes at most, and an idle second is none, nor any work")
    func sizes() throws {
      let terminal = try Probe.screen()
      var before = 0
      for place in 1...7 {
        before = terminal.bytes.count
        terminal.send("\u{1B}OB")
        #expect(terminal.wait { $0.lines[5 + place].hasPrefix(" ▸ \(place)") })
        terminal.settle()
      }
      #expect(terminal.bytes.count - before <= 130)
      let work = terminal.processorTime
      let idle = terminal.bytes.count
      terminal.settle(quiet: 1000)
      #expect(terminal.bytes.count == idle)
      #expect(terminal.processorTime == work)
    }

    @Test("from 1×1 and back, the first frame; a storm of sizes ends with the right one")
    func resizes() throws {
      let terminal = try Probe.screen()
      let first = terminal.screen.text
      for (columns, rows) in [(40, 12), (20, 5), (1, 1), (200, 60), (80, 24)] {
        terminal.resize(columns: columns, rows: rows)
        terminal.settle(quiet: 50)
      }
      #expect(terminal.wait { $0.text == first })
      for width in 0..<200 { terminal.resize(columns: 1 + width % 99, rows: 1 + width % 50) }
      terminal.resize(columns: 80, rows: 24)
      #expect(terminal.wait { $0.text == first })
      #expect(terminal.screen.unknown == [])
    }

    @Test("a window larger than anyone reads is refused at the start and cut later")
    func huge() throws {
      let refused = try PseudoTerminal(Probe.path, ["screen"], columns: 60_000, rows: 60_000)
      #expect(refused.end() == .status(3))
      let terminal = try Probe.screen()
      terminal.resize(columns: 1200, rows: 510)
      #expect(terminal.wait { $0.cells[498].starts(with: " ›") })
      #expect(terminal.screen.cells[1][999] == "─" && terminal.screen.cells[1][1000] == " ")
    }

    @Test("what no renderer makes is shown as ?, and nothing of it reaches the terminal")
    func hostile() throws {
      let terminal = try PseudoTerminal(Probe.path, ["screen", "hostile"])
      #expect(terminal.shows("Leçon numéro 9"))
      terminal.settle()
      #expect(terminal.screen.lines[2] == "???????a" + String(repeating: " ", count: 71) + "?")
      #expect(terminal.screen.lines[23] == "")
      #expect(terminal.screen.unknown == [])
      terminal.send("a")
      #expect(terminal.shows("« a »"))
    }

    @Test("a screen closed can be opened again")
    func reopened() throws {
      let terminal = try Probe.screen("reopen", theme: "contraste")
      let (first, modes) = (terminal.screen.text, terminal.modes)
      terminal.send("\r")
      let text = { String(decoding: terminal.bytes, as: UTF8.self) }
      #expect(terminal.wait { _ in text().ranges(of: "\u{1B}[?1049h").count == 2 })
      #expect(terminal.wait { $0.text == first })
      #expect(terminal.modes == modes)
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
      #expect(!terminal.screen.isAlternate)
    }
  }
}

/// The sequences of colour (ECMA-48 SGR 30–37, 40–47, 90–107, 38 and 48).
func colours(in bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.1) }
    .filter { parameters in
      parameters.split(separator: ";").contains { parameter in
        Int(parameter).map { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 } ?? false
      }
    }
}
