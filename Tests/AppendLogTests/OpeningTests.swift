import AppendLog
import Glibc
import Testing

@Suite("Opening a log") struct OpeningTests {
  @Test("a new log makes its folders 0700 and its files 0600")
  func creation() throws {
    let scratch = Scratch()
    var log = try AppendLog.opened(scratch.path + "/deep/er/data/")
    try log.append("a.")
    #expect(scratch.mode(of: "deep") == 0o700)
    #expect(scratch.mode(of: "deep/er/data") == 0o700)
    #expect(scratch.mode(of: "deep/er/data/journal.jsonl") == 0o600)
    #expect(scratch.mode(of: "deep/er/data/verrou") == 0o600)
    #expect(log.recovery.lines.isEmpty)
  }

  @Test("the rights do not depend on the umask nor on what was there", arguments: [0o644, 0o666])
  func tightened(mode: mode_t) throws {
    let scratch = Scratch()
    scratch.write("a.\n")
    chmod(scratch.data + "/journal.jsonl", mode)
    _ = try AppendLog.opened(scratch.data)
    #expect(scratch.mode(of: "data/journal.jsonl") == 0o600)
  }

  @Test("accepted lines are all there after reopening, in order")
  func reopening() throws {
    let scratch = Scratch()
    for number in 0..<5 {
      var log = try AppendLog.opened(scratch.data)
      #expect(log.lines == (0..<number).flatMap { ["a\($0).", "b\($0)."] })
      try log.append("a\(number).")
      try log.append("b\(number).")
    }
    #expect(scratch.text() == (0..<5).map { "a\($0).\nb\($0).\n" }.joined())
  }

  @Test("the folder of a new log is made durable before the first line")
  func durableNames() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    _ = try AppendLog.opened(scratch.data, disk: faulty.disk)
    #expect(
      faulty.calls.filter { ["makeFolder", "sync"].contains($0) } == ["makeFolder", "sync", "sync"])
  }

  @Test(
    "a last line that is not whole is set aside and cut, with or without newline",
    arguments: [
      ("a.\nb.\nto", "a.\nb.\n", ["a.", "b."], "to"),
      ("a.\nb.\nto\n", "a.\nb.\n", ["a.", "b."], "to"), ("to", "", [], "to"),
      ("to\n", "", [], "to"), ("\n", "", [], ""), ("a.\n\n", "a.\n", ["a."], ""),
      ("a.\n\0\0\0", "a.\n", ["a."], "\0\0\0"), ("a.\nx\rto\n", "a.\n", ["a."], "x\rto"),
    ])
  func torn(source: String, left: String, lines: [String], aside: String) throws {
    let scratch = Scratch()
    scratch.write(source)
    var log = try AppendLog.opened(scratch.data)
    #expect(log.lines == lines)
    #expect(log.recovery.setAside == Array(aside.utf8))
    #expect(log.recovery.setAsideName == "journal.coupe")
    #expect(scratch.text() == left)
    #expect(scratch.text(of: "journal.coupe") == aside + "\n")
    #expect(scratch.mode(of: "data/journal.coupe") == 0o600)
    try log.append("next.")
    #expect(scratch.text() == left + "next.\n")
  }

  @Test("what is set aside is added to what was")
  func tornTwice() throws {
    let scratch = Scratch()
    scratch.write("a.\nfirst")
    _ = try AppendLog.opened(scratch.data)
    scratch.write("a.\nsecond\n")
    _ = try AppendLog.opened(scratch.data)
    #expect(scratch.text(of: "journal.coupe") == "first\nsecond\n")
  }

  @Test("a whole last line without newline is kept and ended by the next append")
  func unended() throws {
    let scratch = Scratch()
    scratch.write("a.\nb.")
    var log = try AppendLog.opened(scratch.data)
    #expect(log.lines == ["a.", "b."])
    #expect(log.recovery.setAside == nil)
    #expect(scratch.text() == "a.\nb.")
    try log.append("c.")
    try log.append("d.")
    #expect(scratch.text() == "a.\nb.\nc.\nd.\n")
  }

  @Test("earlier lines are not judged")
  func earlier() throws {
    let scratch = Scratch()
    scratch.write("bad\n\n\0\nb.\n")
    #expect(try AppendLog.opened(scratch.data).lines == ["bad", "", "\0", "b."])
  }

  @Test("a log that is not accepted is left untouched, torn end included")
  func notAccepted() throws {
    let scratch = Scratch()
    scratch.write("bad\nb.\nto")
    var seen: [String] = []
    let found = reason { () throws(LogError) in
      _ = try AppendLog.open(
        directory: scratch.data, name: "journal.jsonl", isWhole: endsWithStop,
        accepts: { recovery in
          seen = recovery.lines.map { String(decoding: $0, as: UTF8.self) }
          return false
        })
    }
    #expect(found == .damaged)
    #expect(seen == ["bad", "b."])
    #expect(scratch.text() == "bad\nb.\nto")
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("when the torn end cannot be set aside it stays in the log", arguments: 0...3)
  func asideFails(room: Int) throws {
    let scratch = Scratch()
    scratch.write("a.\ntorn")
    let faulty = FaultyDisk()
    faulty.leaveRoom(room)
    #expect(
      reason { () throws(LogError) in _ = try AppendLog.opened(scratch.data, disk: faulty.disk) }
        == .full)
    #expect(scratch.text() == "a.\ntorn")
    #expect(try AppendLog.opened(scratch.data).lines == ["a."])
  }

  @Test(
    "a link, a folder or a pipe in the place of a file is refused",
    arguments: ["journal.jsonl", "verrou", "journal.coupe"])
  func notAFile(name: String) throws {
    for kind in ["link", "folder", "pipe"] {
      let scratch = Scratch()
      scratch.write("a.\ntorn")
      scratch.write("untouched", to: "target")
      let path = "\(scratch.data)/\(name)"
      unlink(path)
      switch kind {
      case "link": symlink(scratch.data + "/target", path)
      case "folder": mkdir(path, 0o700)
      default: mkfifo(path, 0o600)
      }
      #expect(
        reason { () throws(LogError) in _ = try AppendLog.opened(scratch.data) } == .notAFile,
        "\(kind)")
      #expect(scratch.text(of: "target") == "untouched")
    }
  }

  @Test("a folder that is a link or a file is refused")
  func notAFolder() {
    let scratch = Scratch()
    scratch.write("a.\n")
    symlink(scratch.data, scratch.path + "/link")
    for path in ["/link", "/data/journal.jsonl", "/data/journal.jsonl/x"] {
      #expect(
        reason { () throws(LogError) in _ = try AppendLog.opened(scratch.path + path) }
          == .notAFile, "\(path)")
    }
  }

  @Test("a folder without a name is missing, not a loop")
  func noFolder() {
    let faulty = FaultyDisk()
    faulty.fail("openFolder", ENOENT, ENOENT, ENOENT, ENOENT)
    #expect(
      reason { () throws(LogError) in _ = try AppendLog.opened("", disk: faulty.disk) } == .missing)
    #expect(faulty.calls == ["openFolder", "openFolder"])
  }
}
