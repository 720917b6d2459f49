import Course
import Journal
import Testing

@Suite("Repairing a damaged journal") struct RepairTests {
  @Test("each damaged line goes, the others stay, and the old file is beside")
  func everyLine() throws {
    let full = try Scratch().journal(of: Array(everyEvent[3...8]))
    let starts = [0] + full.indices.dropLast().filter { full[$0] == 0x0A }.map { $0 + 1 }
    for (index, start) in starts.enumerated() {
      let scratch = Scratch()
      var bytes = full
      bytes[start + 20] ^= 1
      scratch.write(bytes)
      let repair = try Journal.repair(directory: scratch.path)
      #expect(repair == Repair(kept: 5, dropped: 1, copy: "journal.abime-1"))
      #expect(scratch.bytes(of: "journal.abime-1") == bytes)
      var journal = try Journal.open(directory: scratch.path)
      var expected = Array(everyEvent[3...8])
      expected.remove(at: index)
      #expect(journal.lines.compactMap(\.event) == expected)
      let last = index == 5 ? 5 : 6
      #expect(try journal.record(.handed, at: noon).number == last + 1)
    }
  }

  @Test("kept lines are the same to the byte")
  func verbatim() throws {
    let scratch = Scratch()
    let full = try scratch.journal(of: everyEvent)
    let second = full.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0
    scratch.write(full[..<second] + Array("damage\n\n".utf8) + full[second...])
    #expect(try Journal.repair(directory: scratch.path)?.dropped == 2)
    #expect(scratch.bytes() == full)
  }

  @Test("a sound journal, even unended, is left as it is", arguments: [false, true])
  func sound(isEnded: Bool) throws {
    let scratch = Scratch()
    let full = try scratch.journal(of: everyEvent)
    let bytes = isEnded ? full : full.dropLast()
    scratch.write(bytes)
    #expect(try Journal.repair(directory: scratch.path) == nil)
    #expect(scratch.bytes() == bytes)
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }

  @Test("lines of two journals put together are all kept once, with new numbers")
  func merged() throws {
    let scratch = Scratch()
    let common = try Scratch().journal(of: Array(everyEvent[0...1]))
    let left = try Scratch().journal(of: Array(everyEvent[0...3]))
    let right = try Scratch().journal(of: Array(everyEvent[0...1]) + [.handed, .examSubmitted])
    scratch.write(left + right)
    #expect(common.count < left.count)
    #expect(try Journal.repair(directory: scratch.path)?.dropped == 2)
    let journal = try Journal.open(directory: scratch.path)
    #expect(journal.lines.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(
      journal.lines.compactMap(\.event) == Array(everyEvent[0...3]) + [.handed, .examSubmitted])
    #expect(journal.lines[4].time == Timestamp(seconds: noon.seconds + 1200))
  }

  @Test("a second repair keeps the first copy")
  func twice() throws {
    let scratch = Scratch()
    scratch.write("first\n")
    #expect(try Journal.repair(directory: scratch.path)?.copy == "journal.abime-1")
    scratch.write("second\n")
    let repair = try Journal.repair(directory: scratch.path)
    #expect(repair == Repair(kept: 0, dropped: 1, copy: "journal.abime-2"))
    #expect(scratch.text(of: "journal.abime-1") == "first\n")
    #expect(scratch.text(of: "journal.abime-2") == "second\n")
    #expect(scratch.bytes() == [])
  }

  @Test("a journal of any bytes can be repaired and opened")
  func anyBytes() throws {
    let full = try Scratch().journal(of: Array(everyEvent[4...6]))
    for seed in 0..<60 {
      let scratch = Scratch()
      var bytes = full
      for step in 0..<4 {
        bytes[(seed * 37 + step * 91) % bytes.count] = UInt8(truncatingIfNeeded: seed &* 53 &+ step)
      }
      scratch.write(bytes)
      _ = try Journal.repair(directory: scratch.path)
      let journal = try Journal.open(directory: scratch.path)
      #expect(journal.lines.count < 4)
      #expect(journal.setAside == nil)
    }
  }

  @Test("the report says what was done and where the old file is")
  func sentence() {
    #expect(
      Repair(kept: 12, dropped: 1, copy: "journal.abime-1").sentence
        == "Journal réparé : 1 ligne illisible retirée, 12 gardées. "
        + "L’ancien fichier est dans « journal.abime-1 ».")
  }
}
