import Glibc
import JSON
import OpenBadges

/// The speed of the badges' library, printed as `nom valeur` a line.
///
/// `badge-bench rates SVG` signs, bakes and verifies the same award; `badge-bench batch SVG DIR N`
/// makes N badges into a baked SVG and a JSON each, every file synced, and says where time went.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("badge-bench rates SVG | badge-bench batch SVG DIR N")
      exit(2)
    }
    let template = try SVGTemplate(try Files.read(arguments[2]))
    if arguments[1] == "rates" { return try Rates(template: template).run() }
    guard arguments.count == 5, let count = Int(arguments[4]) else { exit(2) }
    try Batch(pictures: BadgePictures(svg: template), folder: arguments[3], count: count).run()
  }
}

/// Seconds of a clock that never goes back.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A real badge of ours, its identifiers apart.
enum Sample {
  static let day = 1_795_252_353

  static func award(_ number: Int, issuer: String) -> Award {
    let digits = String(number, radix: 16)
    let id = String(repeating: "0", count: 12 - digits.count) + digits
    return Award(
      id: "urn:uuid:9d2f5b1c-1111-4222-8333-\(id)",
      subject: "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-\(id)",
      achievement: Achievement(
        id: "urn:uuid:77777777-8888-4999-8aaa-bbbbccccdddd",
        name: "IA générative : usage éclairé — Découverte",
        description: "La personne connaît les bons réflexes face à une IA générative.",
        criteria: "1. terminé neuf modules ;\n2. réussi un examen de 30 questions.",
        tags: ["RGPD", "esprit critique", "service public"],
        alignments: [
          Alignment(
            name: "CRCN 4.2", url: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039005162",
            framework: "CRCN", code: "4.2")
        ]),
      issuer: Issuer(id: issuer, name: "Ville d’Exemple", url: "https://ville.example/badges"),
      recipient: .hashedEmail("camille@ville.example", salt: Array(0..<16)),
      evidence: [Evidence(narrative: "Parcours version 1.0.0, terminé le 21 novembre 2026.")],
      validFrom: day, validUntil: day + 730 * 86_400)
  }
}
