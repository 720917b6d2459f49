import OpenBadges

/// A badge in all its forms, verified.
struct SignedBadge {
  var sealed: SealedBadge
  /// Open Badges 2.0; nil when none is made.
  var jws: String?

  var fingerprint: String { sealed.fingerprint.text }

  /// The endings of the files and their bytes, the picture first.
  var files: [(ending: String, bytes: [UInt8])] {
    sealed.files + (jws.map { [("jws", Array($0.utf8))] } ?? [])
  }
}
