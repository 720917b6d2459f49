import AppendLog
import Course
import FoundationEssentials
import Glibc
import Testing
import Workshop
import WorkshopLog

private let noon = Timestamp(iso: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

/// A data folder for one test, removed afterwards.
private struct Scratch: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/parcours-atelier-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var file: String { "\(path)/atelier.jsonl" }

  func lines() -> [String] {
    let text = FileManager.default.contents(atPath: file).map {
      String(decoding: $0, as: UTF8.self)
    }
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  func write(_ text: String) {
    _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
  }

  func events() throws -> [WorkshopEvent] {
    let log = try WorkshopLog.open(directory: path)
    return log.events
  }
}

private func setup(_ attendance: Int = 17, trade: String? = "urbanisme") -> WorkshopSetup {
  WorkshopSetup(
    module: "M2", choice: .init(minutes: 30, trade: trade, seed: 4821), attendance: attendance,
    day: Day(number: 20_779), fingerprint: "00ff")
}

private let story: [WorkshopEvent] = [
  .opened(setup()), .placed(item: 0), .placed(item: 5),
  .voted(item: 5, round: 1, totals: [4, 11, 2]), .revealed,
  .voted(item: 5, round: 2, totals: [0, 17, 0]), .undone, .reset(item: 5), .closed,
]

private func write(_ events: [WorkshopEvent], in path: String) throws {
  var log = try WorkshopLog.open(directory: path)
  for event in events { try log.record(event, at: noon) }
}

private func failure(_ body: () throws -> Void) -> WorkshopLogError? {
  do {
    try body()
    return nil
  } catch {
    return error as? WorkshopLogError
  }
}

@Suite("The log of a workshop") struct WorkshopLogTests {
  @Test("each event is a line that is read back, and nobody else reads the file")
  func roundTrip() throws {
    let scratch = Scratch()
    try write(story, in: scratch.path)
    #expect(try scratch.events() == story)
    let lines = scratch.lines()
    #expect(lines.count == story.count)
    #expect(
      lines[0].hasPrefix(
        #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"opened","m":"M2","tr":"urbanisme","min":30,"#
          + #""s":4821,"p":17,"d":"2026-11-22","f":"00ff","c":""#))
    #expect(lines[3].contains(#""e":"voted","i":5,"r":1,"a":[4,11,2],"c":""#))
    var status = stat()
    #expect(stat(scratch.file, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test("a last line torn anywhere is set aside, the rest is kept")
  func torn() throws {
    let scratch = Scratch()
    try write(story, in: scratch.path)
    let whole = scratch.lines()
    let last = whole[whole.count - 1]
    for length in stride(from: 1, to: last.utf8.count, by: 7) {
      scratch.write(whole.dropLast().joined(separator: "\n") + "\n" + last.prefix(length))
      let log = try WorkshopLog.open(directory: scratch.path)
      #expect(log.setAside == "atelier.coupe")
      #expect(log.events == story.dropLast())
    }
  }

  @Test("a last line that lacks its newline alone is kept")
  func newline() throws {
    let scratch = Scratch()
    try write(story, in: scratch.path)
    scratch.write(scratch.lines().joined(separator: "\n"))
    #expect(try scratch.events() == story)
  }

  @Test("a damaged earlier line stops the replay and the file is left as it was")
  func damaged() throws {
    let scratch = Scratch()
    try write(story, in: scratch.path)
    var lines = scratch.lines()
    lines[3] = lines[3].replacing("[4,11,2]", with: "[4,12,2]")
    scratch.write(lines.joined(separator: "\n") + "\n")
    let path = scratch.path
    let file = scratch.file
    #expect(failure { _ = try WorkshopLog.open(directory: path) } == .damaged(line: 4, path: file))
    #expect(scratch.lines() == lines)
  }

  @Test(
    "a sealed line whose values are not plausible is damaged",
    arguments: [
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"placed","i":-1}"#,
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"placed"}"#,
      #"{"v":1,"n":1,"t":"hier","e":"revealed"}"#, #"{"v":1,"n":0,"t":"2026-11-22T12:00:00Z"}"#,
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"voted","i":1,"r":3,"a":[1,2]}"#,
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"voted","i":1,"r":1,"a":[1,1000]}"#,
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"voted","i":1,"r":1,"a":[1]}"#,
      #"{"v":1,"n":1,"t":"2026-11-22T12:00:00Z","e":"opened","m":"M 2"}"#,
    ])
  func implausible(object: String) {
    let bytes = SealedLine.sealing(Array(object.utf8))
    #expect(SealedLine.isSealed(bytes))
    #expect(throws: WorkshopLineFault.damaged) { try WorkshopLine(reading: bytes) }
  }

  @Test("an unknown event is kept and ignored, a later format is refused")
  func later() throws {
    let scratch = Scratch()
    try write(Array(story.prefix(2)), in: scratch.path)
    let unknown = #"{"v":1,"n":3,"t":"2026-11-22T12:00:00Z","e":"danced","x":1}"#
    let sealed = String(decoding: SealedLine.sealing(Array(unknown.utf8)), as: UTF8.self)
    let lines = scratch.lines() + [sealed]
    scratch.write(lines.joined(separator: "\n") + "\n")
    #expect(try scratch.events() == Array(story.prefix(2)))
    #expect(scratch.lines() == lines)
    scratch.write((lines + [#"{"v":2,"n":4}"#]).joined(separator: "\n") + "\n")
    let path = scratch.path
    let file = scratch.file
    #expect(failure { _ = try WorkshopLog.open(directory: path) } == .newer(version: 2, path: file))
  }

  @Test("totals of a group under five are refused, its place is kept")
  func smallGroup() throws {
    let scratch = Scratch()
    var log = try WorkshopLog.open(directory: scratch.path)
    try log.record(.opened(setup(4)), at: noon)
    try log.record(.placed(item: 2), at: noon)
    for event in story where event.isAboutVotes {
      do throws(WorkshopLogError) {
        try log.record(event, at: noon)
        Issue.record("un vote est gardé")
      } catch {
        #expect(error == .smallGroup)
      }
    }
    #expect(scratch.lines().count == 2)
  }

  @Test("what could not be read back is not written")
  func refused() throws {
    let scratch = Scratch()
    var log = try WorkshopLog.open(directory: scratch.path)
    let bad: [WorkshopEvent] = [
      .opened(setup(0)), .opened(setup(trade: "un métier")), .placed(item: -1),
      .voted(item: 1, round: 1, totals: [5000, 1]),
    ]
    for event in bad {
      do throws(WorkshopLogError) {
        try log.record(event, at: noon)
        Issue.record("\(event) est gardé")
      } catch {
        #expect(error == .refused)
      }
    }
    #expect(scratch.lines().isEmpty)
  }

  @Test("another workshop takes the place of the one before")
  func replaced() throws {
    let scratch = Scratch()
    try write(story, in: scratch.path)
    try write([.opened(setup(9, trade: nil)), .placed(item: 1)], in: scratch.path)
    #expect(scratch.lines().count == 2)
    #expect(try scratch.events() == [.opened(setup(9, trade: nil)), .placed(item: 1)])
  }

  @Test("two windows cannot hold the same workshop")
  func locked() throws {
    let scratch = Scratch()
    let log = try WorkshopLog.open(directory: scratch.path)
    let path = scratch.path
    let error = failure { _ = try WorkshopLog.open(directory: path) }
    #expect(error?.sentence == "Un atelier est déjà ouvert dans une autre fenêtre.")
    #expect(log.events.isEmpty)
  }
}
