import ArgumentParser
import Display

/// Understanding the command line, and saying in French what is not understood.
enum Invocation {
  static func run(_ arguments: [String]) -> Int32 {
    do {
      if let page = Manual.page(for: arguments) {
        try Standard.say(page)
        return 0
      }
      var command = try ParcoursCommand.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let stop as Stop {
      if !stop.problem.isEmpty { Standard.complain(stop.problem, stop.advice) }
      return stop.code
    } catch {
      return complain(of: error, arguments)
    }
  }

  /// ArgumentParser speaks English and exits 64: one French sentence and 2 instead.
  ///
  /// It also answers a command without its verb with an English help and 0: the same sentence.
  private static func complain(of error: any Error, _ arguments: [String]) -> Int32 {
    let typed = arguments.joined(separator: " ").printable.prefix(80)
    Standard.complain(
      "La commande « parcours \(typed) » n’est pas comprise.", "Tapez parcours --aide.")
    return 2
  }
}

/// The help, written by us: the parser's own is in English.
enum Manual {
  /// The help when it is asked for, whatever else is typed.
  static func page(for arguments: [String]) -> String? {
    let asked = ["-h", "--help", "--aide", "help", "aide"]
    guard let first = arguments.first,
      asked.contains(first) || arguments.contains(where: { asked.prefix(3).contains($0) })
    else { return arguments == ["--version"] ? "parcours \(version)" : nil }
    return text
  }

  static let version = "1.0.0"

  private static let text = """
    parcours : apprendre l’usage éclairé de l’IA générative, puis le prouver.

    Pour apprendre
      parcours                       ouvre le parcours là où vous étiez
      parcours --lineaire            ligne à ligne, pour un lecteur d’écran
      parcours --invite              ne garde rien sur ce poste
      parcours suivre [MODULE]       ouvre un module
      parcours progression [--json]  dit où vous en êtes
      parcours principes             les neuf principes et SANDI
      parcours memo [--html]         une page à garder : principes, SANDI, contacts

    Pour prouver
      parcours attestation           prépare l’attestation
      parcours badge obtenir         prépare le badge, facultatif
      parcours badge exporter DIR    copie le badge et la clé publique
      parcours badge verifier FICHIER [--json] [--confiance DIR] [--destinataire COURRIEL]

    Pour animer
      parcours atelier [MODULE] [--lineaire] [--duree 30|60|90] [--metier CLE]
                       [--effectif N] [--graine N]
                                     un atelier avec votes à main levée, sans réseau

    Vos données
      parcours mes-donnees voir | exporter | effacer

    Pour qui tient le contenu ou le poste
      parcours contenu verifier [DIR] [--au DATE] [--ecrire]
      parcours contenu fiche MODULE [--duree 30|60|90] [--metier CLE] [--graine N]
                                         les notes de la personne qui anime
      parcours contenu apercu FICHIER    une leçon ou une banque, relue à chaque sauvegarde
      parcours diagnostic [--reparer]

    Options communes
      --donnees DIR  --modules DIR  --modules-locaux DIR  --badges DIR  --depot DIR

    Codes de sortie : 0 fait, 1 refusé ou non valable, 2 commande ou fichier inutilisable.
    Pour un badge : 3 retiré, 4 hors dates, 5 émetteur non reconnu,
    6 retrait non contrôlé.
    """
}
