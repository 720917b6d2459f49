/// A page for people: what is the same on all of them, around a body.
struct SitePage {
  /// The name of its file.
  var name: String
  /// Its title, not escaped; each page has its own.
  var title: String
  /// The elements of `main`, after its `h1`, escaped.
  var body: String
  /// What the script reads, as JSON without `<`; nil for a page without a script.
  var data: String?

  private static let entries = [("index.html", "Accueil"), ("verifier.html", "Vérifier un badge")]

  /// The whole page in UTF-8; it loads nothing from elsewhere.
  func bytes(of site: SiteContent, _ policy: SitePolicy) -> [UInt8] {
    let rule = data == nil ? policy.plain : policy.scripted
    return Array(
      """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(rule.escaped)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(fullTitle(in: site).escaped)</title>
      <style>\(SiteStyle.text)</style>
      </head>
      <body>
      <p class="evitement"><a href="#contenu">Aller au contenu</a></p>
      <header>
      <nav aria-label="Pages du site">
      <ul>
      \(links)
      </ul>
      </nav>
      </header>
      <main id="contenu">
      <h1 id="titre">\(title.escaped)</h1>
      \(body)
      </main>
      \(footer(of: site))\(scripts)
      </body>
      </html>

      """.utf8)
  }

  private func fullTitle(in site: SiteContent) -> String {
    title == site.issuer.name ? title : "\(title) — \(site.issuer.name)"
  }

  private var links: String {
    SitePage.entries.map { file, label in
      let current = file == name ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(file)\"\(current)>\(label)</a></li>"
    }.joined(separator: "\n")
  }

  private func footer(of site: SiteContent) -> String {
    """
    <footer>
    <p>\(site.issuer.name.escaped). Contact\u{A0}: \(SitePage.contact(site.issuer.contact)).</p>
    <p>Page publiée le \(SiteTime.element(site.date)).
    <a href="index.html#accessibilite">Accessibilité\u{A0}: non conforme, faute d’audit</a>.</p>
    </footer>
    """
  }

  /// The script after what it works on; its data stand in an element that is not run.
  private var scripts: String {
    guard let data else { return "" }
    return """

      <script type="application/json" id="donnees">\(data)</script>
      <script>\(SiteScript.text)</script>
      """
  }

  /// A link when the contact is an address of either kind, the text otherwise.
  static func contact(_ contact: String) -> String {
    if SiteAddress.isEmail(contact) { return link("mailto:\(contact)", contact) }
    return SiteAddress.isHTTPS(contact) ? link(contact, contact) : contact.escaped
  }

  /// A link that says nothing of where it was followed from.
  static func link(_ address: String, _ text: String) -> String {
    "<a href=\"\(address.escaped)\" rel=\"noreferrer\">\(text.escaped)</a>"
  }
}
