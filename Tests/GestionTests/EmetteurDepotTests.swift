import BadgeRequest
import Course
import Glibc
import JSON
import Testing

@Suite("emetteur: demandes")
struct EmetteurDepotTests {
  private let bench = IssuerBench()
  private let exam: SealedExam
  private let card: IssuerCard

  init() throws {
    exam = try SealedExam()
    bench.create()
    for name in ["depot", "depot/demandes", "depot/badges"] { bench.folder.makeFolder(name) }
    #expect(
      bench.emetteur("2026-03-01", "montrer", "--carte", bench.folder.path("carte")).status == 0)
    card = try IssuerCard(reading: try #require(bench.folder.read("carte")))
  }

  private func put(_ name: String, _ request: BadgeRequest) throws {
    bench.folder.write("depot/demandes/\(name).json", try RequestSeal.seal(request, for: card))
  }

  private func serve(_ date: String, words: String = "") -> Outcome {
    bench.emetteur(date, "delivrer", "--depot", bench.folder.path("depot"), words: words)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test("a demande is graded, answered under its name, then destroyed")
  func answered() throws {
    try put("demande-1", exam.request(1, on: day("2026-03-01")))
    let outcome = serve("2026-03-02")
    #expect(outcome.status == 0 && outcome.error.hasSuffix("1 badge délivré.\n"), "\(outcome.text)")
    #expect(bench.folder.names("depot/demandes").isEmpty)
    #expect(
      bench.folder.names("depot/badges") == [
        "demande-1.json", "demande-1.jwt", "demande-1.png", "demande-1.svg",
      ])
    #expect(bench.folder.status("depot/badges/demande-1.svg").st_mode & 0o777 == 0o644)
    bench.publish("2026-03-02")
    #expect(bench.verdict("2026-03-03", bench.folder.path("depot/badges/demande-1.svg")) == 0)
  }

  @Test("a kill between the ledger and the files gives the same badge, once")
  func killed() throws {
    try put("demande-1", exam.request(1, on: day("2026-03-01")))
    try put("demande-2", exam.request(2, on: day("2026-03-01")))
    #expect(serve("2026-03-02", words: "arret=2").status == 137)
    #expect(bench.folder.names("depot/demandes") == ["demande-2.json"])
    let before = bench.badges("2026-03-02").map { $0["id"] }
    #expect(serve("2026-03-03").error.hasSuffix("1 badge repris.\n"))
    #expect(bench.badges("2026-03-03").map { $0["id"] } == before)
    #expect(bench.folder.names("depot/demandes").isEmpty)
  }

