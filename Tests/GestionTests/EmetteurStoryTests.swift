import Glibc
import JSON
import Testing

@Suite("emetteur: three years")
struct EmetteurStoryTests {
  private let bench = IssuerBench()

  @Test("a list killed in the middle is finished, once, under the same names")
  func killed() throws {
    bench.create()
    let list = IssuerBench.list(30)
    let killed = bench.deliver("2026-01-11", list, to: "sortie", words: "arret=12")
    #expect(killed.status == 137)
    #expect(bench.folder.names("sortie").count == 11)
    let before = bench.badges("2026-01-11").map { $0["id"] }
    #expect(before.count == 12)
    let finished = bench.deliver("2026-01-12", list, to: "sortie")
    #expect(finished.status == 0)
    #expect(
      finished.error.hasSuffix(
        "18 badges délivrés, 11 badges déjà délivrés, 1 badge repris.\n"))
    #expect(bench.folder.names("sortie").count == 30)
    let after = bench.badges("2026-01-12")
    #expect(Array(after.map { $0["id"] }.prefix(12)) == before)
    #expect(after.allSatisfy { $0["remis"] == true })
  }

  @Test("a second run changes neither the files nor the ledger, nor the site of the day")
  func idempotent() {
    bench.create()
    #expect(bench.deliver("2026-01-11", IssuerBench.list(5), to: "sortie").status == 0)
    bench.publish("2026-01-11")
    let files = bench.contents("")
    #expect(bench.deliver("2026-01-11", IssuerBench.list(5), to: "sortie").status == 0)
    bench.publish("2026-01-11T20:00:00Z")
    #expect(bench.contents("") == files)
    #expect(files.keys.contains("/site/did.json"))
  }

  @Test("every container of a badge verifies against the published site alone")
  func containers() {
    bench.create()
    _ = bench.deliver("2026-01-11", IssuerBench.list(1), to: "sortie")
    bench.publish("2026-01-11")
    let name = bench.folder.names("sortie").first ?? ""
    #expect(
      bench.folder.names("sortie/\(name)")
        == ["badge.json", "badge.jws", "badge.jwt", "badge.png", "badge.svg"])
    for file in bench.folder.names("sortie/\(name)") {
      let path = bench.folder.path("sortie/\(name)/\(file)")
      #expect(bench.verdict("2026-01-12", path, recipient: "agent1@exemple.fr") == 0, "\(file)")
      #expect(bench.verdict("2026-01-12", path, recipient: "autre@exemple.fr") == 1, "\(file)")
      #expect(bench.verdict("2028-01-06", path) == 4, "\(file)")
    }
  }

  @Test("a badge is revoked for good; a suspended one comes back")
  func statuses() {
    bench.create()
    _ = bench.deliver("2026-01-11", IssuerBench.list(3), to: "sortie")
    let names = bench.folder.names("sortie")
    let files = names.map { bench.folder.path("sortie/\($0)/badge.json") }
    let prints = names.map { String($0.dropFirst(5)) }
    let revoked = bench.emetteur(
      "2026-02-01", "revoquer", prints[0], "--motif", "erreur de liste")
    #expect(revoked.status == 0 && revoked.error.contains("Publiez de nouveau"))
    #expect(bench.emetteur("2026-02-01", "suspendre", prints[1]).status == 0)
    bench.publish("2026-02-01")
    #expect(files.map { bench.verdict("2026-02-02", $0) } == [3, 3, 0])
    #expect(bench.emetteur("2026-02-03", "retablir", prints[1]).status == 0)
    #expect(bench.emetteur("2026-02-03", "retablir", prints[0]).status == 1)
    #expect(bench.emetteur("2026-02-03", "revoquer", "E-0000000000000000").status == 1)
    bench.publish("2026-02-03")
    #expect(files.map { bench.verdict("2026-02-04", $0) } == [3, 0, 0])
    let list = "badge;motif\n\(prints[1]);départ\nE-1;x\n\(prints[2]);départ\n"
    #expect(bench.emetteur("2026-02-05", "revoquer", "--csv", "-", input: list).status == 1)
    bench.publish("2026-02-05")
    #expect(files.map { bench.verdict("2026-02-06", $0) } == [3, 3, 3])
  }

  @Test("a former key still verifies; a compromised one does not, and its badges are signed again")
  func keys() throws {
    bench.create()
    _ = bench.deliver("2026-01-11", IssuerBench.list(4), to: "sortie")
    let names = bench.folder.names("sortie")
    let file = bench.folder.path("sortie/\(names[0])/badge.json")
    _ = bench.emetteur("2026-01-12", "revoquer", String(names[3].dropFirst(5)))
    #expect(bench.emetteur("2026-06-01", "cle", "nouvelle").status == 0)
    _ = bench.deliver("2026-06-01", IssuerBench.list(1, on: "01/06/2026"), to: "juin")
    bench.publish("2026-06-01")
    let june = bench.folder.path("juin/\(bench.folder.names("juin")[0])/badge.json")
    #expect(bench.verdict("2026-06-02", file) == 0)
    #expect(bench.verdict("2026-06-02", june) == 0)
    let killed = bench.emetteur(
      "2026-09-01", "cle", "compromise", "ed25519-1", "--depuis", "2026-08-15", "--sortie",
      bench.folder.path("neufs"), words: "arret=2")
    #expect(killed.status == 137)
    let again = bench.emetteur(
      "2026-09-02", "cle", "compromise", "ed25519-1", "--sortie", bench.folder.path("neufs"))
    #expect(again.status == 0)
    bench.publish("2026-09-02")
    #expect(bench.verdict("2026-09-03", file) == 1)
    #expect(bench.verdict("2026-09-03", june) == 0)
    #expect(bench.folder.names("neufs").count == 3)
    for name in bench.folder.names("neufs") {
      let bytes = try #require(bench.folder.read("neufs/\(name)/badge.json"))
      let badge = try JSON(parsing: bytes)
      #expect(badge["awardedDate"] == "2026-01-05T00:00:00Z")
      #expect(badge["validUntil"] == "2028-01-05T00:00:00Z")
      #expect(badge["validFrom"]?.string?.hasPrefix("2026-09-0") == true)
      #expect(bench.verdict("2026-09-03", bench.folder.path("neufs/\(name)/badge.svg")) == 0)
      #expect(bench.verdict("2026-09-03", bench.folder.path("neufs/\(name)/badge.json")) == 0)
    }
  }

  @Test("a renewal is another badge; the old one verifies until its end; a purge forgets it")
  func renewal() {
    bench.create()
    _ = bench.deliver("2026-01-11", IssuerBench.list(2), to: "sortie")
    let name = bench.folder.names("sortie")[0]
    let print = String(name.dropFirst(5))
    let output = bench.folder.path("neufs")
    #expect(bench.emetteur("2027-12-01", "renouveler", print, "--sortie", output).status == 0)
    #expect(bench.emetteur("2027-12-01", "renouveler", print, "--sortie", output).status == 1)
    bench.publish("2027-12-01")
    let old = bench.folder.path("sortie/\(name)/badge.svg")
    let new = bench.folder.path("neufs/\(bench.folder.names("neufs")[0])/badge.svg")
    #expect(bench.verdict("2027-12-02", old) == 0)
    #expect(bench.verdict("2027-12-02", new, recipient: "agent1@exemple.fr") == 0)
    #expect(bench.emetteur("2029-01-02", "purger", "--avant", "2028-12-31").status == 0)
    #expect(bench.badges("2029-01-02").count == 1)
    bench.publish("2029-01-02")
    #expect(bench.verdict("2029-01-03", old) == 4)
    #expect(bench.verdict("2029-01-03", new) == 0)
    let late = bench.deliver("2029-01-03", IssuerBench.list(2), to: "tard")
    #expect(late.error.hasSuffix("2 lignes refusées.\n"))
  }
}
