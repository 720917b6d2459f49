import OpenBadges
import Testing

/// A sample award after one change.
private func award(_ change: (inout Award) -> Void) throws -> Award {
  var award = try Samples.award()
  change(&award)
  return award
}

@Suite("Awards that are not signed") struct AwardTests {
  @Test(
    "the sample awards are fit to sign",
    arguments: [
      Recipient.anonymous, .displayedName("Camille"),
      .hashedEmail(" Camille@Ville.example ", salt: Samples.salt),
    ])
  func fit(_ recipient: Recipient) throws {
    let award = try Samples.award(recipient)
    try award.check(signedBy: award.issuer.id)
  }

  /// What must come of a change.
  struct Case<Expected: Sendable>: Sendable {
    var expected: Expected
    var change: @Sendable (inout Award) -> Void

    init(_ expected: Expected, _ change: @escaping @Sendable (inout Award) -> Void) {
      self.expected = expected
      self.change = change
    }
  }

  @Test(
    "an empty text is refused, by its name",
    arguments: [
      .init(.achievementName) { $0.achievement.name = "" },
      .init(.achievementName) { $0.achievement.name = " \n\u{A0}" },
      .init(.description) { $0.achievement.description = "" },
      .init(.criteria) { $0.achievement.criteria = " " },
      .init(.language) { $0.achievement.language = "" },
      .init(.tag) { $0.achievement.tags.append("") },
      .init(.alignmentName) { $0.achievement.alignments[0].name = "" },
      .init(.alignmentFramework) { $0.achievement.alignments[0].framework = "" },
      .init(.alignmentCode) { $0.achievement.alignments[0].code = "" },
      .init(.issuerName) { $0.issuer.name = "" },
      .init(.recipientName) { $0.recipient = .displayedName("  ") },
      .init(.evidence) { $0.evidence.append(Evidence(narrative: "")) },
    ] as [Case<AwardField>])
  func empty(_ row: Case<AwardField>) throws {
    let award = try award(row.change)
    #expect(throws: AwardRefusal.empty(row.expected)) { try award.check(signedBy: award.issuer.id) }
  }

