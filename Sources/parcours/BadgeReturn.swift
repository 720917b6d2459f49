import BadgeRequest
import Course
import Display
import Interface
import JSON
import Journal
import OpenBadges

/// What the issuer put in the depot for this person's demandes.
struct BadgeReturn {
  static let refusal = "refus.txt"

  var installed: Installed

  /// A badge, copied to the agent's folder, a refusal, or the badge received before.
  ///
  /// Nil while the issuer has not answered, and when the badge is nowhere to be found.
  func report(_ progress: Progress) throws(Stop) -> Report? {
    if let depot = installed.locations.depot.map(Depot.init) {
      for file in progress.awaitedRequests where !file.contains("/") {
        if let report = try answer(to: file, in: depot, progress) { return report }
      }
    }
    guard progress.isRequestAnswered else { return nil }
    let files = BadgeFiles(folder: installed.locations.folder).present
    guard files.contains("badge.svg") else { return nil }
    return .held(folder: installed.locations.folderShown, files: files)
  }

  /// Only what became of the demande that waits is said: a former refusal is known.
  private func answer(
    to file: String, in depot: Depot, _ progress: Progress
  ) throws(Stop) -> Report? {
    let stem = RequestedBadge.stem(of: file)
    let isLast = file == progress.requestFile && !progress.isRequestAnswered
    if FileStore.exists(depot.answer(stem, "svg")) {
      if let badge = try collect(stem, in: depot) { return .collected(badge) }
      return isLast ? .refused(Self.foreign) : nil
    }
    let path = depot.answer(stem, Self.refusal)
    guard isLast, FileStore.exists(path) else { return nil }
    do throws(FileFault) {
      let text = try FileStore.read(path, limit: 4096, .shared)
      return .refused(String(decoding: text, as: UTF8.self).trimmedLine)
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  private static let foreign =
    "Le fichier rendu n’est pas un badge de votre émetteur. Prévenez la personne qui les délivre."

  /// Copies what was returned; nil when it is no badge of the issuer that was asked.
  private func collect(_ stem: String, in depot: Depot) throws(Stop) -> ReturnedBadge? {
    let card = try BadgeDemand(installed: installed).card()
    do throws(FileFault) {
      var files: [(kind: String, bytes: [UInt8])] = []
      for kind in BadgeFiles.kinds where FileStore.exists(depot.answer(stem, kind)) {
        files.append(
          (kind, try FileStore.read(depot.answer(stem, kind), limit: 2 << 20, .shared)))
      }
      // Only the `.json` tells who issued it: without it the others prove nothing.
      guard let document = files.first(where: { $0.kind == "json" }),
        files.allSatisfy({ isBadge($0.bytes, $0.kind, of: card) })
      else { return nil }
      let names = try BadgeFiles(folder: installed.locations.folder).write(files)
      return returned(stem, try? JSON(parsing: document.bytes), names, document.bytes)
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  /// The badge as the journal names it: by its credential, else by the demande and the file.
  private func returned(
    _ stem: String, _ document: JSON?, _ files: [String], _ bytes: [UInt8]
  ) -> ReturnedBadge {
    var credential = document?.object
    credential?["proof"] = nil
    let fingerprint = Fingerprint.of(credential.map { JSON.object($0).canonical } ?? bytes).text
    let id = document?["id"]?.string ?? stem
    let fact = StampedEvent(
      number: 1, time: Clock.now(), event: .awarded(id: id, fingerprint: fingerprint))
    let isKept = (try? JournalLine(fact)) != nil
    return ReturnedBadge(
      id: isKept ? id : stem, fingerprint: fingerprint, folder: installed.locations.folderShown,
      files: files)
  }

  /// Whether a file returned is a whole badge, with a signature that holds where it can be checked,
  /// and, in the `.json`, of the issuer that was asked.
  ///
  /// The keys of an issuer with an address are on its site, which this program does not reach.
  private func isBadge(_ bytes: [UInt8], _ kind: String, of card: IssuerCard) -> Bool {
    let trust = TrustStore(trusting: card.did, label: card.name)
    let report = Verifier(trust: trust, now: Clock.now().seconds).verify(bytes)
    guard report[.structure].isHeld,
      [.held, .notChecked(.keyNotGiven)].contains(report[.proof])
    else { return false }
    guard kind == "json", let document = try? JSON(parsing: bytes) else { return kind != "json" }
    return document["issuer"]?["id"]?.string == card.did
  }
}

extension String {
  /// The first line, without what a terminal would obey.
  fileprivate var trimmedLine: String {
    String(prefix { !$0.isNewline }.prefix(300)).printable
  }
}
