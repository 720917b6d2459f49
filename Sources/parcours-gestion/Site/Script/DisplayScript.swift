extension SiteScript {
  /// A report as words, then as elements: texts are only ever given to `textContent`.
  static let display = #"""
    const VERDICTS = {
      "valable": [
        "Badge valable",
        "L’émetteur a délivré ce badge, qui n’a été ni modifié ni retiré. "
          + "Vérifiez qu’il est bien à la personne.",
      ],
      "valable-compare": [
        "Badge valable, délivré à cette adresse",
        "L’émetteur a délivré ce badge à cette adresse. Il n’a été ni modifié ni retiré.",
      ],
      "refuse": ["Badge refusé", "Ne vous fiez pas à ce fichier. La raison figure ci-dessous."],
      "illisible": [
        "Ce fichier n’est pas un badge lisible",
        "Rien n’a pu être contrôlé. La raison figure ci-dessous.",
      ],
      "retire": [
        "Badge retiré par l’émetteur",
        "Ce badge a bien été délivré, puis retiré. Il n’est plus valable.",
      ],
      "suspendu": [
        "Badge suspendu par l’émetteur",
        "Ce badge a bien été délivré. Il n’est pas valable pour l’instant.",
      ],
      "expire": [
        "Badge authentique, mais expiré",
        "L’émetteur a délivré ce badge. Sa date de fin est passée.",
      ],
      "pas-encore-valable": [
        "Badge authentique, mais pas encore valable",
        "L’émetteur a délivré ce badge. Il commence plus tard.",
      ],
      "autre-titulaire": [
        "Badge authentique, mais pas à cette adresse",
        "L’adresse tapée n’est pas celle du badge. Vérifiez-la, puis recommencez.",
      ],
      "autre-emetteur": [
        "Badge d’un autre émetteur : non vérifié",
        "Cette page ne contrôle que les badges de son émetteur. Adressez-vous à l’autre.",
      ],
      "incomplet": [
        "Vérification incomplète : badge non confirmé",
        "Un contrôle n’a pas pu se faire. Ne vous fiez pas encore à ce badge.",
      ],
    };
    const NAMES = {
      "structure": "Forme du fichier",
      "emetteur": "Émetteur",
      "preuve": "Signature",
      "dates": "Dates",
      "statut": "Retrait",
      "destinataire": "Titulaire",
      "seconde-signature": "Seconde signature",
    };
    const STATES = { [HELD]: "vérifié", [FAILED]: "échec", [OPEN]: "non contrôlé" };

    function part(id) {
      return document.getElementById(id);
    }

    function element(name, text) {
      const made = document.createElement(name);
      if (text !== undefined) made.textContent = text;
      return made;
    }

    /** The sentence of a check. */
    function sentence(name, check, now) {
      if (check.state === FAILED) return FLAWS[check.code];
      if (check.state === OPEN) return OMISSIONS[check.code];
      switch (name) {
        case "structure": return "Le fichier suit le standard Open Badges 3.0.";
        case "emetteur": return `Le badge est au nom de : ${site.issuer}.`;
        case "preuve": return "La clé de l’émetteur a signé exactement ce contenu.";
        case "dates": return "Le badge est valable aujourd’hui.";
        case "statut": return statusSentence(now);
        default: return "L’adresse tapée est celle du badge.";
      }
    }

    function statusSentence(now) {
      const held = `Le badge n’est pas retiré, selon la liste du ${frenchDay(site.published)}.`;
      const isOld = now - site.published > 30 * 86400;
      return isOld ? `${held} Elle a plus de 30 jours : rechargez la page en ligne.` : held;
    }

    function checkItem(name, check, now) {
      const item = element("li");
      item.dataset.controle = name;
      item.dataset.etat = check.state;
      if (check.code) item.dataset.raison = check.code;
      item.append(element("strong", french(`${NAMES[name]} : ${STATES[check.state]}.`)));
      item.append(` ${french(sentence(name, check, now))}`);
      return item;
    }

    /** Markdown as far as badges use it: paragraphs and lists; the rest stays as it is written. */
    function prose(text) {
      const blocks = [];
      let list = null;
      for (const line of text.split("\n")) {
        const [, mark, rest] = /^\s*(\d{1,3}[.)]|[-*])\s+(.*)$/.exec(line) ?? [];
        if (mark) {
          if (!list) blocks.push((list = element(/\d/.test(mark) ? "ol" : "ul")));
          list.append(element("li", cleaned(rest)));
        } else {
          list = null;
          if (line.trim() !== "") blocks.push(element("p", cleaned(line)));
        }
      }
      return blocks;
    }

    /** What the badge says: pairs of a label and of nodes or text. */
    function facts(report) {
      const credential = report.credential;
      const until = credential.validUntil;
      const pairs = [
        ["Badge", [achievementName(credential)]],
        ["Délivré par", [site.issuer]],
        ["Titulaire", [french(holderText(credential))]],
        ["Délivré le", [frenchDay(credential.validFrom)]],
        ["Valable jusqu’au", [until === undefined ? "sans date de fin" : frenchDay(until)]],
      ];
      if (credential.awarded !== undefined) {
        pairs.push(["Obtenu la première fois le", [frenchDay(credential.awarded)]]);
      }
      if (credential.criteria) pairs.push(["Critères", prose(credential.criteria)]);
      for (const narrative of credential.evidence) pairs.push(["Preuve", prose(narrative)]);
      pairs.push(["Identifiant", [cleaned(credential.id)]], ["Empreinte", [report.fingerprint]]);
      return pairs;
    }

    /** A link when this site has a page on the achievement. */
    function achievementName(credential) {
      const known = site.achievements.find((one) => one.id === credential.achievement);
      const name = cleaned(credential.name);
      if (!known) return name;
      const link = element("a", name);
      link.href = known.page;
      return link;
    }

    function factElements(report) {
      return facts(report).flatMap(([label, values]) => {
        const value = element("dd");
        value.append(...values);
        return [element("dt", label), value];
      });
    }

    """#
}
