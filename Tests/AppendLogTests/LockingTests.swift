import AppendLog
import Glibc
import Testing

@Suite("One writer at a time") struct LockingTests {
  private func isLocked(_ directory: String) -> Bool {
    reason { () throws(LogError) in _ = try AppendLog.opened(directory) } == .locked
  }

  @Test("a second opener is told, until the first lets go")
  func secondOpener() throws {
    let scratch = Scratch()
    do {
      var log = try AppendLog.opened(scratch.data)
      #expect(isLocked(scratch.data))
      try log.append("a.")
      #expect(isLocked(scratch.data))
    }
    #expect(!isLocked(scratch.data))
  }

  @Test("the lock is released by name, since a child may still have its file open")
  func released() throws {
    let scratch = Scratch()
    let faulty = FaultyDisk()
    do {
      var log = try AppendLog.opened(scratch.data, disk: faulty.disk)
      try log.append("a.")
      #expect(!faulty.calls.contains("unlock"))
    }
    #expect(faulty.calls.last == "unlock")
  }

  @Test("the lock outlives a rewrite")
  func afterRewrite() throws {
    let scratch = Scratch()
    var log = try AppendLog.opened(scratch.data)
    try log.append("a.")
    try log.rewrite([Array("b.".utf8)])
    #expect(isLocked(scratch.data))
    try log.append("c.")
    #expect(scratch.text() == "b.\nc.\n")
  }

  @Test("a log held by another process is refused, and ours is refused to it")
  func otherProcess() throws {
    let scratch = Scratch()
    scratch.write("a.\n")
    scratch.write("", to: "stop")
    let data = scratch.data
    let waiting = "echo held; while [ -e \(data)/stop ]; do sleep 0.02; done"
    let other = try #require(popen("flock -n \(data)/verrou sh -c '\(waiting)'", "r"))
    #expect(fgetc(other) == Int32(UInt8(ascii: "h")))
    #expect(isLocked(data))
    #expect(scratch.text() == "a.\n")
    unlink(data + "/stop")
    #expect(pclose(other) == 0)
    let log = try AppendLog.opened(data)
    let refused = try #require(popen("flock -n -E 9 \(data)/verrou true", "r"))
    #expect(pclose(refused) == 9 << 8)
    #expect(log.lines == ["a."])
  }

  @Test("reading needs no lock and changes nothing, not even a torn end")
  func reading() throws {
    let scratch = Scratch()
    var log = try AppendLog.opened(scratch.data)
    try log.append("a.")
    let file = open(scratch.data + "/journal.jsonl", O_WRONLY | O_APPEND)
    write(file, "to", 2)
    close(file)
    let recovery = try AppendLog.read(
      directory: scratch.data, name: "journal.jsonl", isWhole: endsWithStop)
    #expect(recovery.lines == [Array("a.".utf8)])
    #expect(recovery.setAside == Array("to".utf8))
    #expect(recovery.setAsideName == nil)
    #expect(scratch.text() == "a.\nto")
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("reading what is not there makes nothing")
  func readingNothing() {
    let scratch = Scratch()
    func read(_ directory: String) -> LogError.Reason? {
      reason { () throws(LogError) in
        _ = try AppendLog.read(directory: directory, name: "journal.jsonl", isWhole: endsWithStop)
      }
    }
    #expect(read(scratch.data) == .missing)
    #expect(read(scratch.path) == .missing)
    #expect(scratch.mode(of: "data") == nil)
    #expect(scratch.mode(of: "verrou") == nil)
  }
}
