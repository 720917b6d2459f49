import Testing

/// A mistake of an author: the file it is in, its line, and a word of what is said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  var name: String
  var path: String
  var text: String
  var line: Int
  var word: String

  var testDescription: String { name }

  /// In a file of the miniature course.
  init(_ name: String, in path: String, _ text: String, _ line: Int, _ word: String) {
    self.name = name
    self.path = path
    self.text = text
    self.line = line
    self.word = word
  }

  /// In the propositions of a question, which begin on line 11.
  init(
    _ name: String, options: String, type: String = "unique", extra: String = "refs : RU01",
    _ line: Int, _ word: String
  ) {
    self.init(
      name, in: "01-essai/banque.md",
      Miniature.question(options, type: type, extra: extra).values.first.flatMap { $0 } ?? "",
      line, word)
  }

  /// In a screen of a lesson, whose text begins on line 10.
  init(_ name: String, screen: String, _ line: Int, _ word: String) {
    self.init(
      name, in: "01-essai/1-debut.md", Miniature.screen(screen).values.first.flatMap { $0 } ?? "",
      line, word)
  }
}

extension Fault {
  static let boxes: [Fault] = [
    Fault(
      "a no-break space in a box", options: "- [\u{A0}] Un geste.\n- [x] Deux.", 11, "insécable"),
    Fault("a narrow one too", options: "- [x] Un.\n- [\u{202F}] Deux.", 12, "insécable"),
    Fault(
      "a no-break space after a box", options: "- [x]\u{A0}Un.\n- [ ] Deux.", 11, "espace ordinaire"
    ),
    Fault(
      "a no-break space after a bullet", options: "- [x] Un.\n-\u{A0}[ ] Deux.", 12, "insécable"),
    Fault("a no-break space after a number", screen: "1.\u{A0}Un pas.", 10, "insécable"),
    Fault("a box glued to its text", options: "- [x]Un.\n- [ ] Deux.", 11, "espace ordinaire"),
    Fault("a bullet glued to its box", options: "- [x] Un.\n-[ ] Deux.", 12, "après le tiret"),
    Fault("a box without a space inside", options: "- [] Un.\n- [x] Deux.", 11, "case à cocher"),
    Fault("a box with another letter", options: "- [v] Un.\n- [x] Deux.", 11, "case à cocher"),
    Fault("a proposition without a box", options: "- [x] Un.\n- Deux.", 12, "case à cocher"),
    Fault(
      "a box that became a link", options: "- [x](un.md) Un.\n- [ ] Deux.", 11, "case à cocher"),
    Fault("an escaped box", options: "- \\[x] Un.\n- [ ] Deux.", 11, "ne se distingue plus"),
    Fault("an empty option", options: "- [x] Un.\n- [ ]\n- [ ] Trois.", 12, "vide"),
    Fault("an option of a reference alone", options: "- [x] Un.\n- [ ] <!-- MC-21 -->", 12, "vide"),
    Fault("an empty bullet", options: "- [x] Un.\n-\n- [ ] Trois.", 12, "vide"),
    Fault(
      "a box in an ordering", options: "1. [x] Un.\n2. Deux.\n3. Trois.", type: "ordonner", 11,
      "pas attendue"),
  ]

