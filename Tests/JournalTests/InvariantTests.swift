import AppendLog
import Course
import Glibc
import Journal
import Testing

@Suite("1. A confirmed event survives power loss") struct ConfirmedTests {
  @Test("what record has returned is on the disk, what it has not may not be")
  func powerLoss() throws {
    let scratch = Scratch()
    let fragile = FragileDisk(isDelayed: true)
    var journal = try Journal.open(directory: scratch.path, disk: fragile.disk)
    for (index, event) in everyEvent.enumerated() {
      try journal.record(event, at: noon)
      // The bytes that the power cut would leave.
      let left = try Journal.read(directory: scratch.path)
      #expect(left.lines.count == index + 1)
      #expect(left.progress == journal.progress)
      #expect(left.isTorn == false)
    }
  }

  @Test("an answer costs one write and one fdatasync")
  func budget() throws {
    let scratch = Scratch()
    let fragile = FragileDisk(isDelayed: false)
    var journal = try Journal.open(directory: scratch.path, disk: fragile.disk)
    for event in everyEvent {
      fragile.set { $0.calls = [] }
      try journal.record(event, at: noon)
      #expect(fragile.calls == ["write", "fdatasync"])
    }
  }

  @Test(
    "after a failed fdatasync a reopened journal has the whole line or none",
    arguments: [false, true])
  func syncFails(truncateFails: Bool) throws {
    let scratch = Scratch()
    let fragile = FragileDisk(isDelayed: false)
    do {
      var journal = try Journal.open(directory: scratch.path, disk: fragile.disk)
      try journal.record(everyEvent[4], at: noon)
      let before = journal.progress
      fragile.set {
        $0.syncFails = true
        $0.truncateFails = truncateFails
      }
      let error = JournalError.log(LogError(.io(EIO), scratch.path + "/journal.jsonl"))
      #expect(throws: error) { try journal.record(everyEvent[5], at: noon) }
      #expect(journal.progress == before)
    }
    let reopened = try Journal.open(directory: scratch.path)
    #expect(reopened.lines.compactMap(\.event) == Array(everyEvent[4...(truncateFails ? 5 : 4)]))
    #expect(reopened.setAside == nil)
  }

  @Test("on a full disk the event is refused, the state stays, and room lets it go on")
  func full() throws {
    let size =
      try JournalLine(StampedEvent(number: 2, time: noon, event: everyEvent[4])).bytes.count + 1
    for room in 0..<size {
      let scratch = Scratch()
      let fragile = FragileDisk(isDelayed: false)
      var journal = try Journal.open(directory: scratch.path, disk: fragile.disk)
      try journal.record(.noticeShown, at: noon)
      let (before, file) = (journal.progress, scratch.bytes())
      fragile.set { $0.room = room }
      let error = JournalError.log(LogError(.full, scratch.path + "/journal.jsonl"))
      #expect(throws: error) { try journal.record(everyEvent[4], at: noon) }
      #expect(journal.progress == before)
      #expect(scratch.bytes() == file, "room for \(room)")
      fragile.set { $0.room = size }
      #expect(try journal.record(everyEvent[4], at: noon).number == 2)
      #expect(try Journal.read(directory: scratch.path).progress == journal.progress)
    }
  }
}

@Suite("2. A torn last line is set aside, a whole one kept") struct TornTests {
  @Test("a journal cut at any byte keeps every whole line and reports the rest")
  func everyLength() throws {
    let full = try Scratch().journal(of: Array(everyEvent.prefix(9)))
    for length in 0...full.count {
      let scratch = Scratch()
      let cut = Array(full[..<length])
      scratch.write(cut)
      var journal = try Journal.open(directory: scratch.path)
      let pieces = cut.split(separator: 0x0A)
      // The last piece is whole when only its newline is missing.
      let isWhole = length == full.count || full[length] == 0x0A || cut.last ?? 0x0A == 0x0A
      let expected = pieces.count - (isWhole ? 0 : 1)
      #expect(journal.lines.count == expected, "cut at \(length)")
      #expect((journal.setAside != nil) == !isWhole, "cut at \(length)")
      let aside = isWhole ? nil : Array(pieces.last ?? []) + [0x0A]
      #expect(scratch.bytes(of: "journal.coupe") == aside, "cut at \(length)")
      try journal.record(.handed, at: noon)
      #expect(try Journal.read(directory: scratch.path).lines == journal.lines)
    }
  }

