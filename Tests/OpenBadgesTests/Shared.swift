import FoundationEssentials
import JSON
import Testing

/// The reference data kept beside the repository, in `../shared/badges`; no part of the project.
enum Shared {
  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/") + "/shared/badges/data/"

  static let isThere = FileManager.default.fileExists(atPath: folder + "README.md")
  static let absence: Comment = "NON VÉRIFIÉ : ../shared/badges/data n’est pas à côté du dépôt."

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: folder + path)))
  }

  static func json(_ path: String) throws -> JSON { try JSON(parsing: bytes(path)) }
}

@Suite("Reference data") struct SharedTests {
  @Test("the checks against published files are run, or their absence is told")
  func presence() {
    if !Shared.isThere { Issue.record(Shared.absence, severity: .warning) }
  }
}
