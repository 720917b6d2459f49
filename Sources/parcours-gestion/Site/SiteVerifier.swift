import JSON
import OpenBadges

/// The page where an employer gives a file and reads what it is worth.
struct SiteVerifier {
  let site: SiteContent

  var page: SitePage {
    SitePage(
      name: "verifier.html", title: "Vérifier un badge",
      body: [introduction, tool, explanation].joined(separator: "\n"), data: data)
  }

  private var introduction: String {
    """
    <p>Donnez le fichier d’un badge délivré par \(site.issuer.name.escaped). Cette page dit qui \
    l’a délivré, comment il a été obtenu, et s’il a été retiré.</p>
    <p>Le fichier reste sur cet ordinateur\u{A0}: rien n’est envoyé.</p>
    <noscript><p>Cette page a besoin de JavaScript pour contrôler un badge. Activez-le, ou \
    écrivez à l’émetteur.</p></noscript>
    <p id="secours">Si aucun champ ne suit pour donner un fichier, ce navigateur est trop ancien. \
    Essayez avec un navigateur à jour.</p>
    """
  }

  /// Hidden until the script runs: without it, nothing here would answer.
  private var tool: String {
    """
    <div id="outil" hidden>
    <form id="depot" class="ecran">
    <p><label for="fichier">Fichier du badge, de 2\u{A0}Mio au plus\u{A0}: .svg, .png, .json ou \
    .jwt</label></p>
    <p><input type="file" id="fichier" accept=".svg,.png,.json,.jwt"></p>
    <p>Vous pouvez aussi faire glisser le fichier sur la page.</p>
    </form>
    <p id="annonce" role="status"></p>
    <section id="resultat" aria-labelledby="verdict" hidden>
    <h2 id="verdict" tabindex="-1"></h2>
    <p id="explication"></p>
    <p id="source"></p>
    <h3>Les contrôles, un par un</h3>
    <ul id="controles"></ul>
    <div id="details" hidden>
    <h3>Ce que dit le badge</h3>
    <dl id="faits"></dl>
    </div>
    <form id="comparaison" class="ecran" hidden>
    <h3>Comparer l’adresse du titulaire</h3>
    <p id="aide">L’adresse reste sur cet ordinateur. Les majuscules ne comptent pas.</p>
    <p><label for="adresse">Courriel donné par la personne (obligatoire pour comparer)</label></p>
    <p><input type="text" id="adresse" inputmode="email" autocomplete="off" spellcheck="false" \
    aria-describedby="aide" required></p>
    <p><button type="submit">Comparer</button></p>
    </form>
    <p class="ecran"><button type="button" id="autre">Vérifier un autre fichier</button></p>
    </section>
    </div>
    """
  }

  private var explanation: String {
    """
    <h2>Ce que cette page contrôle</h2>
    <ul>
    <li>La signature\u{A0}: elle vient d’une clé de l’émetteur, et rien n’a changé depuis.</li>
    <li>Les dates de validité.</li>
    <li>Les retraits et les suspensions connus le \(SiteTime.element(site.date)).</li>
    <li>L’adresse du titulaire, quand le badge en contient une et que vous la tapez.</li>
    </ul>
    <h2>Ce qu’elle ne contrôle pas</h2>
    <ul>
    <li>L’identité de la personne qui vous donne le fichier.</li>
    <li>L’image\u{A0}: elle n’est pas signée, seul le texte l’est.</li>
    <li>Les retraits faits après cette date, si vous ouvrez une copie de la page. La page à jour \
    est à l’adresse \(SitePage.link(address, address)).</li>
    </ul>
    """
  }

  private var address: String { "\(site.issuer.base)verifier.html" }

  /// Keys, lists and names; `<` is written otherwise, so that no text can end the element.
  private var data: String {
    let data: JSON = [
      "did": .string(site.issuer.did), "issuer": .string(PlainText.cleaned(site.issuer.name)),
      "published": .integer(site.date), "keys": .array(site.keys.map(\.data)),
      "lists": .array(site.statusLists.map(\.data)),
      "achievements": .array(site.achievements.map(\.data)),
    ]
    return data.text.replacing("<", with: "\\u003c")
  }
}

extension SiteKey {
  fileprivate var data: JSON {
    var members = JSONObject([("kid", .string(kid)), ("jwk", publicMembers ?? .null)])
    switch state {
    case .active: members["state"] = "active"
    case .retired: members["state"] = "retired"
    case .compromised(let since):
      members["state"] = "compromised"
      members["since"] = .integer(since)
    }
    return .object(members)
  }
}

extension SiteStatusList {
  fileprivate var data: JSON {
    var members = JSONObject([
      ("url", .string(url)), ("purpose", .string(purpose)), ("encoded", .string(encodedList)),
    ])
    members["validUntil"] = validUntil.map(JSON.integer)
    return .object(members)
  }
}

extension SiteAchievement {
  fileprivate var data: JSON {
    ["id": .string(id ?? ""), "page": .string(page)]
  }
}
