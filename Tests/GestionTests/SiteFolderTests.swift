import Glibc
import Testing
import parcours_gestion

@Suite("a site on the disk")
struct SiteFolderTests {
  private let folder = Folder()
  private let files: [(path: String, bytes: [UInt8])] = [
    ("a.html", Array("un".utf8)), ("status/b.json", Array("deux".utf8)),
    ("z.html", Array("trois".utf8)),
  ]

  private func publish(
    _ files: [(path: String, bytes: [UInt8])], operation: Int = 7
  ) throws(SiteFolderFault) -> SiteFolder.Publication {
    try SiteFolder(folder.path("site")).publish(files, operation: operation)
  }

  private func text(_ name: String) -> String? {
    folder.read("site/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  private func inodes(_ names: String...) -> [UInt] {
    names.map { UInt(folder.status("site/\($0)").st_ino) }
  }

  @Test("a first publication makes the folder, readable by a web server whatever the mask")
  func first() throws {
    let mask = umask(0o077)
    defer { umask(mask) }
    let publication = try publish(files)
    #expect(publication.written == ["a.html", "status/b.json", "z.html"])
    #expect(publication.unchanged == 0 && publication.removed.isEmpty)
    #expect(text("status/b.json") == "deux")
    #expect(text(".parcours-site") == "parcours-site 1 7\na.html\nstatus/b.json\nz.html\n")
    for name in ["", "status"] {
      #expect(folder.status("site/\(name)").st_mode & 0o7777 == 0o755, "\(name)")
    }
    for name in ["a.html", "status/b.json", ".parcours-site"] {
      #expect(folder.status("site/\(name)").st_mode & 0o7777 == 0o644, "\(name)")
    }
    #expect(folder.names("site") == [".parcours-site", "a.html", "status", "z.html"])
  }

  @Test("a second publication of the same touches nothing")
  func idempotent() throws {
    _ = try publish(files)
    let before = inodes("a.html", "status/b.json", "z.html", ".parcours-site", "status")
    let publication = try publish(files)
    #expect(publication.written.isEmpty && publication.unchanged == 3)
    #expect(inodes("a.html", "status/b.json", "z.html", ".parcours-site", "status") == before)
  }

  @Test("only what changed is replaced: bytes, rights, or a file that was lost")
  func changed() throws {
    _ = try publish(files)
    let before = inodes("a.html", "z.html")
    var next = files
    next[0].bytes = Array("UN".utf8)
    #expect(try publish(next).written == ["a.html"])
    #expect(text("a.html") == "UN")
    #expect(inodes("a.html") != [before[0]] && inodes("z.html") == [before[1]])
    chmod(folder.path("site/z.html"), 0o600)
    unlink(folder.path("site/status/b.json"))
    #expect(try publish(next).written == ["status/b.json", "z.html"])
  }

  @Test("what is no longer part of the site goes, with the folder it leaves empty")
  func removed() throws {
    _ = try publish(files)
    let publication = try publish([files[0]])
    #expect(publication.removed == ["status/b.json", "z.html"])
    #expect(folder.names("site") == [".parcours-site", "a.html"])
  }

  @Test("files of others stay, in the folder and in those of the site")
  func others() throws {
    _ = try publish(files)
    folder.write("site/robots.txt", Array("x".utf8))
    folder.write("site/status/autre.json", Array("y".utf8))
    _ = try publish([files[0]])
    #expect(text("robots.txt") == "x" && text("status/autre.json") == "y")
  }

  @Test("a file of somebody else under one of our names is refused, and nothing is written")
  func foreign() throws {
    folder.makeFolder("site")
    folder.write("site/z.html", Array("à moi".utf8))
    #expect(throws: SiteFolderFault.foreign("z.html")) { try publish(files) }
    #expect(folder.names("site") == ["z.html"] && text("z.html") == "à moi")
    unlink(folder.path("site/z.html"))
    _ = try publish([files[0]])
    folder.write("site/z.html", Array("à moi".utf8))
    #expect(throws: SiteFolderFault.foreign("z.html")) { try publish(files) }
    #expect(text("z.html") == "à moi" && text("status/b.json") == nil)
  }

  @Test("no link is followed, of a file nor of a folder")
  func links() throws {
    _ = try publish(files)
    folder.write("cible", Array("secret".utf8))
    unlink(folder.path("site/z.html"))
    symlink(folder.path("cible"), folder.path("site/z.html"))
    #expect(throws: SiteFolderFault.notRegular("z.html")) { try publish(files) }
    unlink(folder.path("site/z.html"))
    folder.makeFolder("ailleurs")
    folder.write("ailleurs/b.json", Array("secret".utf8))
    rename(folder.path("site/status"), folder.path("garde"))
    symlink(folder.path("ailleurs"), folder.path("site/status"))
    #expect(throws: SiteFolderFault.notRegular("status/b.json")) { try publish(files) }
    // Nor to remove what is behind one.
    #expect(try publish([files[0]]).removed == [])
    #expect(folder.read("ailleurs/b.json") == Array("secret".utf8))
    #expect(folder.read("cible") == Array("secret".utf8))
  }

  @Test("a folder, a pipe or a file in the way is told, and the site stays whole")
  func inTheWay() throws {
    _ = try publish(files)
    unlink(folder.path("site/z.html"))
    folder.makeFolder("site/z.html")
    #expect(throws: SiteFolderFault.notRegular("z.html")) { try publish(files) }
    rmdir(folder.path("site/z.html"))
    mkfifo(folder.path("site/z.html"), 0o644)
    #expect(throws: SiteFolderFault.notRegular("z.html")) { try publish(files) }
    let below = [files[0], (path: "a.html/b", bytes: files[1].bytes)]
    #expect(throws: SiteFolderFault.site(.twice("a.html"))) { try publish(below) }
    let inside = [(path: "a.html/b", bytes: files[1].bytes)]
    #expect(throws: SiteFolderFault.notRegular("a.html/b")) { try publish(inside) }
    #expect(text("a.html") == "un" && text("status/b.json") == "deux")
  }

  @Test("a failure halfway leaves the former site, and the next publication goes through")
  func halfway() throws {
    _ = try publish(files)
    var next = files.map { (path: $0.path, bytes: $0.bytes + [0x21]) }
    next.append((path: "y.html", bytes: []))
    // What is written first has this name; a folder there cannot be replaced.
    folder.makeFolder("site/y.html.parcours-nouveau")
    #expect(throws: SiteFolderFault.writing("y.html", code: EEXIST)) { try publish(next) }
    #expect(text("a.html") == "un" && text("z.html") == "trois" && text("y.html") == nil)
    #expect(
      folder.names("site")
        == [".parcours-site", "a.html", "status", "y.html.parcours-nouveau", "z.html"])
    rmdir(folder.path("site/y.html.parcours-nouveau"))
    #expect(try publish(next).written.count == 4)
    #expect(text("z.html") == "trois!")
  }

