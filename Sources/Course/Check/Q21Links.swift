/// Q21 — links of the text lead somewhere.
enum Q21Links {
  static func findings(_ corpus: Corpus) -> [Finding] {
    let known = Set(corpus.documents.map { $0.reader.path })
    return corpus.documents.flatMap { document in
      document.links.filter { !leads($0.address, from: document.reader.path, known) }.map { link in
        Finding(
          .error, rule: "Q21", place: link.place,
          problem: "Le lien \(quoted(link.address)) ne mène nulle part.",
          advice: "Écrivez une adresse en https:// ou un fichier du cours.")
      }
    }
  }

  private static func leads(_ address: String, from path: String, _ known: Set<String>) -> Bool {
    let schemes = ["https://", "http://", "mailto:"]
    if let scheme = schemes.first(where: address.hasPrefix) {
      return address.count > scheme.count && !address.contains { $0.isWhitespace }
    }
    guard let target = ContentFiles.path(of: address, from: path) else { return false }
    let local = ContentFiles.localPrefix
    let bare = target.hasPrefix(local) ? String(target.dropFirst(local.count)) : target
    return known.contains(bare) || known.contains(local + bare)
  }
}
