extension SiteScript {
  /// Whom a badge is for: what it says, and the comparison with an address that a person types.
  static let holder = #"""
    function emails(credential) {
      return credential.identities.filter((identity) => identity.kind === "emailAddress");
    }

    /** A name is shown rather than an address, and an address rather than anything else. */
    function holderText(credential) {
      const isName = (identity) => identity.kind === "name" && !identity.isHashed;
      const name = credential.identities.find(isName);
      if (name) return cleaned(name.value);
      const [email] = emails(credential);
      if (email) return email.isHashed ? "une adresse cachée par une empreinte" : cleaned(email.value);
      return credential.identities.length > 0
        ? "désigné autrement"
        : "le badge ne dit pas à qui il a été délivré";
    }

    /** Why the holder is not compared yet. */
    function holderOmission(credential) {
      if (emails(credential).length > 0) return "sans-courriel";
      return credential.identities.length > 0 ? "nom-a-comparer" : "sans-identite";
    }

    /** The form that is hashed: composed, without outer blanks, in lower case. */
    function normalised(email) {
      return email.trim().toLowerCase().normalize("NFC");
    }

    /** What a person may have meant as an address: two parts, no blank inside. */
    function isAddress(typed) {
      return /^[^\s@]+@[^\s@]+$/.test(typed.trim());
    }

    /** Throws unless one identity of the badge is the address, hashed with SHA-256 or in clear. */
    async function checkHolder(typed, credential) {
      for (const identity of emails(credential)) {
        for (const spelling of [normalised(typed), typed]) {
          if (await isSame(spelling, identity)) return;
        }
      }
      throw new Flaw("destinataire-autre");
    }

    async function isSame(email, identity) {
      if (!identity.isHashed) return email === normalised(identity.value);
      const hash = hexadecimal(await sha256(utf8Bytes(email + identity.salt)));
      return identity.value.toLowerCase() === `sha256$${hash}`;
    }

    """#
}