  static let lists: [Fault] = [
    Fault("a star among hyphens", options: "- [x] Un.\n* [ ] Deux.", 12, "coupe la liste"),
    Fault("a plus as a bullet", screen: "+ trois jours de plus.", 10, "n’est pas admise"),
    Fault("a list cut by a text", options: "- [x] Un.\n\nEt puis\n\n- [ ] Deux.", 13, "coupée"),
    Fault(
      "a list cut by a quotation", options: "- [x] Un.\n\n> Juste. Oui.\n\n- [ ] Deux.", 13,
      "coupée"),
    Fault(
      "a quotation not indented", options: "- [x] Un.\n> Juste. Oui.\n- [ ] Deux.", 12,
      "pas décalée"),
    Fault(
      "a quotation by two under a number", options: "1. Un.\n  > En premier.\n2. Deux.",
      type: "ordonner", 12, "pas décalée"),
    Fault(
      "a quotation too far in", options: "- [x] Un.\n      > Juste. Oui.\n- [ ] Deux.", 12,
      "trop décalée"),
    Fault(
      "a quotation line without its sign",
      options: "- [x] Un.\n  > Juste. Oui,\n  et non.\n- [ ] Deux.", 13, "sans son signe"),
    Fault(
      "the general feedback without its sign", options: "- [x] Un.\n- [ ] Deux.\n\nLe bon réflexe.",
      14, "sans être une citation"),
    Fault(
      "the general feedback glued to the list",
      options: "- [x] Un.\n- [ ] Deux.\n> Le bon réflexe.", 13, "pas décalée"),
    Fault(
      "two general feedbacks", options: "- [x] Un.\n- [ ] Deux.\n\n> A.\n\n> B.", 16, "deux retours"
    ),
    Fault(
      "two feedbacks under one option",
      options: "- [x] Un.\n  > Juste. A.\n\n  > Juste. B.\n- [ ] Deux.", 14, "deux retours"),
    Fault(
      "a second paragraph in an option", options: "- [x] Un.\n\n  Deux.\n- [ ] Trois.", 13,
      "deuxième paragraphe"),
    Fault(
      "a list in an option", options: "- [x] Un.\n  - [ ] Deux.\n- [ ] Trois.", 12,
      "liste se trouve"),
    Fault(
      "an option continued at the margin", options: "- [x] Un geste\ntrès long.\n- [ ] Deux.", 12,
      "pas décalée sous sa puce"),
    Fault(
      "an option swallowed by the one above", options: "- [x] Un.\n        - [ ] Deux.", 12,
      "prise pour la suite"),
    Fault(
      "a number that opens a list", screen: "2026. Une année dense.", 10, "ne commence pas à 1"),
    Fault("a number and a parenthesis", screen: "1) Je relis.", 10, "parenthèse"),
    Fault("a number glued to its text", screen: "1.Je relis.", 10, "après le point"),
    Fault(
      "a numbered line swallowed", screen: "Deux gestes :\n2. Relire.", 11, "prise pour la suite"),
    Fault(
      "bullets to put in order", options: "- Un.\n- Deux.", type: "ordonner", 11, "liste numérotée"),
    Fault("numbers to choose from", options: "1. [x] Un.\n2. [ ] Deux.", 11, "sont des puces"),
    Fault("no list at all", options: "Rien à choisir.", 3, "pas de propositions"),
  ]

  static let texts: [Fault] = [
    Fault("an escaped brace", screen: "Une \\{accolade}.", 10, "ne se distingue plus"),
    Fault("a coded brace", screen: "Une &#123;accolade}.", 10, "accolade codée"),
    Fault("an unknown variable", screen: "Un texte.\nChez {mairie}.", 11, "n’existe pas"),
    Fault("an unknown variable in a link", screen: "Lis [ceci]({page}).", 10, "n’existe pas"),
    Fault("an open brace", screen: "Chez {charte", 10, "reste ouverte"),
    Fault(
      "a link definition", screen: "Lis ceci.\n\n[page]: https://exemple.example", 12,
      "définition de lien"),
    Fault(
      "a definition that takes a box", options: "- [x]: Un.\n- [ ] Deux.", 11, "définition de lien"),
    Fault("a rule", screen: "Un.\n\n---\n\nDeux.", 12, "règle"),
    Fault("a setext title", screen: "Un titre\n---\n\nDeux.", 10, "souligné"),
    Fault("a setext title of level 1", screen: "Un titre\n===\n\nDeux.", 10, "souligné"),
    Fault("a heading without a space", screen: "##Un titre", 10, "dièse"),
    Fault("a heading with a no-break space", screen: "##\u{A0}Un titre", 10, "dièse"),
    Fault("a heading in a list", screen: "- # Un titre", 10, "dans une liste"),
    Fault("an empty heading", screen: "Un.\n\n##\n\nDeux.", 12, "vide"),
    Fault("a heading too deep", screen: "Un.\n\n#### Deux", 12, "pas attendu"),
    Fault("a second title", screen: "Un.\n\n# Deux\n\nTrois.", 12, "deuxième titre"),
    Fault("other HTML", screen: "<div>Un</div>", 10, "HTML"),
    Fault("HTML in a line", screen: "Un <b>mot</b>.", 10, "HTML"),
    Fault("a comment in a text", screen: "Un mot. <!-- à revoir -->", 10, "HTML"),
    Fault("a comment below a text", screen: "Un mot.\n\n<!-- à revoir -->", 12, "sous un titre"),
    Fault("an image", screen: "![Un œil](oeil.png)", 10, "image"),
    Fault("a code block", screen: "```\nUn\n```", 10, "bloc de code"),
    Fault("an indented text", screen: "Un.\n\n    Deux.", 12, "Quatre espaces"),
    Fault("a table", screen: "| a | b |", 10, "tableau"),
    Fault("bold that does not close", screen: "Un **mot ** gras.", 10, "astérisque"),
    Fault("a code that does not close", screen: "Un `mot perdu.", 10, "accent grave"),
    Fault("a link that is none", screen: "Lis [ceci](une page.md).", 10, "lien n’est pas reconnu"),
    Fault("too many levels", screen: String(repeating: "> ", count: 60) + "Un.", 10, "emboîtées"),
  ]

