import Course

/// `QUALITE.md` in a content folder: written on demand, compared otherwise.
struct QualityCardFile {
  static let name = "QUALITE.md"

  var folder: String
  var files: ContentFiles

  /// Prints the card, then writes it, or refuses the one on disk when it has grown stale.
  func settle(writing: Bool) throws(Stop) {
    let card = QualityCard(files).markdown
    try Standard.say("\n" + card)
    guard writing else { return try compare(card) }
    do throws(FileFault) {
      try FileStore.write(Array(card.utf8), to: "\(folder)/\(Self.name)", mode: 0o644)
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
    try Standard.say("La carte est écrite dans \(folder)/\(Self.name).")
  }

  private func compare(_ card: String) throws(Stop) {
    let onDisk = files.common.read(Self.name) ?? []
    guard onDisk != Array(card.utf8) else { return }
    throw Stop(
      1,
      onDisk.isEmpty
        ? "\(Self.name):1: La carte de qualité est absente."
        : "\(Self.name):1: La carte de qualité ne décrit plus ce contenu.",
      "Relisez-la, puis lancez parcours contenu verifier --ecrire.")
  }
}
