import Display

/// The workshop is closed: where its report is.
struct WorkshopDonePage: Page {
  let folder: String
  let files: [String]

  func document(in session: Session) -> Document {
    Document(
      place: .init(long: "Atelier › Terminé", short: "Atelier", spoken: "Atelier terminé"),
      progress: 1, title: "L’atelier est terminé",
      blocks: .paragraphs("Le compte rendu est dans \(folder)")
        + [.list(ordered: false, files.map { [.paragraph(Text($0))] })]
        + .paragraphs("Merci."),
      isProjected: true)
  }

  func commands(in session: Session) -> [Command] {
    [
      Command(
        .quit,
        Binding(
          "quitter", aliases: ["q", "suite", "fin"], keys: [.enter], help: "Ferme le programme."))
    ]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    action == .quit ? Turn(.quit) : .stay
  }
}
