/// The issuers that whoever verifies has chosen to recognise.
package struct TrustStore: Sendable, Hashable {
  /// Labels by DID.
  private var labels: [String: String] = [:]

  /// Nobody: every badge is then of an unrecognised issuer.
  package static let empty = TrustStore()

  private init() {}

  /// One issuer.
  package init(trusting did: DIDJWK, label: String) { labels[did.text] = label }

  /// One issuer, by its DID or by the address of its profile.
  package init(trusting id: String, label: String) { labels[id] = label }

  /// Reads the files of a trust folder, in UTF-8: a DID on the first line, a label on the second.
  ///
  /// Without a label the file's name serves. An unreadable file throws: an issuer left out in
  /// silence would make good badges look unrecognised.
  package init(files: [(name: String, bytes: [UInt8])]) throws(TrustError) {
    for (name, bytes) in files {
      guard bytes.count <= 4096, let text = String(validating: bytes, as: UTF8.self)
      else { throw TrustError(file: name, reason: .notText) }
      let lines = text.drop { $0 == "\u{FEFF}" }
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      do {
        let did = try DIDJWK(String(lines.first ?? ""))
        labels[did.text] = TrustStore.label(lines.dropFirst().first, file: name)
      } catch { throw TrustError(file: name, reason: .key(error)) }
    }
  }

  /// No issuer at all, so that nothing can be said of one.
  package var isEmpty: Bool { labels.isEmpty }

  /// The label of an issuer; nil when it is not recognised.
  package func label(of did: String) -> String? {
    guard did.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return labels[did]
  }

  private static func label(_ line: Substring?, file: String) -> String {
    let label = PlainText.cleaned(String(line ?? ""))
    return PlainText.isEmpty(label) ? PlainText.cleaned(file) : label
  }
}

/// A file of a trust folder that names no usable issuer.
package struct TrustError: Error, Sendable, Hashable {
  /// What is wrong with the file.
  package enum Reason: Sendable, Hashable {
    /// No UTF-8 text, or more than 4 KiB.
    case notText
    case key(KeyError)
  }

  /// Its name, as the caller gave it.
  package var file: String
  /// What is wrong with it.
  package var reason: Reason

  /// A fault in one file.
  package init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// What is wrong, in which file, and what to do, in French.
  package var sentence: String {
    let file = "Fichier de confiance «\u{202F}\(PlainText.cleaned(file))\u{202F}»"
    return switch reason {
    case .notText: "\(file)\u{A0}: ce n’est pas du texte. Retirez-le du dossier."
    case .key(let error): "\(file), première ligne. \(error.sentence)"
    }
  }
}
