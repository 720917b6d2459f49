import Testing
import parcours_gestion

@Suite("Markdown of badges on a page")
struct SiteProseTests {
  @Test(
    "paragraphs, lists and strong words become elements, the rest stays as it is written",
    arguments: [
      ("Un.", "<p>Un.</p>"), ("Un\ndeux.\n\n\nTrois.", "<p>Un deux.</p>\n<p>Trois.</p>"),
      ("Un :\n1. deux ;\n2. trois.", "<p>Un :</p>\n<ol>\n<li>deux ;</li>\n<li>trois.</li>\n</ol>"),
      ("- a\n- b\n\nFin.", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Fin.</p>"),
      ("- a\n  suite\n- b", "<ul>\n<li>a suite</li>\n<li>b</li>\n</ul>"),
      ("1) a\n\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
      ("- a\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
      ("* a\r\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
      ("Un **mot fort** ici", "<p>Un <strong>mot fort</strong> ici</p>"),
      ("Un ** seul", "<p>Un ** seul</p>"), ("a **b** c **d", "<p>a <strong>b</strong> c **d</p>"),
      ("****", "<p>****</p>"), ("**<b>**", "<p><strong>&lt;b&gt;</strong></p>"),
      ("1.sans blanc", "<p>1.sans blanc</p>"), ("2026. année", "<p>2026. année</p>"),
      ("-5 degrés", "<p>-5 degrés</p>"), ("- ", "<p>- </p>"), ("1. ", "<p>1. </p>"),
      ("[a](https://a.example)", "<p>[a](https://a.example)</p>"), ("# Titre", "<p># Titre</p>"),
    ])
  func blocks(_ markdown: String, _ html: String) throws {
    var content = SiteSample.content
    content.achievements[0].criteria = markdown
    let page = try #require(try content.pages()["usage-eclaire.html"])
    #expect(page.between("<h2>Comment il est obtenu</h2>\n", "\n<h2>") == html)
  }

  @Test("an achievement is complete on its page")
  func complete() throws {
    var content = SiteSample.content
    let page = try #require(try content.pages()["usage-eclaire.html"])
    for text in [
      "<h1 id=\"titre\">Usage éclairé</h1>", "alt=\"Badge rond.\"", "<p>Mais pas tout.</p>",
      "<li>réussi.</li>", "<dd>24 mois après sa délivrance</dd>", "<dd>Ville d’Exemple</dd>",
      "href=\"badges/usage-eclaire.json\"", "href=\"verifier.html\"",
      "<title>Usage éclairé — Ville d’Exemple</title>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    content.achievements[0].months = nil
    #expect(try content.pages()["usage-eclaire.html"]?.contains("sans date de fin") ?? false)
  }

  @Test("French marks keep to their words in every page and sentence")
  func spaces() throws {
    for (path, page) in try SiteSample.content.pages() where path.hasSuffix(".html") {
      let body = try #require(page.between("<body>", "</main>"))
      for mark in [" :", " ;", " ?", " !", " »", "« "] {
        #expect(!body.contains(mark), "\(path): \(mark)")
      }
    }
    #expect(
      SiteFault.base("x").sentence.contains("«\u{202F}/\u{202F}»\u{A0}: «\u{202F}x\u{202F}»"))
  }
}
