import BadgeRequest
import Course
import Ledger
import Reports

/// Why a demande gives no badge.
struct RequestRefusal: Error {
  /// What is wrong and what to do.
  var sentence: String
  /// Whether the demande stays: another day, it may be served.
  var stays = false
}

extension SealFault {
  /// Written by a newer program: this one is to be updated, and the demande will be read.
  fileprivate var isOfAnotherVersion: Bool {
    switch self {
    case .file(.otherFormat), .request(.otherFormat): true
    default: false
    }
  }
}

/// The private keys that open demandes, former ones too.
struct RequestOpening {
  private let did: String
  private let keys: [String: (key: ReceivingKey, card: IssuerCard)]

  init(
    _ issuer: IssuerFolder, _ state: LedgerState, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    did = issuer.settings.did
    let files = try KeyFiles(issuer.folder)
    var keys: [String: (key: ReceivingKey, card: IssuerCard)] = [:]
    for known in state.keys where known.kind == .x25519 {
      let name = known.fragment
      guard case .x25519(let key) = try files.secret(name, .x25519, &passphrase) else { continue }
      keys[name] = (key, try files.card(name))
    }
    self.keys = keys
  }

  func open(_ bytes: [UInt8]) throws(RequestRefusal) -> BadgeRequest {
    let file: SealedRequest
    do throws(FormFault) { file = try SealedRequest(reading: bytes) } catch {
      throw refusal(.file(error))
    }
    // The wrong --emetteur must not destroy what another would serve.
    guard file.issuer == did else {
      throw RequestRefusal(
        sentence: "\(SealFault.otherIssuer.sentence) Vérifiez --emetteur et --depot.", stays: true)
    }
    guard let known = keys[file.keyID] else {
      throw RequestRefusal(
        sentence: "Cette demande est scellée pour une clé inconnue. "
          + "Remettez la clé sauvegardée dans « cles ».", stays: true)
    }
    return try open(bytes, known)
  }

  private func open(
    _ bytes: [UInt8], _ known: (key: ReceivingKey, card: IssuerCard)
  ) throws(RequestRefusal) -> BadgeRequest {
    do throws(SealFault) {
      return try RequestSeal.open(bytes, with: known.key, of: known.card)
    } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ fault: SealFault) -> RequestRefusal {
    RequestRefusal(sentence: "\(fault.sentence) \(fault.advice)", stays: fault.isOfAnotherVersion)
  }
}

/// The versions of the course by which demandes may be graded: the installed one and the archive.
struct KnownCourses {
  /// One version, ready to grade and to state.
  struct Version {
    var regrading: Regrading
    var making: StatementMaking
    /// The key of its statement.
    var statement: String
  }

  private let issuer: IssuerFolder
  private let installed: InstalledCourse
  private let making: StatementMaking
  private var versions: [String: Version] = [:]

  init(
    _ issuer: IssuerFolder, _ installed: InstalledCourse, _ making: StatementMaking
  ) {
    self.issuer = issuer
    self.installed = installed
    self.making = making
  }

  /// The version of that digest; nil when nothing here has it.
  mutating func version(_ digest: String, _ today: Day) throws(Complaint) -> Version? {
    if let known = versions[digest] { return known }
    let isInstalled = digest == installed.course.contentDigest
    let found =
      isInstalled
      ? installed.course
      : try CourseArchive(issuer.folder).course(digest, local: installed.files.local)
    guard let course = found else { return nil }
    let making =
      isInstalled
      ? making
      : try StatementMaking(
        course: course, badges: installed.badges, issuer: issuer.settings.name, today: today)
    let version = Version(
      regrading: try KnownCourses.regrading(course), making: making,
      statement: try statement(making, digest))
    versions[digest] = version
    return version
  }

  private static func regrading(_ course: Course) throws(Complaint) -> Regrading {
    do throws(ContentError) { return try Regrading(course) } catch {
      throw Complaint("Le contenu ne peut pas être lu. \(error)")
    }
  }

  /// What was stated of that version before, or what its badge says now.
  private func statement(_ making: StatementMaking, _ digest: String) throws(Complaint) -> String {
    let files = try StatementFiles(issuer.folder)
    for key in files.keys {
      let known = try files.statement(key)
      if known.digest == digest, known.badge == making.course.badge { return key }
    }
    let (stated, svg, png) = try making.statement()
    try files.keep(stated, svg: svg, png: png)
    return stated.key
  }
}
