import BadgeRequest
import Glibc
import JSON
import Testing

/// Faults of the disk, of the settings and of names: none passes for something that is not there.
@Suite("emetteur: faults that must be told")
struct EmetteurFaultTests {
  private let bench = IssuerBench()

  /// A run by an account that rights hold back, were the tests run by root.
  private func asNobody(_ date: String, _ arguments: String...) -> Outcome {
    guard getuid() == 0 else { return bench.run(date, ["emetteur"] + arguments) }
    #expect(run(["/bin/chown", "-R", "65534", bench.folder.path("")]).status == 0)
    defer { _ = run(["/bin/chown", "-R", "0", bench.folder.path("")]) }
    let account = ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"]
    return bench.run(date, ["emetteur"] + arguments, through: account)
  }

  @Test("a folder that cannot be listed stops a publication: nothing is taken down from the site")
  func unlisted() {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie").status == 0)
    #expect(bench.publish("2026-01-11").status == 0)
    let site = bench.contents("site")
    chmod(bench.folder.path("em/realisations"), 0o300)
    let refused = asNobody("2026-01-12", "publier", bench.folder.path("site"))
    chmod(bench.folder.path("em/realisations"), 0o700)
    #expect(refused.status == 2 && refused.error.contains("em/realisations"), "\(refused.error)")
    #expect(bench.contents("site") == site)
  }

  @Test("a page of the course that cannot be read is not a missing page")
  func unreadable() {
    bench.create()
    var other = bench
    other.modules = bench.folder.path("Modules")
    #expect(run(["/bin/cp", "-r", "\(IssuerBench.root)/Modules", other.modules]).status == 0)
    // A folder of that name cannot be read as a file, not even by root.
    let page = bench.folder.path("Modules/glossaire.md")
    unlink(page)
    mkdir(page, 0o700)
    let refused = other.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    #expect(refused.status == 2 && refused.error.contains("glossaire.md"), "\(refused.error)")
    #expect(bench.badges("2026-01-11").isEmpty)
  }

  @Test(
    "settings that the program would not write are refused, whatever they lack",
    arguments: [
      ("exemple.fr/iag/", "exemple.fr/iag"), ("https://", "http://"),
      ("https://badges", "https://BADGES"), ("iag/", "autre/"), ("did:web:badges", "did:web:autre"),
      ("suspension :", "couleur : bleu\nsuspension :"), ("nom :", "nom : A\nnom :"),
      ("adresse :", "addresse :"),
    ])
  func settings(_ former: String, _ other: String) {
    bench.create()
    let text = String(decoding: bench.folder.read("em/emetteur.conf") ?? [], as: UTF8.self)
    let changed = text.replacing(former, with: other)
    #expect(changed != text)
    bench.folder.write("em/emetteur.conf", Array(changed.utf8))
    let refused = bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    #expect(refused.status == 2 && refused.error.contains("est mal écrit"), "\(refused.error)")
    bench.folder.write("em/emetteur.conf", Array(text.utf8))
    #expect(bench.badges("2026-01-11").isEmpty)
  }

  @Test("what stands beside the place of a new issuer is left alone, whatever its name")
  func beside() {
    bench.folder.makeFolder("em.partiel")
    bench.folder.write("em.partiel/precieux", [65])
    bench.folder.makeFolder("em.partiel/dossier")
    bench.folder.write("em.partiel/dossier/precieux", [66])
    let place = bench.folder.path("em//")
    let created = bench.emetteur(
      "2026-01-10", "creer", "--nom", "X", "--sans-phrase-secrete", "--emetteur", place)
    #expect(created.status == 0, "\(created.error)")
    #expect(bench.contents("em.partiel").count == 2)
    #expect(bench.folder.names("") == ["em", "em.partiel"])
    bench.folder.makeFolder("cache")
    bench.folder.write("cache/.precieux", [65])
    let refused = bench.emetteur(
      "2026-01-10", "creer", "--nom", "X", "--sans-phrase-secrete", "--emetteur",
      bench.folder.path("cache"))
    #expect(refused.status == 1 && refused.error.contains("n’est pas vide"), "\(refused.error)")
    #expect(bench.folder.names("") == ["cache", "em", "em.partiel"])
  }

