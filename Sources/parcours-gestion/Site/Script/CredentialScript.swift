extension SiteScript {
  /// What a document says of itself, read member by member; true only once its proof has held.
  static let credential = #"""
    const FIRST_CONTEXT = "https://www.w3.org/ns/credentials/v2";
    const BADGE_CONTEXT =
      /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.[123])?\.json$/;

    function isText(value) {
      return typeof value === "string";
    }

    /** The types of an object, alone or in an array. */
    function types(object) {
      return [object.get("type")].flat().filter(isText);
    }

    function isOf(value, ...names) {
      return value instanceof Map && names.some((name) => types(value).includes(name));
    }

    function isTextOrAbsent(object, key) {
      return !object.has(key) || isText(object.get(key));
    }

    function uri(value, code) {
      const form = /^[A-Za-z][A-Za-z0-9+.-]+:[\x21-\x7e]+$/;
      demand(isText(value) && form.test(value), code);
      return value;
    }

    /** Refuses what Open Badges 3.0 makes compulsory and is missing or of another form. */
    function presented(document) {
      demand(!document.has("vc"), "membre-vc");
      const contexts = document.get("@context");
      demand(Array.isArray(contexts) && contexts[0] === FIRST_CONTEXT, "contextes");
      demand(isText(contexts[1]) && BADGE_CONTEXT.test(contexts[1]), "contextes");
      demand(isOf(document, "VerifiableCredential"), "type");
      demand(isOf(document, "OpenBadgeCredential", "AchievementCredential"), "type");
      return {
        id: uri(document.get("id"), "identifiant"),
        issuer: presentedIssuer(document.get("issuer")),
        validFrom: seconds(document.get("validFrom"), "date-forme"),
        validUntil: date(document, "validUntil"),
        awarded: date(document, "awardedDate"),
        ...presentedSubject(document.get("credentialSubject")),
        evidence: presentedEvidence(document),
        status: document.get("credentialStatus"),
      };
    }

    function date(document, key) {
      return document.has(key) ? seconds(document.get(key), "date-forme") : undefined;
    }

    /** The issuer's identifier, alone or in a Profile; the name in it proves nothing. */
    function presentedIssuer(value) {
      if (!(value instanceof Map)) return uri(value, "emetteur-forme");
      demand(isOf(value, "Profile") && isTextOrAbsent(value, "name"), "emetteur-forme");
      return uri(value.get("id"), "emetteur-forme");
    }

    function presentedSubject(subject) {
      const code = "titulaire-forme";
      demand(isOf(subject, "AchievementSubject"), code);
      demand(subject.has("id") || subject.has("identifier"), code);
      return {
        subject: subject.has("id") ? uri(subject.get("id"), code) : undefined,
        identities: presentedIdentities(subject),
        ...presentedAchievement(subject.get("achievement")),
      };
    }

    function presentedAchievement(achievement) {
      const code = "reussite-forme";
      demand(isOf(achievement, "Achievement"), code);
      const criteria = achievement.get("criteria");
      demand(isText(achievement.get("name")) && isText(achievement.get("description")), code);
      demand(criteria instanceof Map && isTextOrAbsent(criteria, "narrative"), code);
      return {
        achievement: uri(achievement.get("id"), code),
        name: achievement.get("name"),
        criteria: criteria.get("narrative"),
      };
    }

    function presentedIdentities(subject) {
      if (!subject.has("identifier")) return [];
      const code = "titulaire-forme";
      const identities = subject.get("identifier");
      demand(Array.isArray(identities), code);
      return identities.map((identity) => {
        demand(identity instanceof Map && identity.get("type") === "IdentityObject", code);
        const [kind, value] = [identity.get("identityType"), identity.get("identityHash")];
        demand(typeof identity.get("hashed") === "boolean" && isText(kind), code);
        demand(isText(value) && isTextOrAbsent(identity, "salt"), code);
        const salt = identity.get("salt") ?? "";
        return { kind, value, isHashed: identity.get("hashed"), salt };
      });
    }

    /** The narratives; evidence without one is let through, an address is never followed. */
    function presentedEvidence(document) {
      if (!document.has("evidence")) return [];
      const evidence = document.get("evidence");
      demand(Array.isArray(evidence), "preuve-forme");
      for (const piece of evidence) {
        demand(isOf(piece, "Evidence") && isTextOrAbsent(piece, "narrative"), "preuve-forme");
      }
      return evidence.map((piece) => piece.get("narrative")).filter(isText);
    }

    """#
}
