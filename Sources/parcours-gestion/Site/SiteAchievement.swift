package import JSON

/// What a badge of this issuer is about, with its page and its documents.
package struct SiteAchievement: Sendable {
  /// A picture of the badge, without any credential inside.
  package struct Image: Sendable, Hashable {
    /// The name of its file, at the root of the site: `….svg` or `….png`.
    package var path: String
    /// Of an SVG or of a PNG, as the name says.
    package var bytes: [UInt8]
    /// What is read in place of the picture.
    package var alternative: String

    /// Checks nothing: `SiteContent.files` does.
    package init(path: String, bytes: [UInt8], alternative: String) {
      self.path = path
      self.bytes = bytes
      self.alternative = alternative
    }
  }

  /// As printed on the badge.
  package var name: String
  /// The name of its page, without extension: lower-case letters, digits and hyphens.
  package var slug: String
  /// Paragraphs separated by an empty line.
  package var description: String
  /// In Markdown.
  package var criteria: String
  /// Published beside the page.
  package var image: Image
  /// How long a badge holds; nil when it does not expire.
  package var months: Int?
  /// The Achievement of Open Badges 3.0.
  package var document: JSON

  /// Checks nothing: `SiteContent.files` does.
  package init(
    name: String, slug: String, description: String, criteria: String, image: Image, months: Int?,
    document: JSON
  ) {
    self.name = name
    self.slug = slug
    self.description = description
    self.criteria = criteria
    self.image = image
    self.months = months
    self.document = document
  }

  /// The name of its page.
  var page: String { "\(slug).html" }
  /// What badges repeat of it; nil when the document has none.
  var id: String? { document["id"]?.string }

  func check() throws(SiteFault) {
    guard SitePath.isSlug(slug) else { throw .slug(slug) }
    guard !name.isBlank, !description.isBlank, !criteria.isBlank, !image.alternative.isBlank
    else { throw .blank(slug) }
    guard months.map({ $0 > 0 }) ?? true else { throw .months(slug) }
    guard !image.path.utf8.contains(UInt8(ascii: "/")), image.isOfItsKind
    else { throw .image(image.path) }
  }

  /// The path of its document, which stands where its own `id` says.
  ///
  /// An achievement that is named by a `urn:` has no address: its document stands beside the page.
  func path(under base: String) throws(SiteFault) -> String {
    guard let id else { throw .document(slug) }
    guard !id.utf8.starts(with: "urn:".utf8) else { return "\(slug).json" }
    guard id.utf8.starts(with: base.utf8), id.utf8.count > base.utf8.count
    else { throw .document(id) }
    return String(decoding: id.utf8.dropFirst(base.utf8.count), as: UTF8.self)
  }
}

extension SiteAchievement.Image {
  /// A browser believes the name, so the bytes must agree with it.
  fileprivate var isOfItsKind: Bool {
    if path.hasSuffix(".png") { return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    return path.hasSuffix(".svg") && first == UInt8(ascii: "<")
  }
}
