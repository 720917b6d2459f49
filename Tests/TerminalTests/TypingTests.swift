import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  @Suite("Typing")
  struct TypingTests {
    private static let table = [
      ("\u{1B}OA", "↑"), ("\u{1B}[A", "↑"), ("\u{1B}OB", "↓"), ("\u{1B}[B", "↓"),
      ("\u{1B}[C", "→"), ("\u{1B}OD", "←"), ("\u{1B}[H", "Début"), ("\u{1B}[4~", "Fin"),
      ("\u{1B}[5~", "Page préc."), ("\u{1B}[6~", "Page suiv."), ("\u{7F}", "Effacer"),
      ("\u{8}", "Effacer"), ("\u{1B}[3~", "Suppr"), ("\t", "Tab"), ("\r", "Entrée"),
      ("\u{1B}", "Échap"), ("é", "é"), ("ć", "ć"), ("\u{13}x", "x"), ("\u{16}\u{F}y", "y"),
      ("\u{1B}[200~un\rdeux\r\ntrois\u{1B}[201~", "collé:13:2"),
    ]

    @Test("what a keyboard sends arrives as its keys, one by one")
    func keys() throws {
      let terminal = try Probe.screen()
      for (count, (typed, name)) in Self.table.enumerated() {
        terminal.send(typed)
        #expect(terminal.shows("\(name) » \(count + 1)"), "\(Array(typed.utf8))")
      }
    }

    @Test("keys typed while the program is busy come in order")
    func typedAhead() throws {
      let terminal = try Probe.screen("stall")
      terminal.send("\r\u{1B}OBé\u{1B}[Ab")
      #expect(terminal.shows("« Entrée ↓ é ↑ b »"))
    }

    @Test("a letter whose two bytes come 50 ms apart is one letter")
    func cutLetter() throws {
      let terminal = try Probe.screen()
      terminal.send([0xC3])
      usleep(50_000)
      terminal.send([0xA9])
      #expect(terminal.shows("« é »"))
      #expect(terminal.screen.lines[22] == " › é")
    }

    @Test(
      "the cursor follows wide and accented letters",
      arguments: [("日本x", 8), ("e\u{301}œ", 5), ("😀!", 6)])
    func widths(typed: String, column: Int) throws {
      let terminal = try Probe.screen()
      terminal.send(typed)
      #expect(terminal.wait { $0.cursor == (22, column) })
      #expect(terminal.screen.lines[22] == " › \(typed)")
    }

    @Test("an arrow whose bytes come 100 ms apart is one arrow")
    func cutArrow() throws {
      let terminal = try Probe.screen()
      terminal.send("\u{1B}[")
      usleep(100_000)
      terminal.send("B")
      #expect(terminal.shows("« ↓ »"))
    }

    @Test("accents typed in an ISO 8859-15 terminal are those letters")
    func latin9() throws {
      let terminal = try Probe.screen(environment: ["LC_ALL": "fr_FR.ISO-8859-15"])
      terminal.send([0xE9, 0xBD])
      #expect(terminal.shows("\"e oe\""))
    }

    @Test("64 KB pasted are one key")
    func longPaste() throws {
      let terminal = try Probe.screen()
      // In pieces: a pseudo-terminal holds 4 KB.
      terminal.send("\u{1B}[200~")
      for _ in 0..<70 {
        terminal.send(String(repeating: "a", count: 1023) + "\r")
        terminal.settle(quiet: 2)
      }
      terminal.send("\u{1B}[201~")
      #expect(terminal.shows("« collé:65536:64 »"))
    }

    @Test("Ctrl-L repaints what something else has overwritten")
    func repaint() throws {
      let terminal = try Probe.screen()
      let before = terminal.bytes.count
      terminal.send("\u{C}")
      #expect(terminal.wait { _ in terminal.bytes.count - before > 500 })
    }

    @Test("an error written meanwhile waits until the screen is given back")
    func heldErrors() throws {
      let terminal = try Probe.screen("complain")
      terminal.send("\r")
      #expect(terminal.shows("« Entrée »"))
      terminal.settle()
      #expect(!terminal.screen.text.contains("remarque"))
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
      #expect(terminal.screen.text.contains("une remarque"))
    }
  }
}
