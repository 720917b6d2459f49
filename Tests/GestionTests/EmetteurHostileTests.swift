import Glibc
import JSON
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

  @Test("a key that another replaced is not used, and none is ever written over")
  func replacedKeys() {
    bench.create()
    let other = IssuerBench()
    other.create()
    for kind in ["ed25519", "p256", "rsa", "x25519"] {
      let path = "em/cles/\(kind)-1.pem"
      let own = bench.folder.read(path) ?? []
      bench.folder.write(path, other.folder.read(path) ?? [])
      chmod(bench.folder.path(path), 0o600)
      let refused =
        kind == "x25519"
        ? bench.emetteur("2026-01-11", "delivrer", "--depot", depot())
        : bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
      #expect(refused.status != 0 && refused.error.contains("\(kind)-1.pem"), "\(refused.text)")
      bench.folder.write(path, own)
    }
    #expect(bench.badges("2026-01-11").isEmpty)
    // An older ledger does not know the newest key: its file is left where it is.
    let ledger = bench.folder.read("em/registre.jsonl") ?? []
    #expect(bench.emetteur("2026-01-11", "cle", "nouvelle").status == 0)
    let second = bench.folder.read("em/cles/ed25519-2.pem")
    bench.folder.write("em/registre.jsonl", ledger)
    #expect(bench.emetteur("2026-01-12", "cle", "nouvelle").error.contains("ed25519-3"))
    #expect(bench.folder.read("em/cles/ed25519-2.pem") == second)
    bench.folder.write("em/registre.jsonl", [])
    #expect(bench.emetteur("2026-01-12", "montrer").error.contains("Remettez la sauvegarde"))
  }

  private func depot() -> String {
    for name in ["depot", "depot/demandes", "depot/badges"] { bench.folder.makeFolder(name) }
    return bench.folder.path("depot")
  }

  @Test("a site goes neither among keys nor over the site of another issuer")
  func places() {
    bench.create()
    bench.folder.makeFolder("photos")
    bench.folder.write("photos/a.txt", [65])
    for (place, words) in [
      ("em", "dossier à part"), ("em/cles", "dossier à part"), ("em/site", "dossier à part"),
      ("", "dossier à part"), ("photos", "dossier vide"),
    ] {
      let refused = bench.emetteur("2026-01-11", "publier", bench.folder.path(place))
      #expect(refused.status == 1 && refused.error.contains(words), "\(place) \(refused.text)")
    }
    #expect(bench.folder.names("photos") == ["a.txt"])
    #expect(bench.publish("2026-01-11").status == 0)
    let before = bench.contents("site")
    let other = IssuerBench()
    #expect(
      other.emetteur(
        "2026-01-10", "creer", "--nom", "Autre", "--adresse", "https://autre.exemple.fr/",
        "--sans-phrase-secrete"
      ).status == 0)
    let refused = other.emetteur("2026-01-11", "publier", bench.folder.path("site"))
    #expect(refused.status == 1 && refused.error.contains("did:web:badges.exemple.fr:iag"))
    #expect(bench.contents("site") == before)
  }

  @Test("a list that grew gives nothing twice, and lost files can be written again")
  func again() {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(2), to: "sortie").status == 0)
    let more =
      "courriel;date;modalite;version;reference\n"
      + (1...3).map { "agent\($0)@exemple.fr;5/1/2026;en autonomie;1.0.0;R\($0)\n" }.joined()
    let grown = bench.deliver("2026-01-12", more, to: "sortie")
    #expect(
      grown.error.contains("1 badge délivré") && grown.error.contains("2 badges déjà délivrés"))
    #expect(bench.badges("2026-01-12").count == 3)
    let remade = bench.emetteur(
      "2026-01-13", "delivrer", "--csv", "-", "--refaire", "--sortie", bench.folder.path("refaits"),
      input: more)
    #expect(remade.status == 0 && bench.folder.names("refaits").count == 3, "\(remade.text)")
    #expect(bench.badges("2026-01-13").count == 3)
    let id = bench.badges("2026-01-13")[0]["id"]?.string ?? ""
    #expect(bench.emetteur("2026-01-13", "revoquer", id).status == 0)
    let withdrawn = bench.emetteur(
      "2026-01-14", "delivrer", "--csv", "-", "--refaire", "--sortie", bench.folder.path("encore"),
      input: more)
    #expect(withdrawn.error.contains("1 ligne refusée") && bench.folder.names("encore").count == 2)
    let unknown = "courriel;date;modalite;version\nz@exemple.fr;05/01/2026;en autonomie;0.1\n"
    #expect(bench.deliver("2026-01-13", unknown, to: "sortie").error.contains("1 ligne refusée"))
  }

  @Test("a report never replaces the list it is about")
  func report() {
    bench.create()
    bench.folder.write("l.csv", Array(IssuerBench.list(1).utf8))
    let list = bench.folder.path("l.csv")
    let keys = bench.contents("em")
    for name in [
      "l.csv", "rien/rapport.csv", "em/registre.jsonl", "em/cles/p256-1.pem", "em/r.csv",
    ] {
      let refused = bench.emetteur(
        "2026-01-11", "delivrer", "--csv", list, "--rapport", bench.folder.path(name))
      #expect(refused.status == 2 && refused.error.contains("rapport"), "\(refused.text)")
    }
    #expect(bench.contents("em") == keys)
    #expect(bench.folder.read("l.csv") == Array(IssuerBench.list(1).utf8))
    #expect(bench.badges("2026-01-11").isEmpty)
  }

  @Test("a badge withdrawn without a key of its own kind left is withdrawn in all its files")
  func olderWithdrawn() {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie").status == 0)
    let name = bench.folder.names("sortie")[0]
    let older = bench.folder.path("sortie/\(name)/badge.jws")
    #expect(bench.emetteur("2026-01-12", "cle", "retirer", "rsa-1").error.contains("--sorte rsa"))
    let again = bench.emetteur(
      "2026-01-12", "cle", "compromise", "p256-1", "--sortie", bench.folder.path("refaits"))
    #expect(again.status == 0, "\(again.text)")
    bench.publish("2026-01-13")
    #expect(bench.verdict("2026-01-13", older) == 0)
    let id = bench.badges("2026-01-13")[0]["id"]?.string ?? ""
    #expect(bench.emetteur("2026-01-14", "revoquer", id).status == 0)
    bench.publish("2026-01-14")
    #expect(bench.verdict("2026-01-15", older) == 3)
  }

  @Test("each RSA key has a Profile of its own, with one key")
  func profiles() throws {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "avant").status == 0)
    #expect(bench.emetteur("2026-01-12", "cle", "nouvelle", "--sorte", "rsa").status == 0)
    #expect(
      bench.deliver("2026-01-13", IssuerBench.list(1, on: "06/01/2026"), to: "apres").status == 0)
    bench.publish("2026-01-13")
    for profile in ["site/ob2/emetteur.json", "site/ob2/rsa-2/emetteur.json"] {
      let document = try JSON(parsing: bench.folder.read(profile) ?? [])
      #expect(document["publicKey"]?.string != nil)
    }
    for folder in ["avant", "apres"] {
      let file = "\(folder)/\(bench.folder.names(folder)[0])/badge.jws"
      #expect(bench.verdict("2026-01-14", bench.folder.path(file)) == 0)
    }
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

  @Test("an older ledger publishes nothing over what a later one published")
  func olderLedger() {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie").status == 0)
    let backup = bench.folder.read("em/registre.jsonl") ?? []
    let id = bench.badges("2026-01-11")[0]["id"]?.string ?? ""
    #expect(bench.emetteur("2026-01-12", "revoquer", id).status == 0)
    bench.publish("2026-01-12")
    bench.folder.write("em/registre.jsonl", backup)
    let site = bench.contents("site")
    let refused = bench.publish("2026-01-13")
    #expect(refused.status == 2 && refused.error.contains("registre plus récent"))
    #expect(bench.contents("site") == site)
  }

  @Test("the keys or the settings of another issuer are refused, and so is a clock set back")
  func foreignParts() {
    bench.create()
    let other = IssuerBench()
    other.create()
    bench.publish("2026-01-11")
    let site = bench.contents("site")
    for name in ["ed25519-1", "p256-1", "x25519-1"] {
      for ending in ["json", "pem"] {
        let path = "em/cles/\(name).\(ending)"
        let mine = bench.folder.read(path) ?? []
        bench.folder.write(path, other.folder.read(path) ?? [])
        defer { bench.folder.write(path, mine) }
        guard ending == "json" else { continue }
        let refused = bench.publish("2026-01-12")
        #expect(refused.status == 1 && refused.error.contains("n’est pas celle du registre"))
      }
    }
    let path = "em/emetteur.conf"
    let mine = bench.folder.read(path) ?? []
    let text = String(decoding: mine, as: UTF8.self)
    bench.folder.write(
      path, Array(text.replacing("badges.", with: "autres.").utf8))
    #expect(bench.publish("2026-01-12").status != 0)
    bench.folder.write(path, mine)
    #expect(bench.publish("2020-01-01").status == 1)
    #expect(bench.contents("site") == site)
    #expect(bench.publish("2026-01-12").status == 0)
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