  @Test("what a publication that was cut short left behind is taken over")
  func leftovers() throws {
    _ = try publish(files)
    folder.write("site/a.html.parcours-nouveau", Array("à moitié".utf8))
    // Its list names a file that it had no time to write, and one that it had no time to remove.
    folder.write("site/vieux.html", Array("vieux".utf8))
    folder.write(
      "site/.parcours-site",
      Array("parcours-site 1 7\na.html\nneuf.html\nstatus/b.json\nvieux.html\nz.html\n".utf8))
    var next = files
    next[0].bytes = Array("UN".utf8)
    let publication = try publish(next + [(path: "neuf.html", bytes: [])])
    #expect(publication.written == ["a.html", "neuf.html"])
    #expect(publication.removed == ["vieux.html"])
    #expect(!folder.names("site").contains("a.html.parcours-nouveau"))
  }

  @Test(
    "a list that this program did not write is believed in nothing",
    arguments: [
      "", "parcours-site 1 7", "parcours-site 2 7\na.html\n", "a.html\n",
      "parcours-site 1 7\n../cible\n", "parcours-site 1 7\n/etc/passwd\n", "parcours-site 1 7\n\n",
      "parcours-site 1\na.html\n", "parcours-site 1 -7\na.html\n", "parcours-site 1 x\na.html\n",
      "parcours-site 1 7\na.html\0\n", "parcours-site 1 7\na.html\r\n",
      "parcours-site 1 7\n.parcours-site\n",
    ])
  func manifests(_ list: String) throws {
    folder.makeFolder("site")
    folder.write("cible", Array("secret".utf8))
    folder.write("site/.parcours-site", Array(list.utf8))
    #expect(throws: SiteFolderFault.manifest) { try publish(files) }
    #expect(folder.names("site") == [".parcours-site"])
    #expect(folder.read("cible") == Array("secret".utf8))
  }

