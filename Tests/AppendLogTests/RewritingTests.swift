import AppendLog
import Glibc
import Synchronization
import Testing

@Suite("Rewriting a log") struct RewritingTests {
  private let newLines = ["x.", "y."].map { Array($0.utf8) }

  @Test("a rewrite goes through a file, its fsync, a rename and the folder's fsync")
  func order() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    try log.append("a.")
    faulty.forget()
    try log.rewrite(newLines)
    #expect(faulty.calls == ["remove", "open", "status", "write", "sync", "rename", "sync"])
    #expect(scratch.text() == "x.\ny.\n")
    #expect(scratch.mode(of: "data/journal.jsonl") == 0o600)
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test(
    "a rewrite that fails before the rename changes nothing",
    arguments: ["remove", "open", "status", "write", "sync", "rename"])
  func failure(call: String) throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    try log.append("a.")
    faulty.fail(call, EIO)
    #expect(reason { () throws(LogError) in try log.rewrite(newLines) } == .io(EIO))
    #expect(scratch.text() == "a.\n")
    try log.append("b.")
    #expect(scratch.text() == "a.\nb.\n")
    try log.rewrite(newLines)
    try log.append("z.")
    #expect(scratch.text() == "x.\ny.\nz.\n")
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("a rewrite on a full disk changes nothing", arguments: 0..<6)
  func full(room: Int) throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    try log.append("a.")
    faulty.leaveRoom(room)
    #expect(reason { () throws(LogError) in try log.rewrite(newLines) } == .full)
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
    #expect(scratch.text() == "a.\n")
  }

  @Test("when the folder cannot be made durable the log must be opened again")
  func folderFails() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    do {
      var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
      try log.append("a.")
      faulty.fail("sync", 0, EIO)
      #expect(reason { () throws(LogError) in try log.rewrite(newLines) } == .io(EIO))
      #expect(reason { () throws(LogError) in try log.append("b.") } == .uncertain)
    }
    #expect(try AppendLog.opened(scratch.data).lines == ["x.", "y."])
  }

  @Test("what a crash left of a rewrite is replaced")
  func leftover() throws {
    let scratch = Scratch()
    scratch.write("a.\n")
    scratch.write("half a rewri", to: "journal.nouveau")
    var log = try AppendLog.opened(scratch.data)
    #expect(log.lines == ["a."])
    try log.rewrite(newLines)
    #expect(scratch.text() == "x.\ny.\n")
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("a log rewritten to nothing is empty and goes on")
  func empty() throws {
    let scratch = Scratch()
    var log = try AppendLog.opened(scratch.data)
    try log.append("a.")
    try log.rewrite([])
    #expect(scratch.text() == "")
    try log.append("b.")
    #expect(scratch.text() == "b.\n")
  }

  @Test("copies take the first free number and hold the same bytes")
  func copies() throws {
    let scratch = Scratch()
    scratch.write("bad\nb.")
    scratch.write("", to: "journal.abime-2")
    let log = try AppendLog.opened(scratch.data)
    #expect(try log.copyAside() == "journal.abime-1")
    #expect(try log.copyAside() == "journal.abime-3")
    #expect(scratch.text(of: "journal.abime-3") == "bad\nb.")
    #expect(scratch.mode(of: "data/journal.abime-3") == 0o600)
    try log.removeAsides()
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("erasing leaves only the lock")
  func erasing() throws {
    let scratch = Scratch()
    scratch.write("a.\ntorn")
    scratch.write("", to: "journal.nouveau")
    do {
      var log = try AppendLog.opened(scratch.data)
      _ = try log.copyAside()
      try log.erase()
      #expect(scratch.names() == ["verrou"])
      // What is appended to a file without a name is lost: it is refused.
      var refused: LogError?
      do throws(LogError) { try log.append("b.") } catch { refused = error }
      #expect(refused?.reason == .uncertain)
    }
    #expect(try AppendLog.opened(scratch.data).lines.isEmpty)
  }

  @Test("erasing that fails leaves the log whole, and open")
  func erasingFails() throws {
    let scratch = Scratch()
    scratch.write("a.\n")
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    // nouveau, coupe and 99 copies go before the log itself.
    faulty.state.withLock {
      $0.failures["remove"] = Array(repeating: 0, count: 101) + [EACCES]
    }
    var refused: LogError?
    do throws(LogError) { try log.erase() } catch { refused = error }
    #expect(refused == LogError(.denied, scratch.data + "/journal.jsonl"))
    try log.append("b.")
    #expect(scratch.text() == "a.\nb.\n")
  }

  @Test("a log is erased whatever its lines, unless another holds it; nothing is made")
  func holding() throws {
    let scratch = Scratch()
    func erase() throws(LogError) {
      try HeldLog.holding(directory: scratch.data, name: "journal.jsonl")?.erase()
    }
    try erase()
    #expect(scratch.names().isEmpty)
    scratch.write("bad\ntorn")
    scratch.write("", to: "journal.coupe")
    do {
      let log = try AppendLog.opened(scratch.data)
      #expect(reason { () throws(LogError) in try erase() } == .locked)
      #expect(scratch.text() == "bad\n")
      #expect(log.lines == ["bad"])
    }
    try erase()
    #expect(scratch.names() == ["verrou"])
  }
}

@Suite("Errors a person can act upon") struct LogErrorTests {
  @Test(
    "each system error has its reason",
    arguments: [
      (ENOSPC, .full), (EDQUOT, .full), (EFBIG, .full), (EROFS, .readOnly), (EACCES, .denied),
      (EPERM, .denied), (ELOOP, .notAFile), (EIO, .io(EIO)), (ENOLCK, .io(ENOLCK)),
    ] as [(Int32, LogError.Reason)])
  func reasons(code: Int32, expected: LogError.Reason) {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    faulty.fail("open", 0, code)
    let opening = { () throws(LogError) in _ = try AppendLog.opened(scratch.data, disk: faulty.disk)
    }
    #expect(reason(opening) == expected)
    faulty.fail("lock", code)
    #expect(reason(opening) == expected)
  }

  @Test("each reason has a sentence and an advice of at most twenty words")
  func sentences() {
    let reasons: [LogError.Reason] = [
      .locked, .readOnly, .full, .denied, .missing, .notAFile, .tooLarge, .taken, .damaged,
      .uncertain, .io(5),
    ]
    let errors = reasons.map { LogError($0, "/d/journal.jsonl") }
    #expect(Set(errors.map(\.sentence)).count == reasons.count)
    for text in errors.flatMap({ [$0.sentence, $0.advice] }) {
      #expect(text.hasSuffix("."))
      #expect(text.split(separator: " ").count <= 20, "\(text)")
    }
  }

  @Test("a file too large for a journal is refused before it is read")
  func tooLarge() {
    let scratch = Scratch()
    scratch.write("a.\n")
    truncate(scratch.data + "/journal.jsonl", 1 << 40)
    #expect(reason { () throws(LogError) in _ = try AppendLog.opened(scratch.data) } == .tooLarge)
  }
}