  @Test(
    "a control or direction character is refused, by the name of its place",
    arguments: [
      .init(.achievementName) { $0.achievement.name = "Badge\u{1B}[31m" },
      .init(.description) { $0.achievement.description = "a\u{0}b" },
      .init(.criteria) { $0.achievement.criteria = "a\tb" },
      .init(.criteria) { $0.achievement.criteria = "a\r\nb" },
      .init(.language) { $0.achievement.language = "fr\u{7F}" },
      .init(.tag) { $0.achievement.tags = ["\u{202E}tag"] },
      .init(.alignmentName) { $0.achievement.alignments[0].name = "a\u{9B}b" },
      .init(.alternativeText) { $0.achievement.image?.alternative = "a\u{2066}b" },
      .init(.issuerName) { $0.issuer.name = "a\u{2028}b" },
      .init(.recipientName) { $0.recipient = .displayedName("Ca\u{200B}mille") },
      .init(.evidence) { $0.evidence = [Evidence(narrative: "\u{FEFF}vu")] },
    ] as [Case<AwardField>])
  func hidden(_ row: Case<AwardField>) throws {
    let award = try award(row.change)
    #expect(throws: AwardRefusal.hiddenCharacter(row.expected)) {
      try award.check(signedBy: award.issuer.id)
    }
  }

  @Test("line feeds are text in what may be a list, and nowhere else")
  func lineFeeds() throws {
    let award = try award {
      $0.achievement.criteria = "1. un ;\n2. deux."
      $0.achievement.description = "Un.\n\nDeux."
      $0.evidence = [Evidence(narrative: "Vu.\nFait.")]
    }
    try award.check(signedBy: award.issuer.id)
    var named = try Samples.award()
    named.achievement.name = "Badge\nvalable"
    #expect(throws: AwardRefusal.hiddenCharacter(.achievementName)) {
      try named.check(signedBy: named.issuer.id)
    }
    named = try Samples.award(.displayedName("Camille\nvalable"))
    #expect(throws: AwardRefusal.hiddenCharacter(.recipientName)) {
      try named.check(signedBy: named.issuer.id)
    }
  }

  @Test(
    "an identifier or an address of another form is refused",
    arguments: [
      .init(.credentialID) { $0.id = "" },
      .init(.credentialID) { $0.id = "https://ville.example/1" },
      .init(.credentialID) { $0.id = "urn:uuid:9D2F5B1C-1111-4222-8333-444455556666" },
      .init(.credentialID) { $0.id = "urn:uuid:9d2f5b1c-1111-4222-8333-44445555666" },
      .init(.credentialID) { $0.id = "urn:uuid:9d2f5b1c1-111-4222-8333-444455556666" },
      .init(.subjectID) { $0.subject = "mailto:a@b.fr" },
      .init(.subjectID) { $0.subject = "urn:uuid:9d2f5b1c-1111-4222-8333-44445555666g" },
      .init(.achievementID) { $0.achievement.id = "http://ville.example/badge" },
      .init(.achievementID) { $0.achievement.id = "https:///badge" },
      .init(.achievementID) { $0.achievement.id = "https://ville.example/a b" },
      .init(.alignmentURL) { $0.achievement.alignments[0].url = "javascript:alert(1)" },
      .init(.alignmentURL) { $0.achievement.alignments[0].url = "https://" },
      .init(.issuerURL) { $0.issuer.url = "ville.example" },
      .init(.issuerEmail) { $0.issuer.email = "badges" },
      .init(.issuerEmail) { $0.issuer.email = "a@b@c" },
      .init(.recipientEmail) { $0.recipient = .hashedEmail("camille", salt: Samples.salt) },
      .init(.recipientEmail) { $0.recipient = .hashedEmail("a b@c.fr", salt: Samples.salt) },
      .init(.recipientEmail) { $0.recipient = .hashedEmail("a\u{0}@c.fr", salt: Samples.salt) },
      .init(.recipientEmail) { $0.recipient = .hashedEmail(" ", salt: Samples.salt) },
    ] as [Case<AwardField>])
  func malformed(_ row: Case<AwardField>) throws {
    let award = try award(row.change)
    #expect(throws: AwardRefusal.malformed(row.expected)) {
      try award.check(signedBy: award.issuer.id)
    }
  }

  @Test(
    "an image without words, or from elsewhere, is refused",
    arguments: [
      .init(.missingAlternativeText) { $0.achievement.image?.alternative = "" },
      .init(.missingAlternativeText) { $0.achievement.image?.alternative = " " },
      .init(.imageNotEmbedded) { $0.achievement.image?.data = "https://ville.example/badge.png" },
      .init(.imageNotEmbedded) { $0.achievement.image?.data = "data:image/png;base64," },
      .init(.imageNotEmbedded) { $0.achievement.image?.data = "data:text/html;base64,AAAA" },
      .init(.imageNotEmbedded) { $0.achievement.image?.data = "data:image/png;base64,AA AA" },
      .init(.imageNotEmbedded) {
        $0.achievement.image?.data =
          "data:image/png;base64," + String(repeating: "A", count: 512 * 1024)
      },
    ] as [Case<AwardRefusal>])
  func image(_ row: Case<AwardRefusal>) throws {
    let award = try award(row.change)
    #expect(throws: row.expected) { try award.check(signedBy: award.issuer.id) }
  }

  @Test("a badge without an image is fit to sign")
  func noImage() throws {
    let award = try award { $0.achievement.image = nil }
    try award.check(signedBy: award.issuer.id)
  }

  @Test(
    "dates that mean nothing are refused",
    arguments: [
      .init(.endsBeforeItStarts) { $0.validUntil = $0.validFrom },
      .init(.endsBeforeItStarts) { $0.validUntil = $0.validFrom - 1 },
      .init(.dateOutOfRange) { $0.validFrom = -1 }, .init(.dateOutOfRange) { $0.validFrom = .min },
      .init(.dateOutOfRange) { $0.validFrom = .max },
      .init(.dateOutOfRange) { $0.validUntil = .max },
      .init(.dateOutOfRange) { $0.validUntil = 253_402_300_800 },
    ] as [Case<AwardRefusal>])
  func dates(_ row: Case<AwardRefusal>) throws {
    let award = try award(row.change)
    #expect(throws: row.expected) { try award.check(signedBy: award.issuer.id) }
  }

  @Test("fifteen bytes of salt are too few, sixteen are enough")
  func salt() throws {
    let few = try Samples.award(.hashedEmail("a@b.fr", salt: Array(Samples.salt.prefix(15))))
    #expect(throws: AwardRefusal.shortSalt) { try few.check(signedBy: few.issuer.id) }
    let enough = try Samples.award(.hashedEmail("a@b.fr", salt: Samples.salt))
    try enough.check(signedBy: enough.issuer.id)
  }

  @Test("only the issuer's own key signs")
  func otherKey() throws {
    let other = P256SigningKey.generate()
    let award = try Samples.award()
    #expect(throws: AwardRefusal.issuerIsNotTheKey) { try award.check(signedBy: other.did.text) }
    #expect(throws: IssuingError.award(.issuerIsNotTheKey)) {
      try CredentialJWT.signed(award, by: .es256(other))
    }
    #expect(throws: IssuingError.award(.issuerIsNotTheKey)) {
      try Samples.sealed(award, with: other)
    }
  }
}
