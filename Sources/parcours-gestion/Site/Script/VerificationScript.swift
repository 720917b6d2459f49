extension SiteScript {
  /// The checks in their order, what became of each, and a conclusion.
  static let verification = #"""
    const HELD = "respecte";
    const FAILED = "echoue";
    const OPEN = "non-controle";
    const CHECKS = ["structure", "emetteur", "preuve", "dates", "statut", "destinataire"];

    /** What became of each check; until it is looked at, that a former one failed. */
    class Report {
      constructor() {
        this.checks = new Map(CHECKS.map((name) => [name, { state: OPEN, code: "point-precedent" }]));
      }

      is(name, state) {
        return this.checks.get(name).state === state;
      }

      /** Holds a check if `body` passes; gives what it gave. */
      async settle(name, body) {
        try {
          const value = await body();
          this.checks.set(name, { state: HELD });
          return value ?? true;
        } catch (error) {
          if (!(error instanceof Flaw || error instanceof Omission)) throw error;
          const state = error instanceof Flaw ? FAILED : OPEN;
          this.checks.set(name, { state, code: error.code });
          return undefined;
        }
      }

      code(name) {
        return this.checks.get(name).code;
      }

      /** What is not checked is never called valid. */
      get verdict() {
        if (this.is("structure", FAILED)) {
          return this.code("structure") in UNUSABLE ? "illisible" : "refuse";
        }
        if (this.is("emetteur", FAILED)) return "autre-emetteur";
        if (this.is("preuve", FAILED)) return "refuse";
        if (!this.is("preuve", HELD)) return "incomplet";
        if (this.is("statut", FAILED)) return this.code("statut");
        if (this.is("destinataire", FAILED)) return "autre-titulaire";
        if (this.is("dates", FAILED)) return this.code("dates");
        const isWhole = ["structure", "emetteur", "preuve", "dates", "statut"]
          .every((name) => this.is(name, HELD));
        if (!isWhole) return "incomplet";
        return this.is("destinataire", HELD) ? "valable-compare" : "valable";
      }
    }

    /** The report of a file; never throws for a bad one, which is an answer like another. */
    async function verified(bytes, now) {
      const report = new Report();
      let badge;
      const credential = await report.settle("structure", () => {
        badge = opened(bytes);
        return presented(badge.document);
      });
      if (!credential) return report;
      const isOurs = await report.settle("emetteur", () => {
        demand(credential.issuer === site.did, "emetteur-inconnu");
      });
      if (!isOurs) return report;
      const isSigned = await report.settle("preuve", () => {
        if (badge.signed) return checkToken(badge, credential);
        return checkDocument(badge.document, credential, now);
      });
      noteOtherProofs(report, badge);
      if (!isSigned) return report;
      report.credential = credential;
      report.fingerprint = await fingerprint(badge.document);
      await report.settle("dates", () => checkDates(credential, now));
      await report.settle("statut", () => checkStatus(credential.status, now));
      report.checks.set("destinataire", { state: OPEN, code: holderOmission(credential) });
      return report;
    }

    /** What the page cannot look at is told, although the other proof is enough. */
    function noteOtherProofs(report, badge) {
      if (badge.signed || !report.is("preuve", HELD) || proofs(badge.document).length === 1) return;
      report.checks.set("seconde-signature", { state: OPEN, code: "seconde-signature" });
    }

    /** validFrom ≤ now ≤ validUntil; a clock a day behind the page's own date is not believed. */
    function checkDates(credential, now) {
      if (now < site.published - 86400) throw new Omission("horloge");
      demand(now >= credential.validFrom, "pas-encore-valable");
      demand(now <= (credential.validUntil ?? now), "expire");
    }

    /** The first 8 bytes of the SHA-256 of the credential without proof nor claims. */
    async function fingerprint(document) {
      const rest = new Map(document);
      for (const key of ["iss", "jti", "nbf", "sub", "exp", "proof"]) rest.delete(key);
      const digits = hexadecimal((await sha256(canonical(rest))).subarray(0, 8));
      return digits.match(/.{4}/g).join(" ");
    }

    """#
}
