import AppendLog
import Course
import Journal
import Testing

@Suite("State on screen is the replay of the file") struct JournalTests {
  @Test("after each event the state is the same as when reopened")
  func replayed() throws {
    let scratch = Scratch()
    for (index, event) in everyEvent.enumerated() {
      let live: Progress
      do {
        var journal = try Journal.open(directory: scratch.path)
        let stamped = try journal.record(event, at: Timestamp(seconds: noon.seconds + index))
        #expect(stamped.number == index + 1)
        #expect(stamped.event == event)
        live = journal.progress
      }
      let journal = try Journal.open(directory: scratch.path)
      #expect(journal.progress == live)
      #expect(journal.progress == Progress.replaying(journal.lines.compactMap(\.stamped)))
    }
  }

  @Test("a recorded place has lost its time of day, in memory as in the file")
  func placed() throws {
    let scratch = Scratch()
    var journal = try Journal.open(directory: scratch.path)
    let stamped = try journal.record(.placed(step: "L1", screen: 1, of: 2), at: noon)
    #expect(stamped.time == Timestamp(iso: "2026-11-21T00:00:00Z"))
    #expect(scratch.text()?.contains("12:00") == false)
    #expect(journal.progress.lastTime == stamped.time)
  }

  @Test("a new folder has an empty journal")
  func new() throws {
    let scratch = Scratch()
    let journal = try Journal.open(directory: scratch.path + "/new")
    #expect(journal.progress == Progress())
    #expect(journal.setAside == nil)
    #expect(journal.lines.isEmpty)
  }

  @Test("erasing removes the journal and all that was set aside from it")
  func erasing() throws {
    let scratch = Scratch()
    let bytes = try scratch.journal(of: everyEvent)
    scratch.write(bytes + [0x7B])
    scratch.write(bytes, to: "journal.abime-1")
    var journal = try Journal.open(directory: scratch.path)
    try journal.erase()
    #expect(scratch.names() == ["verrou"])
  }

  @Test("reading shows what can be read of a damaged journal, and changes nothing")
  func reading() throws {
    let scratch = Scratch()
    var bytes = try scratch.journal(of: Array(everyEvent.prefix(4)))
    bytes[bytes.firstIndex(of: 0x0A).map { $0 + 5 } ?? 0] ^= 1
    scratch.write(bytes + Array(#"{"v""#.utf8))
    let reading = try Journal.read(directory: scratch.path)
    #expect(reading.lines.map(\.event) == [everyEvent[0], everyEvent[2], everyEvent[3]])
    #expect(reading.faults == [2: .checksum])
    #expect(reading.isTorn)
    #expect(reading.progress.wantsReview == true)
    #expect(scratch.bytes() == bytes + Array(#"{"v""#.utf8))
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("reading a journal that is not there says so")
  func readingNothing() {
    let scratch = Scratch()
    let error = JournalError.log(LogError(.missing, scratch.path + "/journal.jsonl"))
    let path = scratch.path
    #expect(throws: error) { _ = try Journal.read(directory: path) }
    #expect(throws: error) { _ = try Journal.repair(directory: path) }
    #expect(scratch.names() == [])
  }

  @Test("each error has its sentence and its advice of at most twenty words")
  func sentences() {
    let path = "/d/journal.jsonl"
    let faults: [LineFault] = [.checksum, .order, .malformed("q"), .newer(2)]
    let errors =
      [JournalError.log(LogError(.full, path)), .newer(version: 2, path: path)]
      + faults.flatMap { [.damaged(line: 3, fault: $0, path: path), .refused($0)] }
    #expect(Set(errors.map(\.sentence)).count == errors.count)
    let aside = SetAside(file: "journal.coupe")
    for text in errors.flatMap({ [$0.sentence, $0.advice] }) + [aside.sentence, aside.advice] {
      #expect(text.hasSuffix("."))
      #expect(text.split(separator: " ").count <= 24, "\(text)")
    }
    #expect(errors.contains { $0.sentence.contains("ligne 3 de « /d/journal.jsonl »") })
  }
}
