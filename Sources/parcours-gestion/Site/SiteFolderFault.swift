import OpenBadges

/// Why a site was not published: the former one still stands.
///
/// Only a system that fails between two renames leaves some files new; publishing again ends it.
package enum SiteFolderFault: Error, Sendable, Hashable {
  /// What was to be published is not fit.
  case site(SiteFault)
  /// The folder cannot be opened; the error of the system.
  case folder(String, code: Int32)
  /// Another publication is running.
  case busy
  /// Something that this program did not publish stands at that path.
  case foreign(String)
  /// A link, a folder or a special file stands where a file of the site should.
  case notRegular(String)
  /// The list of what was published cannot be read.
  case manifest
  /// The site was made from a later state of the ledger.
  case newer
  /// A file cannot be written; the error of the system.
  case writing(String, code: Int32)

  /// What is wrong and what to do, in French.
  package var sentence: String { words.frenchSpaced }

  private var words: String {
    switch self {
    case .site(let fault): fault.sentence
    case .folder(let path, let code):
      "Le dossier \(quoted(path)) ne peut pas être ouvert. \(advice(code))"
    case .busy: "Une autre publication est en cours dans ce dossier. Attendez sa fin."
    case .foreign(let path):
      "Le fichier \(quoted(path)) ne vient pas d’une publication. Choisissez un dossier vide."
    case .notRegular(let path):
      "Un lien ou un dossier occupe la place de \(quoted(path)). Retirez-le, puis recommencez."
    case .manifest:
      "La liste \(quoted(SitePath.manifest)) est illisible. Publiez dans un dossier vide."
    case .newer:
      "Ce site vient d’un registre plus récent. Remettez la dernière sauvegarde du registre. "
        + "À défaut, refaites les retraits manquants, puis publiez dans un dossier vide."
    case .writing(let path, let code):
      "Le fichier \(quoted(path)) ne peut pas être écrit. \(advice(code))"
    }
  }

  private func quoted(_ text: String) -> String { "« \(PlainText.cleaned(text)) »" }
}
