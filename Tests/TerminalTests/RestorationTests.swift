import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  @Suite("The terminal is put back")
  struct RestorationTests {
    @Test(
      "after an exit and after each signal that asks for the end, with its status",
      arguments: [
        ("\u{4}", 0, 0), ("\u{3}", 0, 130), ("", SIGTERM, 143), ("", SIGHUP, 129),
        ("", SIGINT, 130),
      ])
    func endings(typed: String, signal: Int32, status: Int32) throws {
      let (terminal, before) = try start("nothing")
      terminal.send(typed)
      if signal != 0 { terminal.signal(signal) }
      #expect(terminal.end() == .status(status))
      expectRestored(terminal, before)
      #expect(terminal.screen.text.contains("fini \(status)"))
    }

    @Test(
      "after a crash, which keeps its signal",
      arguments: [
        ("fatal", SIGILL), ("trap", SIGILL), ("segmentation", SIGSEGV), ("abort", SIGABRT),
        ("overflow", SIGSEGV),
      ])
    func crashes(action: String, signal: Int32) throws {
      let (terminal, before) = try start(action)
      terminal.send("\r")
      let ending = terminal.end()
      // A trap is SIGILL on x86-64 and SIGTRAP on arm64.
      #expect(ending == .signal(signal) || signal == SIGILL && ending == .signal(SIGTRAP))
      expectRestored(terminal, before)
      #expect(terminal.screen.text.contains("panne voulue") == (action == "fatal"))
      #expect(!terminal.screen.text.contains("Press space"))
    }

    @Test("Ctrl-C that does not end the program does not count in its status")
    func interruptedOnly() throws {
      let terminal = try Probe.screen("stay")
      terminal.send("\u{3}")
      #expect(terminal.shows("« Interrompre »"))
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
    }

    @Test("after Ctrl-\\, the way out of a program that hangs")
    func quit() throws {
      let (terminal, before) = try start("nothing")
      terminal.send("\u{1C}")
      #expect(terminal.end() == .signal(SIGQUIT))
      expectRestored(terminal, before)
    }

    @Test("after exit, called with the screen up")
    func leave() throws {
      let (terminal, before) = try start("leave")
      terminal.send("\r")
      #expect(terminal.end() == .status(7))
      expectRestored(terminal, before)
    }

    @Test(
      "after a crash on a terminal without another screen, with no delay mark in the bytes",
      arguments: ["vt100", "linux", "vt220"])
    func plainTerminals(name: String) throws {
      let (terminal, before) = try start("abort", environment: ["TERM": name])
      terminal.send("\r")
      #expect(terminal.end() == .signal(SIGABRT))
      #expect(terminal.modes == before)
      #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("$<"))
      #expect(terminal.screen.isCursorShown && !terminal.screen.isPasteBracketed)
    }

    @Test("while stopped by Ctrl-Z; brought back, the same frame, then the size of the window")
    func stopped() throws {
      let script = "set -m; \"$0\" screen; echo arrêté; read x; fg %1 >/dev/null; echo rendu $?"
      let terminal = try PseudoTerminal("/bin/bash", ["-c", script, Probe.path])
      let before = terminal.modes
      #expect(terminal.waitForFrame())
      let first = terminal.screen.text
      terminal.send("\u{1A}")
      #expect(terminal.shows("arrêté"))
      expectRestored(terminal, before)
      terminal.send("\n")
      #expect(terminal.waitForFrame())
      #expect(terminal.screen.text == first)
      terminal.send("é")
      #expect(terminal.shows("« é »"))
      terminal.send("\u{4}")
      #expect(terminal.shows("rendu 0"))
      #expect(terminal.end() == .status(0))
      expectRestored(terminal, before)
    }

    @Test("Ctrl-Z does not freeze a window that has no shell")
    func orphan() throws {
      let terminal = try Probe.screen()
      let first = terminal.screen.text
      terminal.send("\u{1A}")
      terminal.settle()
      #expect(terminal.screen.text == first)
      terminal.send("a")
      #expect(terminal.shows("« a »"))
    }

    @Test("after SIGSTOP and SIGCONT, the same frame")
    func continued() throws {
      let (terminal, before) = try start("nothing")
      let first = terminal.screen.text
      terminal.signal(SIGSTOP)
      usleep(50_000)
      terminal.signal(SIGCONT)
      terminal.settle()
      #expect(terminal.screen.text == first)
      terminal.send("\u{4}")
      #expect(terminal.end() == .status(0))
      expectRestored(terminal, before)
    }

    @Test("the window closed, SIGHUP ignored or not, the program ends by itself")
    func hangUp() throws {
      let plain = try Probe.screen()
      plain.hangUp()
      // The end of the input may be seen before the signal.
      #expect([.status(129), .status(0)].contains(plain.end()))
      let script = "trap '' HUP; exec \"$0\" screen"
      let deaf = try PseudoTerminal("/bin/sh", ["-c", script, Probe.path])
      #expect(deaf.waitForFrame())
      deaf.hangUp()
      #expect(deaf.end() == .status(0))
    }

    @Test("a signal comes before the keys typed after it")
    func signalFirst() throws {
      let (terminal, before) = try start("stall")
      terminal.send("\r")
      usleep(50_000)
      terminal.signal(SIGTERM)
      terminal.send("abc")
      #expect(terminal.end() == .status(143))
      #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("Entrée a"))
      expectRestored(terminal, before)
    }

    /// The screen, and the modes before it.
    private func start(
      _ action: String, environment: [String: String] = [:]
    ) throws -> (PseudoTerminal, [UInt8]) {
      // A shell reads first, so that the modes are seen before the program changes them.
      let script = "read x; exec \"$0\" screen \"$1\""
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", script, Probe.path, action], environment: environment)
      let before = terminal.modes
      terminal.send("\n")
      #expect(terminal.waitForFrame())
      #expect(terminal.modes != before)
      return (terminal, before)
    }

    private func expectRestored(_ terminal: PseudoTerminal, _ before: [UInt8]) {
      #expect(terminal.modes == before)
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.screen.isCursorShown)
      #expect(!terminal.screen.isPasteBracketed)
      let bytes = String(decoding: terminal.bytes, as: UTF8.self)
      #expect(isLast("\u{1B}[?1049l", over: "\u{1B}[?1049h", in: bytes))
      #expect(isLast("\u{1B}[?25h", over: "\u{1B}[?25l", in: bytes))
    }

    private func isLast(_ one: String, over other: String, in text: String) -> Bool {
      guard let found = text.ranges(of: one).last else { return false }
      return text.ranges(of: other).last.map { $0.lowerBound < found.lowerBound } ?? true
    }
  }
}
