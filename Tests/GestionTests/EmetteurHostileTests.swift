import Glibc
import Testing

@testable import parcours_gestion

@Suite("emetteur: what is refused")
struct EmetteurHostileTests {
  private let bench = IssuerBench()

  @Test("keys and folders that others may read are refused with the command to type")
  func rights() {
    bench.create()
    let key = bench.folder.path("em/cles/p256-1.pem")
    chmod(key, 0o644)
    let refused = bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    #expect(refused.status == 1)
    #expect(refused.error.contains("Tapez : chmod 600 \(key)"))
    chmod(key, 0o600)
    chmod(bench.folder.path("em"), 0o750)
    #expect(bench.emetteur("2026-01-11", "montrer").error.contains("Tapez : chmod 700"))
    #expect(bench.badges("2026-01-11").isEmpty)
  }

  @Test("all that is written is its owner's alone")
  func modes() {
    bench.create()
    _ = bench.deliver("2026-01-11", IssuerBench.list(1), to: "em/sortie")
    for name in bench.contents("em").keys {
      #expect(bench.folder.status(name).st_mode & 0o077 == 0, "\(name)")
    }
    #expect(bench.folder.status("em").st_mode & 0o777 == 0o700)
  }

  @Test("a torn line is set aside and told; a damaged one stops everything and changes nothing")
  func ledger() {
    bench.create()
    let path = "em/registre.jsonl"
    let whole = bench.folder.read(path) ?? []
    bench.folder.write(path, whole + Array("{\"v\":1,\"n\":9".utf8))
    let torn = bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    #expect(torn.status == 0 && torn.error.contains("registre.coupe"))
    var damaged = bench.folder.read(path) ?? []
    damaged[40] ^= 1
    bench.folder.write(path, damaged)
    let refused = bench.deliver("2026-01-12", IssuerBench.list(2), to: "sortie")
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(bench.folder.read(path) == damaged)
    #expect(bench.folder.names("sortie").count == 1)
    unlink(bench.folder.path(path))
    #expect(bench.deliver("2026-01-12", IssuerBench.list(2), to: "sortie").status == 2)
    #expect(bench.folder.read(path) == nil)
  }

  @Test("a sealed key opens with its passphrase only, given on a descriptor")
  func passphrase() {
    let create = bench.emetteur(
      "2026-01-10", "creer", "--nom", "Local", "--phrase-secrete-fd", "0", input: "une phrase\n")
    #expect(create.status == 0)
    let pem = String(decoding: bench.folder.read("em/cles/ed25519-1.pem") ?? [], as: UTF8.self)
    #expect(pem.hasPrefix("-----BEGIN PARCOURS SEALED KEY-----"))
    bench.folder.write("l.csv", Array(IssuerBench.list(1).utf8))
    func deliver(_ phrase: String) -> Outcome {
      bench.emetteur(
        "2026-01-11", "delivrer", "--csv", bench.folder.path("l.csv"), "--phrase-secrete-fd", "0",
        input: phrase)
    }
    #expect(deliver("une autre\n").status == 1)
    #expect(deliver("").status == 1)
    #expect(bench.badges("2026-01-11").isEmpty)
    #expect(deliver("une phrase\n").status == 0)
  }

  @Test("without an address nothing is published nor revoked, and the badge promises no list")
  func withoutAddress() {
    let create = bench.emetteur(
      "2026-01-10", "creer", "--nom", "Local", "--sans-phrase-secrete")
    #expect(create.error.contains("ne pourra pas être retiré"))
    _ = bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    let name = bench.folder.names("sortie")[0]
    let badge = bench.folder.read("sortie/\(name)/badge.json") ?? []
    #expect(!String(decoding: badge, as: UTF8.self).contains("credentialStatus"))
    #expect(bench.emetteur("2026-01-12", "revoquer", String(name.dropFirst(5))).status == 1)
    #expect(bench.publish("2026-01-12").status == 1)
    #expect(bench.emetteur("2026-01-12", "cle", "nouvelle").status == 1)
  }

  @Test("a second issuer is never made over the first, and a full disk leaves nothing")
  func creation() {
    bench.create()
    let before = bench.contents("em")
    let again = bench.emetteur("2026-01-10", "creer", "--nom", "X", "--sans-phrase-secrete")
    #expect(again.status == 1)
    #expect(bench.contents("em") == before)
    let nowhere = bench.emetteur(
      "2026-01-10", "creer", "--nom", "X", "--sans-phrase-secrete", "--emetteur", "/proc/non/em")
    #expect(nowhere.status == 2 && nowhere.errorLines.count == 1)
  }

  @Test(
    "an address makes one did:web",
    arguments: [
      ("https://badges.exemple.fr", "did:web:badges.exemple.fr", "https://badges.exemple.fr/"),
      ("https://Ex.fr:8443/a/b", "did:web:ex.fr%3A8443:a:b", "https://ex.fr:8443/a/b/"),
    ])
  func address(_ typed: String, _ did: String, _ text: String) throws {
    let address = try IssuerAddress(typed)
    #expect(address.did == did && address.text == text)
  }

  @Test(
    "an address that makes none is refused",
    arguments: [
      "", "http://ex.fr/", "https://", "https:///a", "https://localhost/", "https://127.0.0.1/",
      "https://ex.fr/?q", "https://ex.fr/a#b", "https://ex.fr/../a", "https://ex.fr//a",
      "https://u@ex.fr/", "https://ex.fr:99999/", "https://ex.fr:080/", "https://é.fr/",
      "https://ex.fr/a b",
    ])
  func noAddress(_ typed: String) {
    #expect(throws: Complaint.self) { try IssuerAddress(typed) }
  }
}
