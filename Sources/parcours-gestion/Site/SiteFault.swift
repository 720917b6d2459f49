import OpenBadges

/// Why a site is not made: what it would publish is unsafe, ambiguous or unreadable.
package enum SiteFault: Error, Sendable, Hashable {
  /// Not `https`, or without its last slash.
  case base(String)
  case did(String)
  case address(String)
  /// A compulsory text without anything to read.
  case blank(String)
  case date
  case slug(String)
  /// A validity that is not of one month at least.
  case months(String)
  /// Neither SVG nor PNG, or not as its name says.
  case image(String)
  /// An `id` that is missing or outside the site.
  case document(String)
  case key(String)
  /// A private key among those to publish.
  case privateKey(String)
  case list(String)
  case path(String)
  /// A path, a key or a list that stands twice.
  case twice(String)

  /// What is wrong and what to do, in French.
  package var sentence: String { words.frenchSpaced }

  private var words: String {
    switch self {
    case .base(let text):
      "L’adresse du site doit être en https et finir par « / » : \(quoted(text)). Corrigez-la."
    case .did(let text): "L’identifiant de l’émetteur est mal écrit : \(quoted(text)). Corrigez-le."
    case .address(let text): "Cette adresse n’est pas en https : \(quoted(text)). Corrigez-la."
    case .blank(let text): "Un texte obligatoire manque : \(quoted(text)). Complétez la fiche."
    case .date: "La date de publication est hors des années 1970 à 9999. Réglez l’horloge."
    case .slug(let text):
      "Le nom de page \(quoted(text)) ne convient pas. Prenez lettres simples, chiffres et tirets."
    case .months(let text): "La durée de validité de \(quoted(text)) est nulle. Corrigez-la."
    case .image(let text):
      "L’image \(quoted(text)) n’est pas le PNG ou le SVG que son nom annonce. Changez-la."
    case .document(let text):
      "L’identifiant du document \(quoted(text)) n’est pas une adresse du site. Corrigez-le."
    case .key(let text): "La clé \(quoted(text)) n’est pas publiable. Vérifiez son type et son nom."
    case .privateKey(let text): "La clé \(quoted(text)) est privée : rien n’a été publié."
    case .list(let text): "La liste de retraits \(quoted(text)) est mal décrite. Refaites-la."
    case .path(let text): "Le chemin \(quoted(text)) n’est pas sûr. Changez le nom du fichier."
    case .twice(let text): "Ce nom sert deux fois : \(quoted(text)). Changez l’un des deux."
    }
  }

  private func quoted(_ text: String) -> String { "« \(PlainText.cleaned(text)) »" }
}