  @Test("a last line with any wrong byte is set aside, newline or not", arguments: [false, true])
  func flipped(isEnded: Bool) throws {
    let full = try Scratch().journal(of: [.noticeShown, everyEvent[4]])
    let start = (full.firstIndex(of: 0x0A) ?? 0) + 1
    for index in start..<full.count - 1 {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        let scratch = Scratch()
        var bytes = full
        bytes[index] ^= mask
        scratch.write(isEnded ? bytes : bytes.dropLast())
        let journal = try Journal.open(directory: scratch.path)
        #expect(journal.lines.map(\.event) == [.noticeShown], "byte \(index)")
        #expect(journal.setAside == SetAside(file: "journal.coupe"))
        #expect(scratch.bytes(of: "journal.coupe") == Array(bytes[start...]))
      }
    }
  }

  @Test("the report says where the line went")
  func sentence() {
    let aside = SetAside(file: "journal.coupe")
    #expect(aside.sentence.contains("« journal.coupe »"))
  }
}

@Suite("3. A damaged earlier line stops the replay") struct DamagedTests {
  @Test("any wrong byte of an earlier line is found, and the file left as it is")
  func flipped() throws {
    let full = try Scratch().journal(of: Array(everyEvent[3...7]))
    let last = full.dropLast().lastIndex(of: 0x0A) ?? 0
    var line = 1
    for index in 0..<last {
      for value in [full[index] ^ 0x01, full[index] ^ 0x80, 0x0A] where value != full[index] {
        let scratch = Scratch()
        var bytes = full
        bytes[index] = value
        scratch.write(bytes)
        let error = failure { () throws(JournalError) in
          _ = try Journal.open(directory: scratch.path)
        }
        let expected = JournalError.damaged(
          line: line, fault: .checksum, path: scratch.path + "/journal.jsonl")
        #expect(error == expected, "byte \(index)")
        #expect(scratch.bytes() == bytes)
        #expect(scratch.names() == ["journal.jsonl", "verrou"])
      }
      if full[index] == 0x0A { line += 1 }
    }
  }

