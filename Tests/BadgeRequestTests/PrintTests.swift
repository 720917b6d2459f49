import BadgeRequest
import Course
import ShippedContent
import Testing

@Suite("The prints of a request") struct PrintTests {
  @Test("a draw keeps its print whatever its order, its answers and who asks")
  func draw() throws {
    let exam = try Exam.shipped()
    let request = try exam.perfect(exam.draw(1))
    var other = request
    other.id = "urn:uuid:11111111-31f6-4b44-8a3e-2f9a6a0f7e11"
    other.recipient = .email("b@ville.example")
    other.account = nil
    other.attempt.answers = [:]
    other.attempt.drawn.reverse()
    other.attempt.drawn[0].order = [9]
    #expect(other.drawFingerprint == request.drawFingerprint)
    #expect(other.fingerprint != request.fingerprint)
    other.attempt.drawn[0].question = "autre"
    #expect(other.drawFingerprint != request.drawFingerprint)
  }

  @Test("five hundred draws have five hundred prints of 64 hex digits")
  func apart() throws {
    let exam = try Exam.shipped()
    let requests = try (0..<500).map { try exam.perfect(exam.draw(UInt64($0))) }
    #expect(Set(requests.map(\.drawFingerprint)).count == 500)
    #expect(Set(requests.map(\.fingerprint)).count == 500)
    #expect(requests.allSatisfy { Array($0.drawFingerprint.utf8).count == 64 })
  }

  @Test("the print of a request changes with each of its members")
  func members() throws {
    let exam = try Exam.shipped()
    let request = try exam.perfect(exam.draw(2))
    let alterations: [(inout BadgeRequest) -> Void] = [
      { $0.id += "0" }, { $0.course += "0" }, { $0.version += "0" }, { $0.digest += "0" },
      { $0.badge += "0" }, { $0.completed = Timestamp(seconds: 1) }, { $0.how = .supervised },
      { $0.recipient = .nothing }, { $0.account = 1001 }, { $0.attempt.drawn.swapAt(0, 1) },
      { $0.attempt.answers = [:] },
    ]
    let prints = alterations.map { alter in
      var other = request
      alter(&other)
      return other.fingerprint
    }
    #expect(Set(prints + [request.fingerprint]).count == alterations.count + 1)
  }

  @Test("the two prints are these for ever: a ledger keeps them")
  func vectors() {
    let request = BadgeRequest(
      id: "urn:uuid:0b7d1c52-31f6-4b44-8a3e-2f9a6a0f7e11", course: "c", version: "1",
      digest: "00", badge: "b", completed: Timestamp(seconds: 0), how: .alone,
      recipient: .nothing,
      attempt: Progress.Attempt(
        drawn: [
          DrawnQuestion(question: "B", order: [2, 1]), DrawnQuestion(question: "A", order: []),
        ], answers: ["B": [1]]))
    #expect(
      request.drawFingerprint == "461069b4936c8e3e2ea98602cd0d56c27993821b28292edd2f6ecb3d5b1b87a3")
    #expect(
      request.fingerprint == "e39b1a099758a5fc672c0610e03791841fc9744911cfa910c96910a35eb91421")
  }

  @Test("the content's digest ignores local wording and moves with any other byte")
  func digest() throws {
    let files = ShippedContent.files
    let digest = try Course(ContentFiles(files)).contentDigest
    #expect(digest.utf8.count == 64)
    for (path, changes) in [
      ("collectivite.md", false), ("QUALITE.md", false), ("evaluation.md", true),
      ("02-sandi/banque.md", true),
    ] {
      var altered = files
      altered[path, default: []].append(0x0A)
      #expect((try Course(ContentFiles(altered)).contentDigest != digest) == changes, "\(path)")
    }
  }
}
