import JSON
import Testing

@testable import parcours_gestion

@Suite("the files of a site")
struct SiteContentTests {
  @Test("the same content gives the same bytes, in the order of the paths")
  func deterministic() throws {
    let first = try SiteSample.content.files()
    var turned = SiteSample.content
    turned.documents.reverse()
    let second = try turned.files()
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(
      first.map(\.path) == [
        ".well-known/did.json", "badges/usage-eclaire.json",
        "index.html", "status/retraits.json", "usage-eclaire.html", "usage-eclaire.svg",
        "verifier.html",
      ])
  }

  @Test("what was made elsewhere is published as it is")
  func documents() throws {
    let pages = try SiteSample.content.pages()
    #expect(pages["status/retraits.json"] == "{}")
    #expect(pages[".well-known/did.json"] == "{}\n")
    #expect(pages["usage-eclaire.svg"] == "<svg/>")
  }

  @Test("a document stands where its id says, or beside its page when it is a name")
  func documentPlaces() throws {
    var content = SiteSample.content
    #expect(try content.pages()["badges/usage-eclaire.json"]?.contains("\"id\"") ?? false)
    content.achievements[0].document = ["id": "urn:uuid:0"]
    let pages = try content.pages()
    #expect(pages["usage-eclaire.json"] == "{\n  \"id\": \"urn:uuid:0\"\n}\n")
    #expect(pages["usage-eclaire.html"]?.contains("href=\"usage-eclaire.json\"") ?? false)
  }

  @Test("the hashes of the policy are those of the style and of the script")
  func policy() throws {
    for (path, page) in try SiteSample.content.pages() where path.hasSuffix(".html") {
      let rule = try #require(page.between("Content-Security-Policy\" content=\"", "\""))
      let style = try #require(page.between("<style>", "</style>"))
      #expect(rule.hasPrefix("default-src 'none'; style-src 'sha256-\(hash(style))'"), "\(path)")
      #expect(rule.hasSuffix("connect-src 'none'; base-uri 'none'; form-action 'none'"))
      guard path == "verifier.html" else {
        #expect(!page.contains("<script") && !rule.contains("script-src"), "\(path)")
        continue
      }
      let script = try #require(page.between("<script>", "</script>"))
      #expect(rule.contains("script-src 'sha256-\(hash(script))'"))
      // The policy must come before what it governs.
      let head = try #require(page.between("<head>", "<style>"))
      #expect(head.contains(rule))
    }
  }

  @Test(
    "hashes of any length are written in base64",
    arguments: [
      ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
      ([0xFB, 0xFF, 0xFE, 0], "+//+AA=="),
    ] as [([UInt8], String)])
  func base64(_ bytes: [UInt8], _ text: String) { #expect(SitePolicy.base64(bytes) == text) }

  @Test("a page loads nothing but pictures of the site")
  func nothingElsewhere() throws {
    for (path, page) in try SiteSample.content.pages() where path.hasSuffix(".html") {
      let loaded = page.split(separator: "src=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(loaded == (path == "usage-eclaire.html" ? ["usage-eclaire.svg"] : []), "\(path)")
      #expect(page.count(of: "<link ") == 1 && page.contains("<link rel=\"icon\" href=\"data:,\">"))
      for word in ["@import", "url(", "<iframe", "<object", "<embed", " style=", " onclick="] {
        #expect(!page.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("the script gives no text to what would read it as elements, and calls nobody")
  func script() throws {
    let page = try #require(try SiteSample.content.pages()["verifier.html"])
    let script = try #require(page.between("<script>", "</script>"))
    for word in [
      "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch(",
      "XMLHttpRequest", "WebSocket", "sendBeacon", "localStorage", "cookie", "import(",
    ] {
      #expect(!script.contains(word), "\(word)")
    }
  }

  @Test(
    "a date is written in French, for people and for programs",
    arguments: [
      (0, "1er janvier 1970", "1970-01-01"), (951_782_400, "29 février 2000", "2000-02-29"),
      (1_795_305_600, "22 novembre 2026", "2026-11-22"),
      (253_402_300_799, "31 décembre 9999", "9999-12-31"),
    ])
  func dates(_ seconds: Int, _ french: String, _ day: String) throws {
    var content = SiteSample.content
    content.date = seconds
    let page = try #require(try content.pages()["index.html"])
    #expect(page.contains("<time datetime=\"\(day)\">\(french)</time>"))
  }

  @Test("a contact is a link when it can be one")
  func contact() throws {
    var content = SiteSample.content
    for (contact, html) in [
      ("badges@ville.example", "<a href=\"mailto:badges@ville.example\""),
      ("https://ville.example/écrire", "Contact\u{A0}: https://ville.example/écrire"),
      ("https://ville.example/ecrire", "<a href=\"https://ville.example/ecrire\""),
      ("a@b?cc=c@d", "Contact\u{A0}: a@b?cc=c@d"), ("le service", "Contact\u{A0}: le service"),
      ("javascript:alert(1)", "Contact\u{A0}: javascript:alert(1)"),
    ] {
      content.issuer.contact = contact
      #expect(try content.pages()["index.html"]?.contains(html) ?? false, "\(contact)")
    }
  }

  @Test("an issuer without badges nor site has its pages all the same")
  func bare() throws {
    var content = SiteSample.content
    content.achievements = []
    content.keys = []
    content.documents = []
    content.statusLists = []
    content.issuer.url = nil
    let pages = try content.pages()
    #expect(pages.keys.sorted() == ["index.html", "verifier.html"])
    #expect(pages["index.html"]?.contains("Aucun badge") ?? false)
  }

  private func hash(_ text: String) -> String { base64(sha256(Array(text.utf8))) }

  /// Another way than the program's: bits as text.
  private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    while bits.count % 6 != 0 { bits.append(0) }
    let text = stride(from: 0, to: bits.count, by: 6).map { start in
      letters[bits[start..<start + 6].reduce(0) { $0 * 2 + Int($1) }]
    }
    return String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
  }
}
