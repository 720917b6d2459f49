import BadgeRequest
import Course
import Interface

/// What is installed on this machine: the places, the content's bytes and the course in them.
struct Installed {
  var locations: Locations
  var files: ContentFiles
  var course: Course

  /// Finds and reads everything; a fault in the content's outline is said with its file and line.
  static func find(_ choices: Locations.Choices) throws(Stop) -> Installed {
    let locations = try Locations.find(choices)
    let files = try ContentFolder.read(locations.modules, local: locations.localModules)
    do throws(ContentError) {
      return Installed(locations: locations, files: files, course: try Course(files))
    } catch {
      throw Stop(
        2, "Le contenu ne peut pas être lu. \(error.place): \(error.problem)", error.advice)
    }
  }

  /// What the pages need to know of it.
  func installation() -> Installation {
    Installation(
      folder: locations.folderShown,
      dataFolder: Locations.shown(locations.data, Locations.environment("HOME")),
      hasDepot: locations.depot != nil,
      answerFolder: locations.depot.map { "\($0)/badges/" },
      issuer: locations.issuer.map(issuer) ?? .local)
  }

  /// As the issuer names itself.
  private func issuer(_ path: String) -> Installation.Issuer {
    let bytes = try? FileStore.read(path, limit: IssuerCard.largest)
    let card = bytes.flatMap { try? IssuerCard(reading: $0) }
    return card.map { .configured(name: $0.name) } ?? .unreadable(card: path)
  }
}
