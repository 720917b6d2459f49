import AppendLog
import Ledger
import Testing

@Suite("A ledger on disk")
struct DurabilityTests {
  @Test("cut at any byte, it loses at most its last line")
  func truncation() throws {
    let source = Scratch()
    let states = try source.record(everyEvent)
    let bytes = source.bytes()
    for end in bytes.indices {
      let scratch = Scratch()
      scratch.write(Array(bytes[..<end]))
      let whole = bytes[..<end].count { $0 == 0x0A }
      // A line that only lacks its newline is kept.
      let kept = whole + (bytes[end] == 0x0A ? 1 : 0)
      let ledger = try Ledger.open(directory: scratch.path)
      #expect(ledger.state == states[kept], "byte \(end)")
      let isTorn = kept == whole && end > 0 && bytes[end - 1] != 0x0A
      #expect(ledger.setAside == (isTorn ? "registre.coupe" : nil), "byte \(end)")
    }
  }

  @Test("what was cut can be recorded again")
  func resumption() throws {
    let scratch = Scratch()
    let states = try scratch.record(everyEvent)
    let bytes = scratch.bytes()
    scratch.write(Array(bytes.dropLast(20)))
    try scratch.record([everyEvent[everyEvent.count - 1]], from: states.last?.lastTime ?? day(1, 1))
    #expect(scratch.bytes() == bytes)
  }

  @Test("a damaged earlier line is refused with its number, and the file left as it is")
  func damage() throws {
    let scratch = Scratch()
    try scratch.record(everyEvent)
    let full = scratch.bytes()
    let last = try #require(full.dropLast().lastIndex(of: 0x0A))
    var line = 1
    for place in 0..<last {
      defer { if full[place] == 0x0A { line += 1 } }
      guard place % 7 == 0 || full[place] == 0x0A else { continue }
      var bytes = full
      bytes[place] ^= 1
      scratch.write(bytes)
      let path = scratch.path
      let error = failure { () throws(LedgerError) in _ = try Ledger.open(directory: path) }
      let file = "\(path)/registre.jsonl"
      #expect(error == .damaged(line: line, fault: .checksum, path: file), "byte \(place)")
      #expect(error?.sentence.hasPrefix("La ligne \(line) de « \(file) » est abîmée.") == true)
      #expect(failure { () throws(LedgerError) in _ = try Ledger.read(directory: path) } == error)
      #expect(scratch.bytes() == bytes)
    }
  }

  @Test("lines in another order, twice, or that cannot follow are refused")
  func order() throws {
    let scratch = Scratch()
    try scratch.record(everyEvent)
    let lines = scratch.bytes().split(separator: 0x0A)
    let issuing = 4
    let cases: [(lines: [ArraySlice<UInt8>], line: Int, fault: LedgerFault)] = [
      ([lines[1], lines[0]], 2, .order), ([lines[0], lines[0]], 2, .order),
      ([lines[0], lines[issuing]], 2, .refused(.unknownKey("es-2026"))),
      ([lines[5]], 1, .refused(.unknownBadge(urn(1)))),
    ]
    for (lines, line, fault) in cases {
      scratch.write(Array(lines.joined(separator: [0x0A])) + [0x0A])
      let path = scratch.path
      let error = failure { () throws(LedgerError) in _ = try Ledger.open(directory: path) }
      #expect(error == .damaged(line: line, fault: fault, path: "\(path)/registre.jsonl"))
    }
  }

  @Test("a line taken out of the middle is missed, also after a purge")
  func missing() throws {
    let scratch = Scratch()
    try scratch.record(everyEvent)
    func check(_ lines: [ArraySlice<UInt8>]) {
      for place in lines.indices.dropLast() {
        var fewer = lines
        fewer.remove(at: place)
        scratch.write(Array(fewer.joined(separator: [0x0A])) + [0x0A])
        let path = scratch.path
        let error = failure { () throws(LedgerError) in _ = try Ledger.open(directory: path) }
        guard case .damaged = error else {
          Issue.record("line \(place + 1): \(String(describing: error))")
          continue
        }
      }
      scratch.write(Array(lines.joined(separator: [0x0A])) + [0x0A])
    }
    check(scratch.bytes().split(separator: 0x0A))
    do {
      var ledger = try Ledger.open(directory: scratch.path)
      #expect(try ledger.purge(endedBefore: day(2035, 1), at: day(2035, 2)) > 0)
      try ledger.record(.keyRetired(fragment: "x-1"), at: day(2035, 3))
    }
    check(scratch.bytes().split(separator: 0x0A))
    #expect(throws: Never.self) { _ = try Ledger.read(directory: scratch.path) }
  }

  @Test(
    "a ledger of a later program is refused and left as it is",
    arguments: [
      #"{"v":2,"n":9,"t":"2026-11-01T12:00:00Z","e":"issued""#,
      #"{"v":1,"n":9,"t":"2026-11-01T12:00:00Z","e":"endorsed""#,
    ])
  func newer(text: String) throws {
    let scratch = Scratch()
    try scratch.record(keyed(2026))
    let bytes = scratch.bytes() + sealed(text) + [0x0A]
    scratch.write(bytes)
    let path = scratch.path
    let error = failure { () throws(LedgerError) in _ = try Ledger.open(directory: path) }
    #expect(error == .newer(path: "\(path)/registre.jsonl"))
    #expect(scratch.bytes() == bytes)
  }

  @Test("two commands cannot write at once, one may read meanwhile")
  func lock() throws {
    let scratch = Scratch()
    var ledger = try Ledger.open(directory: scratch.path)
    try ledger.record(keyed(2026)[0], at: day(2026, 11))
    let path = scratch.path
    let error = failure { () throws(LedgerError) in _ = try Ledger.open(directory: path) }
    #expect(error == .log(LogError(.locked, "\(path)/registre.verrou")))
    #expect(error?.sentence.hasPrefix("Le registre est déjà ouvert") == true)
    let reading = try Ledger.read(directory: path)
    #expect(reading.state == ledger.state && !reading.isTorn)
    try ledger.record(keyed(2026)[1], at: day(2026, 11))
  }

  @Test("reading a torn ledger says so and writes nothing")
  func tornReading() throws {
    let scratch = Scratch()
    let states = try scratch.record(everyEvent)
    let bytes = Array(scratch.bytes().dropLast(3))
    scratch.write(bytes)
    let reading = try Ledger.read(directory: scratch.path)
    #expect(reading.state == states[everyEvent.count - 1] && reading.isTorn)
    #expect(scratch.bytes() == bytes && scratch.names() == ["registre.jsonl", "registre.verrou"])
  }

  @Test("when the disk is full nothing is said to be recorded")
  func full() throws {
    let scratch = Scratch()
    var disk = Disk.system
    disk.syncData = { _ throws(Errno) in throw Errno(28) }
    var ledger = try Ledger.open(directory: scratch.path, disk: disk)
    let error = failure { () throws(LedgerError) in
      try ledger.record(keyed(2026)[0], at: day(2026, 11))
    }
    #expect(error == .log(LogError(.full, "\(scratch.path)/registre.jsonl")))
    #expect(ledger.state == LedgerState() && scratch.bytes() == [])
  }
}
