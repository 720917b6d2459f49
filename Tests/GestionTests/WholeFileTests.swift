import Glibc
import Testing

@testable import parcours_gestion

/// What is asked of the disk, seen from beside.
@Suite("emetteur: the disk")
struct WholeFileTests {
  @Test("a folder that is made is flushed in the folder above")
  func flushed() throws {
    let folder = Folder()
    folder.makeFolder("a")
    let watch = inotify_init1(Int32(IN_NONBLOCK))
    try #require(watch >= 0)
    defer { close(watch) }
    inotify_add_watch(watch, folder.path("a"), UInt32(IN_CREATE | IN_OPEN))
    try WholeFile.makeFolder(folder.path("a/b/c"))
    let events = masks(watch)
    let made = try #require(events.firstIndex { $0 & UInt32(IN_CREATE) != 0 })
    // The folder cannot be flushed without being opened.
    #expect(events[made...].contains { $0 & UInt32(IN_OPEN) != 0 })
  }

  private func masks(_ watch: Int32) -> [UInt32] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(watch, &buffer, buffer.count)
    var masks: [UInt32] = []
    var place = 0
    while place + 16 <= count {
      func number(_ offset: Int) -> UInt32 {
        buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place + offset, as: UInt32.self) }
      }
      masks.append(number(4))
      place += 16 + Int(number(12))
    }
    return masks
  }

  @Test("a demande that took the name of the one that was read stays")
  func replaced() throws {
    let folder = Folder()
    for name in ["demandes", "badges"] { folder.makeFolder(name) }
    let depot = try RequestDepot(folder.path(""))
    folder.write("demandes/a.json", [65])
    let first = try #require(try depot.entry("a.json"))
    folder.write("demandes/b", [66])
    rename(folder.path("demandes/b"), folder.path("demandes/a.json"))
    try depot.remove(first)
    #expect(folder.read("demandes/a.json") == [66])
    try depot.remove(try #require(try depot.entry("a.json")))
    #expect(try depot.names().isEmpty)
  }

  @Test("a folder that cannot be listed is never an empty one")
  func unlisted() {
    let folder = Folder()
    folder.write("fichier", [65])
    for name in ["rien", "fichier"] {
      #expect(throws: Complaint.self) { try WholeFile.names(in: folder.path(name)) }
    }
  }
}