  @Test("a damaged line is found before a torn end is touched")
  func damagedAndTorn() throws {
    let scratch = Scratch()
    let full = try scratch.journal(of: Array(everyEvent[3...6]))
    let bytes = [0x78] + full.dropFirst() + Array(#"{"v":1"#.utf8)
    scratch.write(bytes)
    #expect(throws: JournalError.self) { _ = try Journal.open(directory: scratch.path) }
    #expect(scratch.bytes() == bytes)
    #expect(scratch.bytes(of: "journal.coupe") == nil)
  }

  @Test("a number that does not go up is damage, a gap is not")
  func order() throws {
    func line(_ number: Int) -> String {
      sealed(#"{"v":1,"n":\#(number),"t":"2026-11-21","e":"handed""#) + "\n"
    }
    let scratch = Scratch()
    for (numbers, bad) in [([1, 3, 2], 3), ([1, 1], 2), ([5, 4, 6], 2)] {
      scratch.write(numbers.map(line).joined())
      let error = JournalError.damaged(
        line: bad, fault: .order, path: scratch.path + "/journal.jsonl")
      #expect(throws: error) { _ = try Journal.open(directory: scratch.path) }
    }
    scratch.write([3, 7, 40].map(line).joined())
    var journal = try Journal.open(directory: scratch.path)
    #expect(try journal.record(.handed, at: noon).number == 41)
  }
}

@Suite("4. One process writes at a time") struct SingleWriterTests {
  @Test("a second session is told, and may still read")
  func second() throws {
    let scratch = Scratch()
    var journal = try Journal.open(directory: scratch.path)
    try journal.record(.noticeShown, at: noon)
    let path = scratch.path
    let error = JournalError.log(LogError(.locked, path + "/verrou"))
    #expect(throws: error) { _ = try Journal.open(directory: path) }
    #expect(throws: error) { _ = try Journal.repair(directory: path) }
    #expect(try Journal.read(directory: path).progress == journal.progress)
    try journal.record(.handed, at: noon)
  }

  @Test("a journal held by another process is refused")
  func otherProcess() throws {
    let scratch = Scratch()
    scratch.write("", to: "stop")
    let path = scratch.path
    let waiting = "echo held; while [ -e \(path)/stop ]; do sleep 0.02; done"
    let other = try #require(popen("flock -n \(path)/verrou sh -c '\(waiting)'", "r"))
    #expect(fgetc(other) == Int32(UInt8(ascii: "h")))
    let error = JournalError.log(LogError(.locked, path + "/verrou"))
    #expect(throws: error) { _ = try Journal.open(directory: path) }
    unlink(path + "/stop")
    #expect(pclose(other) == 0)
    #expect(try Journal.open(directory: path).lines.isEmpty)
  }
}

@Suite("5. What is unknown is kept, what is newer is refused") struct UnknownTests {
  private let unknown = sealed(
    #"{"v":1,"n":2,"t":"2026-11-21T12:00:00Z","e":"later.fact","x":{"y":[1.50,"é"]}"#)

  @Test("an unknown event is kept to the byte and counts for the numbers")
  func event() throws {
    let scratch = Scratch()
    let first = try scratch.journal(of: [.noticeShown])
    scratch.write(String(decoding: first, as: UTF8.self) + unknown + "\n")
    var journal = try Journal.open(directory: scratch.path)
    #expect(journal.progress.lastNumber == 2)
    #expect(journal.progress.noticeShown)
    try journal.record(.awarded(id: "a", fingerprint: "b"), at: noon)
    try journal.record(everyEvent[4], at: noon)
    try journal.record(.awarded(id: "a", fingerprint: "b"), at: noon)
    guard case .due = try journal.purge(at: noon) else {
      Issue.record("no purge")
      return
    }
    #expect(scratch.text()?.split(separator: "\n").contains { $0 == unknown } == true)
  }

  @Test("an id that the course no longer has is kept")
  func question() throws {
    let scratch = Scratch()
    let gone = Event.answered(question: "GONE-001", answer: [1], hash: "0000", ok: false)
    _ = try scratch.journal(of: [gone])
    #expect(try Journal.open(directory: scratch.path).progress.answers["GONE-001"]?.ok == false)
  }

  @Test("a journal of a later format is refused and left as it is", arguments: ["", "\n", "\nto"])
  func newer(end: String) throws {
    let scratch = Scratch()
    let bytes = try scratch.journal(of: [.noticeShown])
    let later = sealed(#"{"v":2,"n":2,"t":"2026-11-21T12:00:00Z","e":"later""#)
    let text = String(decoding: bytes, as: UTF8.self) + later + end
    scratch.write(text)
    let error = JournalError.newer(version: 2, path: scratch.path + "/journal.jsonl")
    let path = scratch.path
    #expect(throws: error) { _ = try Journal.open(directory: path) }
    #expect(throws: error) { _ = try Journal.repair(directory: path) }
    #expect(scratch.text() == text)
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
  }
}

@Suite("7. Free text is never written") struct FreeTextTests {
  /// Every event that carries a string, with `text` in each place in turn, and the key it has.
  private func carrying(_ text: String) -> [(Event, String)] {
    [
      (.chosen(trade: text, review: nil), "m"), (.placed(step: text, screen: 1, of: 1), "l"),
      (.answered(question: text, answer: [], hash: "0", ok: nil), "q"),
      (.answered(question: "a", answer: [], hash: text, ok: nil), "h"),
      (.examDrawn([DrawnQuestion(question: text, order: [])]), "q"),
      (.examAnswered(question: text, answer: [], hash: "0"), "q"),
      (.examAnswered(question: "a", answer: [], hash: text), "h"),
      (.completed(course: text, version: "1", digest: "0", how: .alone), "p"),
      (.completed(course: "a", version: text, digest: "0", how: .alone), "ver"),
      (.completed(course: "a", version: "1", digest: text, how: .alone), "d"),
      (.requested(file: text), "file"), (.awarded(id: text, fingerprint: "b"), "id"),
      (.awarded(id: "a", fingerprint: text), "f"),
      (.purged(kept: [ReviewBox(question: text, box: 1, due: noon.day)]), "q"),
    ]
  }

  @Test(
    "a string that is no identifier is refused in every place",
    arguments: [
      "Je réponds librement", "a b", "é", "", "a\nb", "\u{1b}[31m", "\"", "{", "a\u{a0}b", "l'eau",
      String(repeating: "a", count: 161),
    ])
  func refused(text: String) throws {
    let scratch = Scratch()
    var journal = try Journal.open(directory: scratch.path)
    for (event, key) in carrying(text) {
      #expect(throws: JournalError.refused(.malformed(key))) { try journal.record(event, at: noon) }
    }
    #expect(scratch.bytes() == [])
    #expect(journal.progress == Progress())
  }

  @Test("identifiers of every kind are written")
  func identifiers() throws {
    let scratch = Scratch()
    var journal = try Journal.open(directory: scratch.path)
    for text in ["RU04-009", "M4.entrainement", "urn:uuid:1-2", "marches_publics", "a/b+c=@"] {
      for (event, _) in carrying(text) { try journal.record(event, at: noon) }
    }
    #expect(journal.lines.count == 5 * carrying("").count)
  }

  @Test("every string of every line is an identifier or a date")
  func onlyIdentifiers() throws {
    let text = String(decoding: try Scratch().journal(of: everyEvent), as: UTF8.self)
    let strings = text.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(strings.count > 100)
    for string in strings {
      #expect(string.utf8.allSatisfy { $0 > 0x2A && $0 < 0x7B && $0 != 0x5C }, "\(string)")
    }
  }
}
