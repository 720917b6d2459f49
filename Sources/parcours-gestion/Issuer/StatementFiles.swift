import JSON
import OpenBadges
import Reports

/// The files of `realisations/`: each statement and its pictures, written once.
struct StatementFiles {
  let folder: PrivateFolder
  private static let picture = 1 << 20

  init(_ folder: PrivateFolder) throws(Complaint) {
    self.folder = try PrivateFolder.making(folder.path("realisations"))
  }

  /// Keeps a statement and its pictures, unless they are there.
  func keep(
    _ statement: StatedAchievement, svg: [UInt8], png: [UInt8]?
  ) throws(Complaint) {
    if !folder.has("\(statement.key).svg") { try folder.write(svg, to: "\(statement.key).svg") }
    if let png, !folder.has("\(statement.key).png") {
      try folder.write(png, to: "\(statement.key).png")
    }
    // Last: what it names is there.
    guard !folder.has("\(statement.key).json") else { return }
    try folder.write(Array((statement.json.pretty + "\n").utf8), to: "\(statement.key).json")
  }

  func statement(_ key: String) throws(Complaint) -> StatedAchievement {
    guard let statement = StatedAchievement(try folder.read("\(key).json"), key: key) else {
      throw Complaint(
        "« \(folder.path("\(key).json")) » a été modifié. Remettez la sauvegarde.",
        .refused)
    }
    return statement
  }

  /// The keys of all that was stated, sorted.
  func keys() throws(Complaint) -> [String] {
    try WholeFile.names(in: folder.path).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
  }

  func svg(_ key: String) throws(Complaint) -> [UInt8] {
    try folder.read("\(key).svg", limit: StatementFiles.picture)
  }

  func png(_ key: String) throws(Complaint) -> [UInt8]? {
    guard folder.has("\(key).png") else { return nil }
    return try folder.read("\(key).png", limit: StatementFiles.picture)
  }

  func pictures(_ key: String) throws(Complaint) -> BadgePictures {
    let svg = try svg(key)
    let png = try png(key)
    do throws(Flaw) {
      return BadgePictures(
        svg: try SVGTemplate(svg), png: try png.map { bytes throws(Flaw) in try PNGTemplate(bytes) }
      )
    } catch {
      throw Complaint(
        "L’image « \(folder.path(key)) » ne convient pas. \(error.sentence)",
        .refused)
    }
  }
}
