/// What a walk through a whole SVG finds: where a badge goes, and the badges that are there.
struct SVGReading {
  /// An `openbadges:credential` or `openbadges:assertion` element.
  struct BakedBadge {
    var edition: BadgeEdition
    /// The attribute `verify`, references replaced.
    var verify: [UInt8]?
    /// What its CDATA sections hold, or else its text, references replaced.
    var body: [UInt8] = []
    /// The body was written as text, as some makers do, and not as CDATA.
    var isBodyText = false
    /// Written just inside the root, where the standard puts it.
    var isChildOfRoot: Bool
  }

  private static let mostLevels = 128

  /// Just after the root's start tag.
  private(set) var insertion = 0
  /// The root is written `<svg/>`: nothing can be put inside.
  private(set) var hasEmptyRoot = false
  private(set) var badges: [BakedBadge] = []
  /// Something of Open Badges 1 or 2 is there, whatever it is.
  private(set) var hasOlderBadge = false

  private var names: [Range<Int>] = []
  private var scopes: [Int] = []
  private var namespaces = Namespaces()
  private var hasRoot = false
  /// Level of the badge element being read, counted as `names`.
  private var badgeLevel: Int?

  /// Reads all of it; a document that is not well formed is refused, wherever the fault is.
  init(_ bytes: [UInt8]) throws(Flaw) {
    guard bytes.count <= Container.mostBytes else { throw .tooLarge }
    var scanner = try MarkupScanner(bytes)
    while let event = try scanner.next() {
      switch event {
      case .start(let tag): try start(tag, scanner)
      case .end(let name): try end(name, scanner)
      case .text(let range): try text(range, scanner)
      case .cdata(let range): try cdata(scanner.bytes[range])
      }
    }
    guard hasRoot, names.isEmpty else { throw .svgMalformed }
  }

  private mutating func start(_ tag: MarkupTag, _ scanner: MarkupScanner) throws(Flaw) {
    guard !hasRoot || !names.isEmpty else { throw .svgMalformed }
    guard names.count < SVGReading.mostLevels else { throw .svgTooComplex }
    guard badgeLevel == nil else { throw .svgBadgeUnclear }
    let scope = namespaces.count
    try namespaces.enter(tag, of: scanner)
    try namespaces.check(tag, of: scanner)
    let (space, local) = try namespaces.resolved(scanner.bytes[tag.name])
    if !hasRoot { try root(tag, space, local, scanner.position) }
    note(tag, space, local, scanner)
    if tag.isEmpty {
      badgeLevel = nil
      namespaces.leave(to: scope)
    } else {
      names.append(tag.name)
      scopes.append(scope)
    }
  }

  private mutating func root(
    _ tag: MarkupTag, _ space: [UInt8], _ local: ArraySlice<UInt8>, _ position: Int
  ) throws(Flaw) {
    guard space == Namespaces.svg, local.elementsEqual("svg".utf8) else { throw .svgOtherRoot }
    hasRoot = true
    hasEmptyRoot = tag.isEmpty
    insertion = position
  }

  /// Keeps a badge element for later judgement.
  private mutating func note(
    _ tag: MarkupTag, _ space: [UInt8], _ local: ArraySlice<UInt8>, _ scanner: MarkupScanner
  ) {
    if space == Namespaces.olderOpenBadges { hasOlderBadge = true }
    guard let edition = BadgeEdition(space, local) else { return }
    let verify = tag.attributes.first { scanner.bytes[$0.name].elementsEqual("verify".utf8) }
    badges.append(
      BakedBadge(
        edition: edition, verify: verify.map { scanner.replaced($0.value) },
        isChildOfRoot: names.count == 1))
    badgeLevel = names.count
  }

  private mutating func end(_ name: Range<Int>, _ scanner: MarkupScanner) throws(Flaw) {
    guard let open = names.popLast(), let scope = scopes.popLast(),
      scanner.bytes[open] == scanner.bytes[name]
    else { throw .svgMalformed }
    namespaces.leave(to: scope)
    if badgeLevel == names.count { badgeLevel = nil }
  }

  private mutating func text(_ range: Range<Int>, _ scanner: MarkupScanner) throws(Flaw) {
    guard names.isEmpty || badgeLevel != nil else { return }
    guard !scanner.bytes[range].allSatisfy(scanner.isBlank) else { return }
    // Outside the root nothing may be written; a body in two pieces may be read in two ways.
    guard !names.isEmpty else { throw .svgMalformed }
    guard let last = badges.indices.last, badges[last].body.isEmpty else { throw .svgBadgeUnclear }
    badges[last].body = scanner.replaced(range)
    badges[last].isBodyText = true
  }

  private mutating func cdata(_ text: ArraySlice<UInt8>) throws(Flaw) {
    guard !names.isEmpty else { throw .svgMalformed }
    guard badgeLevel != nil, let last = badges.indices.last else { return }
    guard !badges[last].isBodyText else { throw .svgBadgeUnclear }
    badges[last].body += text
  }
}
