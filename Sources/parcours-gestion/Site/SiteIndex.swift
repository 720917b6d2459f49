/// The first page: who issues, which badges, how to verify one, whom to ask.
struct SiteIndex {
  let site: SiteContent

  var page: SitePage {
    let parts = [introduction, badges, verification, machines, accessibility]
    return SitePage(
      name: "index.html", title: site.issuer.name, body: parts.joined(separator: "\n"), data: nil)
  }

  private var introduction: String {
    let site = self.site.issuer.url.map {
      "<p>Site de l’émetteur\u{A0}: \(SitePage.link($0, $0)).</p>\n"
    }
    return """
      <p>\(self.site.issuer.name.escaped) délivre les badges décrits ici. Chaque badge est un \
      fichier signé, que la personne garde et montre à qui elle veut.</p>
      \(site ?? "")<p>Une question sur un badge\u{202F}? Contact\u{A0}: \
      \(SitePage.contact(self.site.issuer.contact)).</p>
      """
  }

  private var badges: String {
    let items = site.achievements.map { achievement in
      """
      <h3><a href="\(achievement.page)">\(achievement.name.escaped)</a></h3>
      \(SiteProse.html(achievement.description))
      """
    }
    let none = "<p>Aucun badge n’est délivré pour l’instant.</p>"
    return """
      <h2>Les badges</h2>
      \(items.isEmpty ? none : items.joined(separator: "\n"))
      """
  }

  private var verification: String {
    """
    <h2>Vérifier un badge</h2>
    <ol>
    <li>Demandez à la personne le fichier de son badge\u{A0}: .svg, .png, .json ou .jwt.</li>
    <li>Ouvrez la page <a href="verifier.html">Vérifier un badge</a> et choisissez ce fichier.</li>
    <li>Lisez le résultat\u{A0}: qui l’a délivré, comment il a été obtenu, s’il a été retiré.</li>
    </ol>
    <p>Le contrôle se fait dans votre navigateur. Le fichier n’est envoyé à personne.</p>
    """
  }

  /// The documents that other verifiers fetch.
  private var machines: String {
    guard !site.documents.isEmpty else { return "" }
    let items = site.documents.map(\.path).sorted().map { path in
      "<li><a href=\"\(path.escaped)\">\(path.escaped)</a></li>"
    }
    return """
      <h2>Pour les programmes de vérification</h2>
      <p>Identifiant de l’émetteur\u{A0}: \(site.issuer.did.escaped)</p>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      """
  }

  private var accessibility: String {
    """
    <h2 id="accessibilite">Accessibilité</h2>
    <p>Ces pages sont conçues d’après le RGAA 4.1. Aucun audit n’a encore été fait\u{A0}: elles \
    sont donc déclarées non conformes.</p>
    <p>Elles se lisent au clavier, au lecteur d’écran, agrandies, imprimées. Seule la page de \
    vérification a besoin de JavaScript.</p>
    <p>Un obstacle\u{202F}? Écrivez à\u{A0}: \(SitePage.contact(site.issuer.contact)). Sans \
    réponse, vous pouvez saisir le Défenseur des droits.</p>
    """
  }
}