  static let fiches: [Fault] = [
    Fault(
      "text glued to the comment", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n--> Suite\n\n## E\n\nUn.\n", 5, "collé"),
    Fault(
      "a comment never closed", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n\n## E\n\nUn.\n", 2, "pas fermé"),
    Fault(
      "a comment closed by the next",
      options:
        "- [x] Un.\n- [ ] D.\n\n## RU01-002\n<!--\ntype : unique\n\n## RU01-003\n<!--\ntype : texte\n-->\nT.",
      15, "pas fermé"),
    Fault(
      "an unknown key", options: "- [x] Un.\n- [ ] D.", extra: "couleur : bleu", 7, "pas connue"),
    Fault(
      "a key that belongs elsewhere", options: "- [x] Un.\n- [ ] D.", extra: "seuil : 1/2", 7,
      "pas connue"),
    Fault(
      "a key twice", options: "- [x] Un.\n- [ ] D.", extra: "refs : RU01\nrefs : RU02", 8, "double"),
    Fault(
      "a key without a value", options: "- [x] Un.\n- [ ] D.", extra: "refs : RU01\nmetier :", 8,
      "pas de valeur"),
    Fault(
      "a line without a colon", options: "- [x] Un.\n- [ ] D.", extra: "refs RU01", 7,
      "de la forme"),
    Fault(
      "a level out of bounds", options: "- [x] Un.\n- [ ] D.", type: "vrai-faux\nniveau : 9", 6,
      "entre 1 et 3"),
    Fault(
      "a day that does not exist", options: "- [x] Un.\n- [ ] D.",
      extra: "refs : RU01\nrevoir : 2027-02-30", 8, "n’existe pas"),
    Fault(
      "a type that does not exist", options: "- [x] Un.\n- [ ] D.", type: "qcm", 5,
      "Valeurs possibles"),
    Fault(
      "a rule that does not exist", options: "- [x] Un.\n- [ ] D.",
      extra: "refs : RU01\nregle : décret", 8, "Valeurs possibles"),
    Fault(
      "neither yes nor no", options: "- [x] Un.\n- [ ] D.", extra: "refs : RU01\nexamen : jamais",
      8, "oui ou non"),
    Fault("no bank", options: "- [x] Un.\n- [ ] D.", extra: "refs : RDP01", 7, "aucune banque"),
    Fault(
      "a SANDI question without its letter", options: "- [x] Un.\n- [ ] D.", extra: "refs : SANDI",
      4, "lettre"),
    Fault(
      "an admission without a reason", options: "- [x] Un.\n- [ ] D.",
      extra: "refs : RU01\nadmis : Q05", 8, "raison"),
    Fault(
      "an identifier in two words", in: "01-essai/banque.md", "# B\n\n## RU01 001\n", 3,
      "identifiant"),
    Fault(
      "a bank question without a fiche", in: "01-essai/banque.md",
      "# B\n\n## RU01-001\n\nQuoi faire ?\n\n- [x] Un.\n- [ ] D.\n", 3, "type"),
    Fault(
      "a lesson question without an identifier", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n-->\n\n## E\n<!--\ntype : unique\n-->\nQuoi ?\n\n- [x] Un.\n- [ ] D.\n",
      8, "identifiant"),
    Fault(
      "a lesson question without a type", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n-->\n\n## E\n<!--\nidentifiant : L1-q1\n-->\nQuoi ?\n\n- [x] Un.\n- [ ] D.\n",
      8, "type"),
    Fault(
      "a file without a title", in: "glossaire.md", "## IA\n\nUn programme.\n", 1,
      "commence pas par un titre"),
  ]

  static let kinds: [Fault] = [
    Fault(
      "two right answers of one", options: "- [x] Un.\n- [x] Deux.\n- [ ] Trois.", 11,
      "bonnes réponses"),
    Fault("no right answer", options: "- [ ] Un.\n- [ ] Deux.", 11, "zéro"),
    Fault(
      "a multiple all right", options: "- [x] Un.\n- [x] Deux.", type: "multiple", 11, "même case"),
    Fault("nothing to spot", options: "- [ ] Un.\n- [ ] Deux.", type: "reperer", 11, "cochée"),
    Fault("two arrows in a pair", options: "- A → B → C\n- D → E", type: "associer", 11, "flèche"),
    Fault("no arrow in a pair", options: "- A → B\n- C et D", type: "associer", 12, "flèche"),
    Fault("nothing beside the arrow", options: "- A →\n- C → D", type: "associer", 11, "flèche"),
    Fault(
      "one pair and a decoy", options: "- A → B\n- (leurre) → C", type: "associer", 11,
      "deux paires"),
    Fault(
      "an order that is no order", options: "1. Un.\n2. Deux.\n3. Trois.", type: "ordonner",
      extra: "refs : RU01\naccepte : 1 3 3", 8, "L’ordre"),
    Fault(
      "an order that is the list's", options: "1. Un.\n2. Deux.\n3. Trois.", type: "ordonner",
      extra: "refs : RU01\naccepte : 1 2 3", 8, "L’ordre"),
    Fault(
      "an order accepted where nothing is ordered", options: "- [x] Un.\n- [ ] Deux.",
      extra: "refs : RU01\naccepte : 2 1", 8, "accepte"),
    Fault(
      "a short answer without a general feedback", options: "- [x] invention", type: "texte", 11,
      "retour général"),
    Fault(
      "an expected element without its words", options: "- [ ] Irène\n- [x] document\n\n> Modèle.",
      type: "reecrire", 12, "reconnaît"),
    Fault(
      "a rewriting without a model", options: "- [ ] Irène\n- [x] a : b", type: "reecrire", 3,
      "modèle"),
    Fault(
      "an unknown part of a rewriting", options: "- [ ] Irène\n- [x] a : b\n\n### Notes\n\n> M.",
      type: "reecrire", 14, "pas attendu"),
    Fault(
      "a case of one step", options: "### Un pas\n\n- [x] Un.\n- [ ] D.", type: "cas", 3,
      "deux étapes"),
    Fault(
      "a step in a simple question", options: "- [x] Un.\n- [ ] D.\n\n### Un pas\n\nT.", 14,
      "pas attendu"),
    Fault(
      "a feedback between two steps",
      options: "### A\n\n- [x] Un.\n- [ ] D.\n\n> R.\n\n### B\n\n- [x] Un.\n- [ ] D.", type: "cas",
      17, "dernière étape"),
    Fault(
      "a fiche under a step",
      options: "### A\n<!--\nniveau : 1\n-->\n\n- [x] Un.\n- [ ] D.\n\n### B\n\n- [x] U.\n- [ ] D.",
      type: "cas", 12, "sous un titre"),
  ]

  static let files: [Fault] = [
    Fault(
      "a question before the first heading", in: "01-essai/banque.md",
      "# B\n\nQuoi ?\n\n- [x] Un.\n- [ ] D.\n", 5, "aucune entrée"),
    Fault(
      "another format", in: "parcours.md",
      "# P\n<!--\nformat : 2\nidentifiant : p\nversion : 1\nlicence : l\nbadge : b\n-->\n\n1. [E](01-essai/module.md)\n",
      3, "format"),
    Fault(
      "no version", in: "parcours.md",
      "# P\n<!--\nformat : 1\nidentifiant : p\nlicence : l\nbadge : b\n-->\n\n1. [E](01-essai/module.md)\n",
      2, "version"),
    Fault(
      "no list of modules", in: "parcours.md",
      "# P\n<!--\nformat : 1\nidentifiant : p\nversion : 1\nlicence : l\nbadge : b\n-->\n\nBonjour.\n",
      1, "liste numérotée"),
    Fault(
      "a text after the modules", in: "parcours.md",
      "# P\n<!--\nformat : 1\nidentifiant : p\nversion : 1\nlicence : l\nbadge : b\n-->\n\n1. [E](01-essai/module.md)\n\nFin.\n",
      12, "suit la liste"),
    Fault(
      "a module that is no link", in: "parcours.md",
      "# P\n<!--\nformat : 1\nidentifiant : p\nversion : 1\nlicence : l\nbadge : b\n-->\n\n1. Essai\n",
      10, "pas un lien"),
    Fault(
      "a link to nothing", in: "parcours.md",
      "# P\n<!--\nformat : 1\nidentifiant : p\nversion : 1\nlicence : l\nbadge : b\n-->\n\n1. [E](09/module.md)\n",
      10, "absent"),
    Fault(
      "a link out of the folder", in: "01-essai/module.md",
      "# M\n<!--\nidentifiant : M1\nduree : 5\n-->\n\n1. [E](../parcours.md)\n\n## Je retiens\n\n- Je lis.\n",
      7, "absent"),
    Fault(
      "a module without « Je retiens »", in: "01-essai/module.md",
      "# M\n<!--\nidentifiant : M1\nduree : 5\n-->\n\n1. [E](1-debut.md)\n", 1, "Je retiens"),
    Fault(
      "a lesson without a duration", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\n-->\n\n## E\n\nUn.\n", 2, "duree"),
    Fault(
      "a lesson without a screen", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n-->\n", 1, "pas d’écran"),
    Fault(
      "a text outside any screen", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n-->\n\nPerdu.\n\n## E\n\nUn.\n", 7, "aucun écran"),
    Fault(
      "an empty screen", in: "01-essai/1-debut.md",
      "# T\n<!--\nidentifiant : L1\nduree : 5\n-->\n\n## E\n\n## F\n\nUn.\n", 7, "vide"),
    Fault(
      "a scenario without a decision", in: "01-essai/scenarios.md",
      "# S\n\n## S1\n<!--\ntitre : T\n-->\n\n### Situation\n\nA.\n\n### Pourquoi\n\nB.\n", 3,
      "Décision"),
    Fault(
      "a scenario's question without a type", in: "01-essai/scenarios.md",
      "# S\n\n## S1\n<!--\ntitre : T\n-->\n\n### Situation\n\nA.\n\n### Décision\n\nA.\n\n### Pourquoi\n\nB.\n\n### À vous\n\nQuoi ?\n\n- [x] Un.\n- [ ] D.\n",
      20, "type"),
    Fault(
      "a variable that does not exist", in: "collectivite.md", "# C\n\n## maire\n\nMoi\n", 3,
      "n’existe pas"),
    Fault(
      "a value that is not plain", in: "collectivite.md", "# C\n\n## charte\n\nla **charte**\n", 3,
      "texte simple"),
    Fault(
      "a status that does not exist", in: "sources.md",
      "# S\n\n## cours\n<!--\nstatut : sûr\n-->\n\nUn.\n", 5, "Valeurs possibles"),
    Fault(
      "an address that is no site", in: "sources.md",
      "# S\n\n## cours\n<!--\nadresse : javascript:1\n-->\n\nUn.\n", 5, "https"),
    Fault(
      "an entry without a text", in: "glossaire.md", "# G\n\n## IA\n\n## LLM\n\nUn moteur.\n", 3,
      "pas de texte"),
    Fault(
      "a stratum without a number", in: "evaluation.md", "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01\n",
      6, "combien"),
    Fault(
      "a stratum of an unknown bank", in: "evaluation.md",
      "# E\n<!--\nseuil : 4/5\n-->\n\n- RU77 : 2\n", 6, "n’existe pas"),
    Fault(
      "a bank on two lines", in: "evaluation.md",
      "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01 : 1\n- DP, RU01 : 1\n", 7, "déjà"),
    Fault(
      "a clause that means nothing", in: "evaluation.md",
      "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01 : 1 (au hasard)\n", 6, "pas compris"),
    Fault(
      "a threshold above one", in: "evaluation.md", "# E\n<!--\nseuil : 6/5\n-->\n\n- RU01 : 1\n",
      3, "fraction"),
    Fault(
      "a number beyond all numbers", in: "evaluation.md",
      "# E\n<!--\nseuil : 4/5\n-->\n\n- RU01 : 99999999999999999999\n", 6, "combien"),
  ]

  static let all = boxes + lists + texts + fiches + kinds + files
}
