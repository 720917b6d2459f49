/// The page of an achievement: what a badge says, how it is earned, how long it holds.
struct SiteAchievementPage {
  let site: SiteContent
  let achievement: SiteAchievement
  /// The path of the achievement's document.
  let document: String

  var page: SitePage {
    let parts = [picture, description, criteria, validity, machines]
    return SitePage(
      name: achievement.page, title: achievement.name, body: parts.joined(separator: "\n"),
      data: nil)
  }

  private var picture: String {
    let image = achievement.image
    return """
      <p><img src="\(image.path.escaped)" alt="\(image.alternative.escaped)" width="240" \
      height="240"></p>
      """
  }

  private var description: String {
    """
    <h2>Ce que dit ce badge</h2>
    \(SiteProse.html(achievement.description))
    """
  }

  private var criteria: String {
    """
    <h2>Comment il est obtenu</h2>
    \(SiteProse.html(achievement.criteria))
    """
  }

  private var validity: String {
    let length = achievement.months.map { "\($0) mois après sa délivrance" }
    return """
      <h2>Qui le délivre, et pour combien de temps</h2>
      <dl>
      <dt>Émetteur</dt>
      <dd>\(site.issuer.name.escaped)</dd>
      <dt>Valable</dt>
      <dd>\(length ?? "sans date de fin")</dd>
      </dl>
      <p>On vous présente ce badge\u{202F}? <a href="verifier.html">Vérifiez-le</a>\u{A0}: \
      cette page seule ne prouve rien.</p>
      """
  }

  /// The document that other verifiers fetch.
  private var machines: String {
    """
    <h2>Pour les programmes de vérification</h2>
    <ul>
    <li><a href="\(document.escaped)">Description Open Badges 3.0</a></li>
    </ul>
    """
  }
}
