import Course
import Journal
import Testing

private let morning = Timestamp(iso: "2026-11-21T09:12:33Z") ?? noon
private let tomorrow = Day(iso: "2026-11-22") ?? Day(number: 0)

private func text(_ line: JournalLine) -> String { String(decoding: line.bytes, as: UTF8.self) }

private func fault(in text: String) -> LineFault? {
  do throws(LineFault) {
    _ = try JournalLine(reading: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

@Suite("One event, one line") struct JournalLineTests {
  /// Checksums by zlib.
  @Test(
    "each event is written in its form and read back",
    arguments: [
      (
        12, .answered(question: "RU04-009", answer: [2, 3], hash: "9c1f", ok: true),
        #""e":"answered","q":"RU04-009","a":[2,3],"h":"9c1f","ok":true,"c":"2bc7227f"}"#
      ),
      (
        4, .answered(question: "L4.1-q1", answer: [], hash: "0000", ok: nil),
        #""e":"answered","q":"L4.1-q1","a":[],"h":"0000","c":"65a362eb"}"#
      ),
      (1, .noticeShown, #""e":"noticeShown","c":"71494b9a"}"#),
      (
        2, .chosen(trade: "marches_publics", review: nil),
        #""e":"chosen","m":"marches_publics","c":"36a368e5"}"#
      ),
      (
        2, .chosen(trade: "etat-civil", review: false),
        #""e":"chosen","m":"etat-civil","r":false,"c":"20683a7b"}"#
      ),
      (2, .chosen(trade: nil, review: true), #""e":"chosen","r":true,"c":"a98f4c20"}"#),
      (
        5,
        .examDrawn([
          DrawnQuestion(question: "RU01-001", order: [2, 1, 3]),
          DrawnQuestion(question: "DP-004", order: []),
        ]),
        #""e":"examDrawn","d":[{"q":"RU01-001","o":[2,1,3]},{"q":"DP-004","o":[]}],"c":"41260144"}"#
      ),
      (
        6, .examAnswered(question: "RU01-001", answer: [1, 0, 1], hash: "abcd"),
        #""e":"examAnswered","q":"RU01-001","a":[1,0,1],"h":"abcd","c":"841eb0db"}"#
      ),
      (7, .examSubmitted, #""e":"examSubmitted","c":"d4e667ce"}"#),
      (
        8,
        .completed(course: "usage-eclaire", version: "1.0", digest: "sha256:00ff", how: .alone),
        #""e":"completed","p":"usage-eclaire","ver":"1.0","d":"sha256:00ff","how":"alone","#
          + #""c":"3a62baa1"}"#
      ),
      (
        8,
        .completed(
          course: "usage-eclaire", version: "1.0", digest: "sha256:00ff", how: .supervised),
        #""e":"completed","p":"usage-eclaire","ver":"1.0","d":"sha256:00ff","how":"supervised","#
          + #""c":"d6417c4f"}"#
      ),
      (9, .handed, #""e":"handed","c":"1d3d3645"}"#),
      (
        10, .requested(file: "d-4f5a.demande"),
        #""e":"requested","file":"d-4f5a.demande","c":"f62eb6f6"}"#
      ),
      (
        11, .awarded(id: "urn:uuid:6b1c", fingerprint: "E-00112233aabbccdd"),
        #""e":"awarded","id":"urn:uuid:6b1c","f":"E-00112233aabbccdd","c":"b2945bbe"}"#
      ),
      (
        12, .purged(kept: [ReviewBox(question: "RU04-009", box: 1, due: tomorrow)]),
        #""e":"purged","keep":[{"q":"RU04-009","b":1,"d":"2026-11-22"}],"c":"2fc2ea9f"}"#
      ),
      (13, .purged(kept: []), #""e":"purged","keep":[],"c":"aa083405"}"#),
    ] as [(Int, Event, String)])
  func written(number: Int, event: Event, end: String) throws {
    let stamped = StampedEvent(number: number, time: morning, event: event)
    let line = try JournalLine(stamped)
    #expect(text(line) == #"{"v":1,"n":\#(number),"t":"2026-11-21T09:12:33Z","# + end)
    let read = try JournalLine(reading: line.bytes)
    #expect(read.stamped == stamped)
    #expect(read == line)
  }

  @Test("a place is kept with its date only")
  func placed() throws {
    let event = Event.placed(step: "M4.entrainement", screen: 2, of: 5)
    let line = try JournalLine(StampedEvent(number: 3, time: morning, event: event))
    #expect(
      text(line)
        == #"{"v":1,"n":3,"t":"2026-11-21","e":"placed","l":"M4.entrainement","s":2,"of":5,"c":"dcee32b4"}"#
    )
    #expect(line.time == Timestamp(iso: "2026-11-21T00:00:00Z"))
    #expect(line.event == event)
  }

  @Test("an event of another program is kept as it is and named")
  func unknown() throws {
    let source =
      #"{"v":1,"n":14,"t":"2026-11-21T09:12:33Z","e":"later","x":"Un texte libre","c":"41dbf1d4"}"#
    let line = try JournalLine(reading: Array(source.utf8))
    #expect(line.event == nil)
    #expect(line.stamped == nil)
    #expect(line.name == "later")
    #expect(line.number == 14)
    #expect(text(line) == source)
  }

  @Test("a member that a later program added is ignored")
  func extraMember() throws {
    let source = sealed(#"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","new":[1]"#)
    #expect(try JournalLine(reading: Array(source.utf8)).event == .handed)
  }

  @Test(
    "a later format is named, whatever its checksum is worth", arguments: ["e1501565", "00000000"])
  func newer(checksum: String) {
    let source = #"{"v":2,"n":14,"t":"2026-11-21T09:12:33Z","e":"later","c":"\#(checksum)"}"#
    #expect(fault(in: source) == .newer(2))
    #expect(JournalLine.isWhole(Array(source.utf8)))
    #expect(!JournalLine.isWhole(Array(source.dropLast().utf8)))
  }

  @Test(
    "a line that does not bear its own checksum is a fault",
    arguments: [
      "", "{", "{}", "null", "[]", "texte", "\0\0\0",
      #"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed"}"#,
      #"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","c":"1d3d3644"}"#,
      #"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","c":"1D3D3645"}"#,
      #"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","c": "1d3d3645"}"#,
      #"{"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","c":"1d3d3645"} "#,
      #" {"v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed","c":"1d3d3645"}"#,
      #"{"c":"1d3d3645","v":1,"n":9,"t":"2026-11-21T09:12:33Z","e":"handed"}"#,
      #","c":"00000000"}"#,
    ])
  func checksum(source: String) {
    #expect(fault(in: source) == .checksum)
    #expect(!JournalLine.isWhole(Array(source.utf8)))
  }

  @Test(
    "a line whose checksum is right but whose content is not is a fault",
    arguments: [
      (#"{"n":1,"t":"2026-11-21","e":"handed""#, "v"),
      (#"{"v":0,"n":1,"t":"2026-11-21","e":"handed""#, "v"),
      (#"{"v":"1","n":1,"t":"2026-11-21","e":"handed""#, "v"),
      (#"{"v":1,"n":0,"t":"2026-11-21","e":"handed""#, "n"),
      (#"{"v":1,"n":-1,"t":"2026-11-21","e":"handed""#, "n"),
      (#"{"v":1,"n":1.5,"t":"2026-11-21","e":"handed""#, "n"),
      (#"{"v":1,"n":9007199254740992,"t":"2026-11-21","e":"handed""#, "n"),
      (#"{"v":1,"n":1,"t":"2026-02-30","e":"handed""#, "t"),
      (#"{"v":1,"n":1,"t":"2026-11-21T09:12:33","e":"handed""#, "t"),
      (#"{"v":1,"n":1,"t":"2026-11-21T24:00:00Z","e":"handed""#, "t"),
      (#"{"v":1,"n":1,"t":1,"e":"handed""#, "t"), (#"{"v":1,"n":1,"t":"2026-11-21""#, "e"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"deux mots""#, "e"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","a":[],"h":"0""#, "q"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a b","a":[],"h":"0""#, "q"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a","a":["x"],"h":"0""#, "a"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a","a":[-1],"h":"0""#, "a"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a","a":[1000],"h":"0""#, "a"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a","a":[],"h":0"#, "h"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"answered","q":"a","a":[],"h":"0","ok":1"#, "ok"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"examAnswered","q":"a","h":"0""#, "a"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"placed","l":"a","s":-1,"of":2"#, "s"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"placed","l":"a","s":1"#, "of"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"chosen","m":null"#, "m"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"chosen","r":"oui""#, "r"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"examDrawn","d":{}"#, "d"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"examDrawn","d":[1]"#, "d"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"examDrawn","d":[{"q":"a"}]"#, "o"),
      (
        #"{"v":1,"n":1,"t":"2026-11-21","e":"completed","p":"a","ver":"1","d":"0","how":"x""#, "how"
      ),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"requested""#, "file"),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"awarded","id":"a""#, "f"),
      (
        #"{"v":1,"n":1,"t":"2026-11-21","e":"purged","keep":[{"q":"a","b":0,"d":"2026-11-22"}]"#,
        "b"
      ),
      (#"{"v":1,"n":1,"t":"2026-11-21","e":"purged","keep":[{"q":"a","b":1,"d":"demain"}]"#, "d"),
    ])
  func malformed(start: String, key: String) {
    #expect(fault(in: sealed(start)) == .malformed(key))
    #expect(JournalLine.isWhole(Array(sealed(start).utf8)))
  }

  @Test("a line with a repeated key is a fault even with a right checksum")
  func repeatedKey() {
    let start = #"{"v":1,"n":1,"n":2,"t":"2026-11-21","e":"handed""#
    #expect(fault(in: sealed(start)) == .checksum)
  }

  @Test("what could not be read back is not written")
  func unwritable() {
    func refused(_ number: Int, _ time: Timestamp, _ event: Event) -> LineFault? {
      do throws(LineFault) {
        _ = try JournalLine(StampedEvent(number: number, time: time, event: event))
        return nil
      } catch {
        return error
      }
    }
    #expect(refused(0, noon, .handed) == .malformed("n"))
    #expect(refused(.max, noon, .handed) == .malformed("n"))
    #expect(refused(1, Timestamp(seconds: .max), .handed) == nil)
    #expect(refused(1, Timestamp(seconds: .min), .handed) == nil)
    #expect(refused(1, noon, .placed(step: "a", screen: -1, of: 2)) == .malformed("s"))
    let many = Array(repeating: 1, count: 101)
    #expect(
      refused(1, noon, .examAnswered(question: "a", answer: many, hash: "0")) == .malformed("a"))
  }
}
