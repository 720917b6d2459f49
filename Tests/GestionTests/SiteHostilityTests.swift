import JSON
import Testing
import parcours_gestion

/// A content that must not be published, and why.
struct Unfit: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var fault: SiteFault
  var change: @Sendable (inout SiteContent) -> Void

  init(
    _ description: String, _ fault: SiteFault,
    _ change: @escaping @Sendable (inout SiteContent) -> Void
  ) {
    testDescription = description
    self.fault = fault
    self.change = change
  }
}

@Suite("a site made of hostile values")
struct SiteHostilityTests {
  private static let hostile =
    "</title></script><script>alert(1)</script>\"'&<img src=x>\u{202E}\u{7}\n<!--"

  @Test("no text becomes an element, and no control character passes")
  func escaped() throws {
    var content = SiteSample.content
    content.issuer.name = Self.hostile
    content.issuer.contact = Self.hostile
    content.achievements[0].name = Self.hostile
    content.achievements[0].description = Self.hostile
    content.achievements[0].criteria = "1. \(Self.hostile)\n\n**\(Self.hostile)**"
    content.achievements[0].image.alternative = Self.hostile
    for (path, page) in try content.pages() where path.hasSuffix(".html") {
      #expect(page.count(of: "<script") == (path == "verifier.html" ? 2 : 0), "\(path)")
      #expect(page.count(of: "</title>") == 1 && page.count(of: "<img") <= 1, "\(path)")
      #expect(!page.contains("<!--"), "\(path)")
      let forbidden: Set<Unicode.Scalar> = ["\u{202E}", "\u{7}", "\r", "\t"]
      #expect(!page.unicodeScalars.contains(where: forbidden.contains), "\(path)")
      #expect(!page.contains("=x>") || page.contains("src=x&gt;"), "\(path)")
    }
  }

  @Test("the data of the page are the values given, whatever they hold")
  func data() throws {
    var content = SiteSample.content
    content.issuer.name = "</script><!-- \"\\ \u{2028} é"
    content.keys.append(
      SiteKey(jwk: key("did:web:badges.ville.example:iag#</script>"), state: .active))
    let page = try #require(try content.pages()["verifier.html"])
    let text = try #require(page.between("id=\"donnees\">", "</script>"))
    #expect(!text.contains("<"))
    let data = try JSON(parsing: text)
    #expect(data["issuer"] == "</script><!-- \"\\   é")
    #expect(data["published"] == 1_795_305_600)
    #expect(data["keys"]?[3]?["kid"] == "did:web:badges.ville.example:iag#</script>")
    #expect(data["keys"]?[0]?["jwk"]?.object?.keys == ["kty", "crv", "x", "y"])
    #expect(data["keys"]?[2]?["state"] == "compromised")
    #expect(data["keys"]?[2]?["since"] == 1_700_000_000)
    #expect(data["lists"]?[0]?["validUntil"] == 1_800_000_000)
    #expect(data["achievements"]?[0]?["page"] == "usage-eclaire.html")
  }

  @Test("what is unsafe or ambiguous is refused", arguments: unfit)
  func refused(_ unfit: Unfit) {
    var content = SiteSample.content
    unfit.change(&content)
    #expect(throws: unfit.fault) { try content.files() }
    for sentence in unfit.fault.sentence.split(separator: ". ") {
      #expect(sentence.split { $0.isWhitespace }.count <= 20, "\(sentence)")
    }
  }

  @Test(
    "a path that is not plain is refused",
    arguments: [
      "", "/", "../a", "a/../b", "a/..", "./a", "a//b", "/a", "a/", "a\\b", "a b", "é", "a\0b",
      ".htaccess", ".parcours-site", "a/.git/b", "-a", "a?b", "a#b", "a%2e", "CON:", "a\nb",
      "x.parcours-nouveau", "a/b/c/d/e/f/g/h/i", "\u{202E}a",
    ])
  func paths(_ path: String) {
    var content = SiteSample.content
    content.documents.append(SiteContent.Document(path: path, bytes: []))
    #expect(throws: SiteFault.path(path)) { try content.files() }
  }

  @Test(
    "a path that another hides is refused",
    arguments: ["index.html", "INDEX.html", "usage-eclaire.svg", "status", "index.html/a"])
  func hidden(_ path: String) {
    var content = SiteSample.content
    content.documents.append(SiteContent.Document(path: path, bytes: []))
    #expect(throws: SiteFault.self) { try content.files() }
  }