  @Test("the card and the report are written into a pipe or a device, which stays what it is")
  func devices() {
    bench.create()
    let pipe = bench.folder.path("tube")
    mkfifo(pipe, 0o600)
    let reader = open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    #expect(bench.emetteur("2026-01-11", "montrer", "--carte", pipe).status == 0)
    #expect(bench.folder.status("tube").st_mode & S_IFMT == S_IFIFO)
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(reader, &buffer, buffer.count)
    #expect((try? IssuerCard(reading: Array(buffer.prefix(max(count, 0))))) != nil)
    #expect(
      bench.emetteur("2026-01-11", "montrer", "--carte", bench.folder.path("carte")).status == 0)
    #expect(bench.folder.status("carte").st_mode & 0o777 == 0o644)
    bench.folder.write("l.csv", Array(IssuerBench.list(1).utf8))
    let delivered = asNobody(
      "2026-01-11", "delivrer", "--csv", bench.folder.path("l.csv"), "--rapport", "/dev/null")
    #expect(delivered.status == 0, "\(delivered.error)")
    bench.folder.makeFolder("dossier")
    let refused = bench.emetteur(
      "2026-01-11", "delivrer", "--csv", bench.folder.path("l.csv"), "--rapport",
      bench.folder.path("dossier"))
    #expect(refused.status == 2 && refused.error.contains("C’est un dossier"), "\(refused.error)")
  }

  @Test("only keys that signed are recorded: the compromise of another signs nothing again")
  func otherKeys() {
    bench.create()
    let list = "nom;date;modalite\nAna;05/01/2026;en autonomie\n"
    #expect(bench.deliver("2026-01-11", list, to: "noms").status == 0)
    #expect(bench.folder.names("noms/\(bench.folder.names("noms")[0])").count == 4)
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "courriels").status == 0)
    let compromised = bench.emetteur(
      "2026-01-12", "cle", "compromise", "rsa-1", "--sortie", bench.folder.path("neufs"))
    #expect(compromised.status == 0, "\(compromised.error)")
    #expect(compromised.error.contains("Badges signés par rsa-1 : 1."), "\(compromised.error)")
    #expect(bench.folder.names("neufs").count == 1)
    let again = bench.emetteur(
      "2026-01-13", "delivrer", "--csv", "-", "--refaire", "--sortie", bench.folder.path("refaits"),
      input: list)
    #expect(again.error.contains("1 badge déjà délivré"), "\(again.error)")
    #expect(bench.folder.names("refaits") == bench.folder.names("noms"))
  }

  @Test("a ledger that named keys which did not sign gives the same badge after a kill")
  func olderLedger() throws {
    bench.create()
    let list = "nom;date;modalite\nAna;05/01/2026;en autonomie\n"
    #expect(bench.deliver("2026-01-11", list, to: "sortie", words: "arret=1").status == 137)
    let lines = (bench.folder.read("em/registre.jsonl") ?? []).split(separator: 0x0A)
    let last = String(decoding: try #require(lines.last), as: UTF8.self)
    let older = last.replacing(
      #""k":["ed25519-1","p256-1"]"#, with: #""k":["ed25519-1","p256-1","rsa-1"]"#)
    // What follows is `,"c":"…"}`: 16 bytes.
    let body = sealedLine(String(older.dropLast(16)))
    let whole = lines.dropLast().flatMap { $0 + [0x0A] } + body + [0x0A]
    bench.folder.write("em/registre.jsonl", whole)
    let before = bench.badges("2026-01-11").map { $0["empreinte"] }
    #expect(before.count == 1)
    let resumed = bench.deliver("2026-01-12", list, to: "sortie")
    #expect(resumed.error.hasSuffix("1 badge repris.\n"), "\(resumed.error)")
    #expect(bench.badges("2026-01-12").map { $0["empreinte"] } == before)
    let compromised = bench.emetteur(
      "2026-01-13", "cle", "compromise", "rsa-1", "--sortie", bench.folder.path("neufs"))
    #expect(compromised.error.contains("Badges signés par rsa-1 : 0."), "\(compromised.error)")
  }

  @Test("an issuer without an address signs with one key, and needs no other")
  func oneKey() {
    #expect(
      bench.emetteur("2026-01-10", "creer", "--nom", "Local", "--sans-phrase-secrete").status == 0)
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie").status == 0)
    #expect(bench.emetteur("2026-01-12", "cle", "retirer", "p256-1").status == 0)
    let more = bench.deliver("2026-01-13", IssuerBench.list(2), to: "sortie")
    #expect(more.status == 0 && more.error.contains("1 badge délivré"), "\(more.error)")
    let compromised = bench.emetteur(
      "2026-01-14", "cle", "compromise", "p256-1", "--sortie", bench.folder.path("neufs"))
    #expect(compromised.error.contains("Badges signés par p256-1 : 0."), "\(compromised.error)")
  }
}

/// A line of the ledger with its checksum, computed bit by bit.
private func sealedLine(_ text: String) -> [UInt8] {
  var value: UInt32 = ~0
  for byte in text.utf8 {
    value ^= UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
  let digits = String(~value, radix: 16)
  let sum = String(repeating: "0", count: 8 - digits.count) + digits
  return Array("\(text),\"c\":\"\(sum)\"}".utf8)
}
