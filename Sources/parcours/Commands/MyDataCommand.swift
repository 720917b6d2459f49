import ArgumentParser
import Course
import Interface
import Journal

/// `parcours mes-donnees …`.
struct MyDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mes-donnees", abstract: "Voir, exporter ou effacer vos données.",
    subcommands: [See.self, Export.self, Erase.self], defaultSubcommand: See.self,
    aliases: ["my-data"])

  /// `mes-donnees voir`.
  struct See: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voir", abstract: "Montre ce qui est gardé.", aliases: ["show"])

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let locations = try Locations.find(common.choices)
      try Standard.say(DataExport.of(locations).text)
    }
  }

  /// `mes-donnees exporter`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exporter", abstract: "Écrit vos données dans votre dossier.",
      aliases: ["export"])

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let locations = try Locations.find(common.choices)
      try DataExport.of(locations).write(in: locations.folder)
      try Standard.say("Vos données sont dans \(locations.folderShown)")
    }
  }

  /// `mes-donnees effacer`, after two questions answered by « oui » or « non ».
  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "effacer", abstract: "Efface vos données de ce poste.", aliases: ["erase"])

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let locations = try Locations.find(common.choices)
      let progress = (try? StoredProgress.read(locations)) ?? Progress()
      if progress.requestFile != nil, !progress.isRequestAnswered {
        try Standard.say("Une demande de badge attend. Ce poste ne saura plus trouver la réponse.")
      }
      guard try ask("Tout effacer de ce poste : place, réponses, réglages ? Tapez oui ou non :")
      else {
        try Standard.say("Rien n’est effacé.")
        return
      }
      let badgeToo = try ask(
        "Effacer aussi l’attestation, le badge et ses demandes ? Tapez oui ou non :")
      var journal: Journal?
      let erased = try Erasure(locations: locations)
        .run(&journal, badgeToo: badgeToo, requests: progress.requests)
      try Standard.say(
        "Tout est effacé. Une attestation déjà remise reste aux ressources humaines.")
      try tell(erased)
    }

    private func tell(_ erased: Erased) throws(Stop) {
      for name in erased.requests { try Standard.say("Demande retirée du dépôt : \(name)") }
      guard !erased.left.isEmpty else { return }
      try Standard.say("Ces fichiers restent. Demandez à la personne qui délivre les badges :")
      for path in erased.left { try Standard.say("- \(path)") }
    }

    /// The end of the input is a no.
    private func ask(_ question: String) throws(Stop) -> Bool {
      try Standard.say(question)
      while let line = readLine() {
        if let answer = AnswerInput.yesOrNo(line) { return answer }
        try Standard.say("Tapez oui ou non :")
      }
      return false
    }
  }
}