  @Test("what deserves no badge is told in a file, and destroyed")
  func refused() throws {
    try put("echec", exam.request(3, on: day("2026-03-01"), wrong: 20))
    try put("autre", exam.request(4, on: day("2026-03-01"), account: Int(getuid()) + 1))
    try put("avenir", exam.request(5, on: day("2026-04-01")))
    try put("vieux", exam.request(6, on: day("2024-02-01")))
    bench.folder.write("depot/demandes/bruit.json", Array("{}".utf8))
    let outcome = serve("2026-03-02")
    #expect(outcome.status == 0 && outcome.error.hasSuffix("5 lignes refusées.\n"))
    // A clock may be wrong: what it alone refuses waits.
    #expect(bench.folder.names("depot/demandes") == ["avenir.json", "vieux.json"])
    #expect(
      bench.folder.names("depot/badges") == ["autre", "bruit", "echec"].map { "\($0).refus.txt" })
    let why = bench.folder.read("depot/badges/echec.refus.txt") ?? []
    #expect(String(decoding: why, as: UTF8.self).hasPrefix("Les réponses ne permettent pas"))
    #expect(bench.badges("2026-03-02").isEmpty)
  }

  @Test("a demande that was handed over is served from its file, and one of a depot is not")
  func handedOver() throws {
    var request = try exam.request(12, on: day("2026-03-01"))
    try put("du-depot", request)
    request.account = nil
    bench.folder.write("main.json", try RequestSeal.seal(request, for: card))
    func serve(_ file: String) -> Outcome {
      bench.emetteur(
        "2026-03-02", "delivrer", "--demande", bench.folder.path(file), "--sortie",
        bench.folder.path("rendus"))
    }
    #expect(serve("depot/demandes/du-depot.json").error.hasSuffix("1 ligne refusée.\n"))
    #expect(bench.folder.names("depot/demandes") == ["du-depot.json"])
    let served = serve("main.json")
    #expect(served.error.hasSuffix("1 badge délivré.\n"), "\(served.text)")
    #expect(bench.folder.names("rendus") == ["main.json", "main.jwt", "main.png", "main.svg"])
    #expect(bench.folder.read("main.json") == nil)
    bench.publish("2026-03-02")
    #expect(bench.verdict("2026-03-03", bench.folder.path("rendus/main.png")) == 0)
    // Handed over again, after the files were lost: the same badge, written once more.
    #expect(run(["/bin/rm", "-r", bench.folder.path("rendus")]).status == 0)
    bench.folder.write("main.json", try RequestSeal.seal(request, for: card))
    #expect(serve("main.json").error.hasSuffix("1 badge déjà délivré.\n"))
    #expect(bench.verdict("2026-03-03", bench.folder.path("rendus/main.svg")) == 0)
    #expect(bench.badges("2026-03-03").count == 1)
    let missing = serve("rien.json")
    #expect(missing.status == 2 && missing.error.contains("rien.json"))
  }

  @Test("a file that is no demande, or that another key opens, is never destroyed when it is named")
  func namedByMistake() throws {
    bench.folder.write("precieux.json", Array("{\"a\":1}".utf8))
    for file in ["precieux.json", "em/cles/x25519-1.json"] {
      let before = bench.folder.read(file)
      let refused = bench.emetteur(
        "2026-03-02", "delivrer", "--demande", bench.folder.path(file), "--sortie",
        bench.folder.path("rendus"))
      #expect(refused.error.hasSuffix("1 ligne refusée.\n"))
      #expect(bench.folder.read(file) == before)
    }
  }

  @Test("a demande cannot say that somebody was there, nor the same exam in another order")
  func forged() throws {
    var request = try exam.request(13, on: day("2026-03-01"))
    request.how = .supervised
    try put("atelier", request)
    #expect(serve("2026-03-02").error.hasSuffix("1 ligne refusée.\n"))
    request.how = .alone
    try put("seul", request)
    #expect(serve("2026-03-02").error.hasSuffix("1 badge délivré.\n"))
    for (place, drawn) in request.attempt.drawn.enumerated() where drawn.order.count > 2 {
      request.attempt.drawn[place].order.reverse()
      break
    }
    try put("encore", request)
    #expect(serve("2026-03-03").error.hasSuffix("1 ligne refusée.\n"))
    #expect(bench.badges("2026-03-03").count == 1)
  }

  @Test("what belongs to somebody else stays: another issuer, a name that is taken")
  func others() throws {
    let request = try exam.request(14, on: day("2026-03-01"))
    let other = IssuerBench()
    other.create()
    #expect(
      other.emetteur("2026-03-01", "montrer", "--carte", other.folder.path("carte")).status == 0)
    let foreign = try IssuerCard(reading: try #require(other.folder.read("carte")))
    let moved = IssuerCard(
      name: foreign.name, did: "did:web:autre.exemple", url: nil, keyID: foreign.keyID,
      publicKey: foreign.publicKey)
    bench.folder.write("depot/demandes/ailleurs.json", try RequestSeal.seal(request, for: moved))
    bench.folder.write("depot/badges/pris.svg", Array("<svg/>".utf8))
    try put("pris", request)
    #expect(serve("2026-03-02").error.hasSuffix("2 lignes refusées.\n"))
    #expect(bench.folder.names("depot/demandes") == ["ailleurs.json", "pris.json"])
    #expect(bench.folder.names("depot/badges") == ["pris.svg"])
    #expect(bench.folder.read("depot/badges/pris.svg") == Array("<svg/>".utf8))
  }

  @Test("a compromise leaves a badge that is awaited to its demande")
  func awaited() throws {
    try put("demande-1", exam.request(15, on: day("2026-03-01")))
    #expect(serve("2026-03-02", words: "arret=1").status == 137)
    let sortie = bench.folder.path("sortie")
    let told = bench.emetteur(
      "2026-03-03", "cle", "compromise", "ed25519-1", "--sortie", sortie)
    #expect(told.status == 0 && bench.folder.names("sortie").isEmpty, "\(told.text)")
    #expect(serve("2026-03-04").error.hasSuffix("1 badge repris.\n"))
    bench.publish("2026-03-04")
    #expect(bench.verdict("2026-03-05", bench.folder.path("depot/badges/demande-1.json")) == 0)
  }

  @Test("a demande served, or a draw used, gives no second badge")
  func replayed() throws {
    let request = try exam.request(7, on: day("2026-03-01"))
    try put("un", request)
    #expect(serve("2026-03-02").status == 0)
    try put("deux", request)
    var other = request
    other.id = "urn:uuid:0b7d1c52-31f6-4b44-8a3e-2f9a6a0f7e99"
    try put("trois", other)
    #expect(serve("2026-03-03").error.hasSuffix("2 lignes refusées.\n"))
    #expect(bench.badges("2026-03-03").count == 1)
    try put("un", request)
    #expect(serve("2026-03-04").error.hasSuffix("1 badge déjà délivré.\n"))
  }

  @Test("a version that is not known stays; links, folders and large files are left alone")
  func left() throws {
    try put(
      "version", exam.request(8, on: day("2026-03-01"), digest: String(repeating: "a", count: 64)))
    symlink("/etc/hostname", bench.folder.path("depot/demandes/lien.json"))
    mkfifo(bench.folder.path("depot/demandes/tube.json"), 0o600)
    bench.folder.write("depot/demandes/gros.json", [UInt8](repeating: 0x20, count: 200_000))
    #expect(serve("2026-03-02").error.hasSuffix("4 lignes refusées.\n"))
    #expect(bench.folder.names("depot/demandes").count == 4)
    #expect(bench.folder.names("depot/badges").isEmpty)
  }

  @Test("a year later, under another key and another version, the archived course grades")
  func later() throws {
    try put("avant", exam.request(9, on: day("2026-03-01")))
    #expect(serve("2026-03-02").error.hasSuffix("1 badge délivré.\n"))
    #expect(bench.emetteur("2026-03-02", "cle", "nouvelle", "--sorte", "x25519").status == 0)
    try put("demande-1", exam.request(10, on: day("2026-03-02")))
    var later = bench
    later.modules = bench.folder.path("Modules")
    #expect(run(["/bin/cp", "-r", "\(IssuerBench.root)/Modules", later.modules]).status == 0)
    let page = bench.folder.read("Modules/glossaire.md") ?? []
    bench.folder.write("Modules/glossaire.md", page + [0x0A])
    let depot = bench.folder.path("depot")
    let outcome = later.emetteur("2027-03-02", "delivrer", "--depot", depot)
    #expect(outcome.error.hasSuffix("1 badge délivré.\n"), "\(outcome.text)")
    let badges = bench.badges("2027-03-02")
    #expect(badges.count == 2 && badges[0]["realisation"] == badges[1]["realisation"])
    let digest = bench.folder.names("em/cours").first { $0 == exam.course.contentDigest }
    bench.folder.write("em/cours/\(digest ?? "")/glossaire.md", page + [0x0A])
    try put("demande-2", exam.request(11, on: day("2026-03-02")))
    let changed = later.emetteur("2027-03-03", "delivrer", "--depot", depot)
    #expect(changed.error.hasSuffix("1 ligne refusée.\n"))
    #expect(bench.folder.names("depot/demandes") == ["demande-2.json"])
  }
}
