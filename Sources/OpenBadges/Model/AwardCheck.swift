extension Award {
  /// Refuses what a verifier would not accept, before anything is signed by the key of `did`.
  package func check(signedBy did: String) throws(AwardRefusal) {
    try check()
    guard issuer.id.isSame(as: did) else { throw .issuerIsNotTheKey }
  }

  /// The same, for a key that published documents tie to the issuer, and not its identifier.
  package func check() throws(AwardRefusal) {
    try checkIdentifiers()
    for (field, text) in texts { try check(field, text) }
    try checkImage()
    try checkAddresses()
    try checkRecipient()
    try checkDates()
  }

  /// Every text a person may read, with the place it comes from.
  private var texts: [(AwardField, String)] {
    var texts: [(AwardField, String)] = [
      (.achievementName, achievement.name), (.description, achievement.description),
      (.criteria, achievement.criteria), (.language, achievement.language),
      (.issuerName, issuer.name),
    ]
    texts += achievement.tags.map { (.tag, $0) }
    texts += evidence.map { (.evidence, $0.narrative) }
    for alignment in achievement.alignments {
      texts.append((.alignmentName, alignment.name))
      texts += [alignment.framework].compactMap(\.self).map { (.alignmentFramework, $0) }
      texts += [alignment.code].compactMap(\.self).map { (.alignmentCode, $0) }
    }
    return texts
  }

  private func check(_ field: AwardField, _ text: String) throws(AwardRefusal) {
    guard !PlainText.isEmpty(text) else { throw .empty(field) }
    guard PlainText.isSignable(text, onLines: field.mayTakeLines)
    else { throw .hiddenCharacter(field) }
  }

  private func checkIdentifiers() throws(AwardRefusal) {
    guard Address.isUUID(id) else { throw .malformed(.credentialID) }
    guard Address.isUUID(subject) else { throw .malformed(.subjectID) }
    guard Address.isUUID(achievement.id) || Address.isHTTPS(achievement.id)
    else { throw .malformed(.achievementID) }
  }

  private func checkImage() throws(AwardRefusal) {
    guard let image = achievement.image else { return }
    guard Address.isDataImage(image.data) else { throw .imageNotEmbedded }
    guard !PlainText.isEmpty(image.alternative) else { throw .missingAlternativeText }
    try check(.alternativeText, image.alternative)
  }

  private func checkAddresses() throws(AwardRefusal) {
    guard achievement.alignments.allSatisfy({ Address.isHTTPS($0.url) })
    else { throw .malformed(.alignmentURL) }
    if let url = issuer.url, !Address.isHTTPS(url) { throw .malformed(.issuerURL) }
    if let email = issuer.email, !Address.isEmail(email) { throw .malformed(.issuerEmail) }
  }

  private func checkRecipient() throws(AwardRefusal) {
    switch recipient {
    case .anonymous: break
    case .displayedName(let name): try check(.recipientName, name)
    case .hashedEmail(let email, let salt):
      guard Address.isEmail(IdentityHash.normalised(email))
      else { throw .malformed(.recipientEmail) }
      guard salt.count >= 16 else { throw .shortSalt }
    case .identityHash(let hash, let salt):
      guard IdentityHash.isWritten(hash) else { throw .malformed(.recipientEmail) }
      guard salt.utf8.count >= 32 else { throw .shortSalt }
    }
  }

  private func checkDates() throws(AwardRefusal) {
    guard CredentialDate.range.contains(validFrom) else { throw .dateOutOfRange }
    if let awarded, !CredentialDate.range.contains(awarded) { throw .dateOutOfRange }
    guard let validUntil else { return }
    guard CredentialDate.range.contains(validUntil) else { throw .dateOutOfRange }
    guard validUntil > validFrom else { throw .endsBeforeItStarts }
  }
}
