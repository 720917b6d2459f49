import AppendLog
import Glibc
import Testing

@Suite("Appending a line") struct AppendingTests {
  @Test("a line costs one write and one fdatasync, nothing else")
  func budget() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    faulty.forget()
    try log.append("a.")
    try log.append(String(repeating: "x", count: 100_000))
    #expect(faulty.calls == ["write", "syncData", "write", "syncData"])
  }

  @Test("a call that a signal interrupts is made again")
  func interrupted() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    for call in ["openFolder", "open", "status", "read", "lock", "sync"] {
      faulty.fail(call, EINTR, EINTR)
    }
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    for call in ["write", "syncData"] { faulty.fail(call, EINTR, EINTR) }
    try log.append("a.")
    for call in ["remove", "rename", "sync"] { faulty.fail(call, EINTR) }
    try log.rewrite([Array("b.".utf8)])
    #expect(scratch.text() == "b.\n")
  }

  @Test("on a full disk a line is refused, the file is as before, and room lets it go on")
  func full() throws {
    for room in 0..<7 {
      let scratch = Scratch()
      let faulty = FaultyDisk()
      var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
      try log.append("a.")
      faulty.leaveRoom(room)
      #expect(throws: LogError(.full, scratch.data + "/journal.jsonl")) {
        try log.append("second.")
      }
      #expect(scratch.text() == "a.\n", "room for \(room)")
      faulty.leaveRoom(100)
      try log.append("second.")
      #expect(scratch.text() == "a.\nsecond.\n")
    }
  }

  @Test(
    "a line that the disk does not confirm is refused and cut", arguments: [EIO, ENOSPC, EDQUOT])
  func unconfirmed(code: Int32) throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    try log.append("a.")
    faulty.fail("syncData", code)
    let expected: LogError.Reason = code == EIO ? .io(EIO) : .full
    #expect(throws: LogError(expected, scratch.data + "/journal.jsonl")) { try log.append("b.") }
    #expect(scratch.text() == "a.\n")
    try log.append("c.")
    #expect(scratch.text() == "a.\nc.\n")
  }

  @Test("an end that cannot be cut back stops the log until it is opened again")
  func uncertain() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    do {
      var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
      try log.append("a.")
      faulty.leaveRoom(3)
      faulty.fail("truncate", EIO)
      let path = scratch.data + "/journal.jsonl"
      #expect(throws: LogError(.full, path)) { try log.append("second.") }
      faulty.leaveRoom(100)
      #expect(throws: LogError(.uncertain, path)) { try log.append("third.") }
      #expect(throws: LogError(.uncertain, path)) { try log.rewrite([]) }
      #expect(scratch.text() == "a.\nsec")
    }
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    #expect(log.lines == ["a."])
    try log.append("third.")
    #expect(scratch.text() == "a.\nthird.\n")
  }

  @Test("what another program wrote is never cut")
  func foreign() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
    try log.append("a.")
    scratch.write("a.\nwritten by hand.\n")
    faulty.leaveRoom(1)
    #expect(throws: LogError.self) { try log.append("b.") }
    #expect(scratch.text() == "a.\nwritten by hand.\nb")
    #expect(throws: LogError(.uncertain, scratch.data + "/journal.jsonl")) { try log.append("c.") }
  }
}