  @Test(
    "no private member is ever published",
    arguments: ["d", "p", "q", "dp", "dq", "qi", "oth", "k"])
  func privateKeys(_ member: String) throws {
    var content = SiteSample.content
    var jwk = try #require(SiteSample.rsa.object)
    jwk[member] = "AAAA"
    content.keys = [SiteKey(jwk: .object(jwk), state: .active)]
    #expect(throws: SiteFault.privateKey("\(SiteSample.did)#rsa")) {
      try content.files()
    }
  }

  private func key(_ kid: String) -> JSON {
    var jwk = SiteSample.curve.object ?? JSONObject()
    jwk["kid"] = .string(kid)
    return .object(jwk)
  }
}

private let unfit = [
  Unfit("http base", .base("http://a.example/")) { $0.issuer.base = "http://a.example/" },
  Unfit("base without slash", .base("https://a.example")) { $0.issuer.base = "https://a.example" },
  Unfit("base with a query", .base("https://a.example/?/")) {
    $0.issuer.base = "https://a.example/?/"
  },
  Unfit("no DID", .did("https://a.example/")) { $0.issuer.did = "https://a.example/" },
  Unfit("empty DID", .did("did:web:")) { $0.issuer.did = "did:web:" },
  Unfit("script address", .address("javascript:alert(1)")) {
    $0.issuer.url = "javascript:alert(1)"
  },
  Unfit("blank issuer", .blank("émetteur")) { $0.issuer.name = " \u{A0}" },
  Unfit("blank alternative", .blank("usage-eclaire")) {
    $0.achievements[0].image.alternative = ""
  },
  Unfit("year 10000", .date) { $0.date = 253_402_300_800 },
  Unfit("before 1970", .date) { $0.date = -1 },
  Unfit("slug of ours", .slug("index")) { $0.achievements[0].slug = "index" },
  Unfit("slug with a folder", .slug("a/b")) { $0.achievements[0].slug = "a/b" },
  Unfit("slug with a capital", .slug("Usage")) { $0.achievements[0].slug = "Usage" },
  Unfit("slug of a foreign letter", .slug("usagé")) { $0.achievements[0].slug = "usagé" },
  Unfit("no month", .months("usage-eclaire")) { $0.achievements[0].months = 0 },
  Unfit("HTML as a picture", .image("a.html")) { $0.achievements[0].image.path = "a.html" },
  Unfit("a lying name", .image("a.png")) { $0.achievements[0].image.path = "a.png" },
  Unfit("empty picture", .image("usage-eclaire.svg")) { $0.achievements[0].image.bytes = [] },
  Unfit("document elsewhere", .document("https://b.example/x")) {
    $0.achievements[0].document = ["id": "https://b.example/x"]
  },
  Unfit("document at the root", .document(SiteSample.base)) {
    $0.achievements[0].document = ["id": .string(SiteSample.base)]
  },
  Unfit("document without id", .document("usage-eclaire")) { $0.achievements[0].document = [:] },
  Unfit("document above", .path("../x.json")) {
    $0.achievements[0].document = ["id": .string("\(SiteSample.base)../x.json")]
  },
  Unfit("two badges of one slug", .twice("usage-eclaire.html")) {
    $0.achievements.append($0.achievements[0])
  },
  Unfit("key without a name", .key("")) { $0.keys = [SiteKey(jwk: [:], state: .active)] },
  Unfit("key of another", .key("did:web:a#x")) {
    $0.keys = [SiteKey(jwk: ["kid": "did:web:a#x"], state: .active)]
  },
  Unfit("key of another curve", .key("\(SiteSample.did)#x")) {
    let kid = JSON.string("\(SiteSample.did)#x")
    $0.keys = [SiteKey(jwk: ["kid": kid, "kty": "EC", "crv": "P-521"], state: .active)]
  },
  Unfit("short RSA", .key("\(SiteSample.did)#x")) {
    let kid = JSON.string("\(SiteSample.did)#x")
    let jwk: JSON = ["kid": kid, "kty": "RSA", "n": "AQAB", "e": "AQAB"]
    $0.keys = [SiteKey(jwk: jwk, state: .active)]
  },
  Unfit("key twice", .twice("\(SiteSample.did)#es256")) { $0.keys.append($0.keys[0]) },
  Unfit("list twice", .twice("\(SiteSample.base)status/retraits.json")) {
    $0.statusLists.append($0.statusLists[0])
  },
  Unfit("list of another purpose", .list("\(SiteSample.base)status/retraits.json")) {
    $0.statusLists[0].purpose = "refresh"
  },
  Unfit("list without its mark", .list("\(SiteSample.base)status/retraits.json")) {
    $0.statusLists[0].encodedList = "H4sI"
  },
  Unfit("list by http", .list("http://a.example/")) { $0.statusLists[0].url = "http://a.example/" },
]