  @Test("a list that is a link, or larger than any, is not read")
  func oddManifests() throws {
    folder.makeFolder("site")
    folder.write("liste", Array("parcours-site 1 7\na.html\n".utf8))
    symlink(folder.path("liste"), folder.path("site/.parcours-site"))
    #expect(throws: SiteFolderFault.manifest) { try publish(files) }
    unlink(folder.path("site/.parcours-site"))
    let line = Array("a.html\n".utf8)
    let long = Array("parcours-site 1 7\n".utf8) + (0..<160_000).flatMap { _ in line }
    folder.write("site/.parcours-site", long)
    #expect(throws: SiteFolderFault.manifest) { try publish(files) }
  }

  @Test("a site made from a later ledger is left as it is")
  func newer() throws {
    _ = try publish(files)
    var next = files
    next[0].bytes = Array("UN".utf8)
    #expect(throws: SiteFolderFault.newer) { try publish(next, operation: 6) }
    #expect(text("a.html") == "un")
    #expect(try publish(next, operation: 8).written == ["a.html"])
    #expect(throws: SiteFolderFault.newer) { try publish(next, operation: 7) }
  }

  @Test("two publications do not run at once")
  func busy() throws {
    _ = try publish(files)
    let other = open(folder.path("site"), O_RDONLY | O_DIRECTORY)
    defer { close(other) }
    flock(other, LOCK_EX)
    #expect(throws: SiteFolderFault.busy) { try publish(files) }
  }

  @Test("a folder that cannot be opened, and paths that are not safe, are told")
  func unreachable() throws {
    let nowhere = SiteFolder(folder.path("rien/site"))
    #expect(throws: SiteFolderFault.folder(folder.path("rien/site"), code: ENOENT)) {
      try nowhere.publish(files, operation: 1)
    }
    folder.write("plat", [])
    #expect(throws: SiteFolderFault.folder(folder.path("plat"), code: ENOTDIR)) {
      try SiteFolder(folder.path("plat")).publish(files, operation: 1)
    }
    #expect(throws: SiteFolderFault.site(.path("../a"))) {
      try publish([(path: "../a", bytes: [])])
    }
    #expect(folder.names("") == ["plat"])
  }

  @Test("a whole site is published, then published again without a change")
  func wholeSite() throws {
    let site = try SiteSample.content.files()
    #expect(try publish(site).written == site.map(\.path))
    #expect(try publish(site).unchanged == site.count)
    #expect(folder.names("site/.well-known") == ["did.json"])
  }

  @Test("every fault is told in French, with what to do")
  func sentences() {
    let faults: [SiteFolderFault] = [
      .site(.date), .folder("d", code: EACCES), .busy, .foreign("a"), .notRegular("a"), .manifest,
      .writing("a", code: ENOSPC),
    ]
    for fault in faults {
      #expect(fault.sentence.hasSuffix(".") && fault.sentence.contains(". "), "\(fault)")
    }
  }
}
