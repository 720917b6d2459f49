extension SiteScript {
  /// What is said of each flaw and each omission, by the codes of the program's own report.
  ///
  /// Sentences are written with ordinary spaces; `french` puts the ones that French wants.
  static let words = #"""
    const MOST_BYTES = 2 << 20;
    const UNUSABLE = {
      "vide": "Le fichier est vide. Demandez-le de nouveau.",
      "trop-gros": "Le fichier dépasse 2 Mio : il n’est pas lu. Demandez un badge plus petit.",
      "lecture": "Le fichier n’a pas pu être lu jusqu’au bout. Essayez de nouveau.",
      "format-inconnu":
        "Ce fichier n’est pas un badge connu. Donnez un fichier .svg, .png, .json ou .jwt.",
      "json-sans-badge":
        "Ce fichier JSON n’est pas un badge. Donnez le fichier reçu de l’émetteur.",
      "pas-du-texte": "Le fichier contient des octets illisibles. Demandez-le de nouveau.",
      "badge-ancien":
        "Ce badge suit Open Badges 2.0, que cette page ne vérifie pas. Demandez le fichier .svg.",
      "svg-mal-forme": "L’image SVG est mal formée. Demandez de nouveau le fichier d’origine.",
      "svg-doctype": "L’image SVG contient une déclaration DOCTYPE, refusée par prudence.",
      "svg-autre-racine": "Ce fichier n’est pas une image SVG complète.",
      "svg-sans-badge":
        "Cette image ne contient pas de badge. Demandez le fichier reçu de l’émetteur.",
      "png-mal-forme": "L’image PNG est incomplète ou abîmée. Demandez de nouveau le fichier.",
      "png-trop-de-blocs": "L’image PNG a trop de blocs : elle n’est pas lue.",
      "png-sans-badge":
        "Cette image ne contient pas de badge. Demandez le fichier reçu de l’émetteur.",
    };
    const FLAWS = {
      ...UNUSABLE,
      "svg-plusieurs-badges": "L’image contient plusieurs badges : aucun n’est retenu.",
      "svg-badge-mal-place": "Le badge n’est pas à sa place dans l’image.",
      "svg-badge-ambigu": "Le badge est écrit de façon ambiguë dans l’image.",
      "png-plusieurs-badges": "L’image contient plusieurs badges : aucun n’est retenu.",
      "png-comprime": "Le badge est compressé dans l’image, ce que le standard interdit.",
      "png-badge-ambigu": "Le badge est écrit de façon ambiguë dans l’image.",
      "jeton-parties": "Le badge signé n’a pas ses trois parties. Demandez-le de nouveau.",
      "jeton-base64": "Le badge signé contient des caractères interdits ou en trop.",
      "jeton-json": "Le contenu signé ne se lit pas.",
      "jeton-cle-double": "Une même donnée figure deux fois dans le badge.",
      "jeton-trop-profond": "Le contenu signé a trop de niveaux imbriqués.",
      "entete-membre": "L’en-tête de la signature contient une donnée interdite.",
      "entete-cle": "L’en-tête de la signature apporte sa propre clé : c’est refusé.",
      "entete-crit": "L’en-tête de la signature demande une règle inconnue.",
      "entete-type": "L’en-tête de la signature annonce un autre type de document.",
      "algorithme": "Le procédé de signature annoncé n’est pas accepté.",
      "contextes": "Le badge ne suit pas le vocabulaire Open Badges 3.0.",
      "type": "Le document signé n’est pas un badge Open Badges 3.0.",
      "identifiant": "L’identifiant du badge manque ou est mal écrit.",
      "emetteur-forme": "L’émetteur manque ou est mal décrit.",
      "titulaire-forme": "Le titulaire manque ou est mal décrit.",
      "reussite-forme": "Ce que le badge reconnaît manque ou est mal décrit.",
      "preuve-forme": "Les preuves jointes sont mal décrites.",
      "date-forme": "Une date manque ou est mal écrite.",
      "membre-vc": "Le badge suit une version trop ancienne du standard, refusée ici.",
      "preuve-absente": "Le badge n’est pas signé.",
      "preuve-ambigue": "La signature du badge est mal décrite ou figure deux fois.",
      "preuve-expiree": "La signature du badge n’est plus valable à cette date.",
      "cle-absente": "La signature ne nomme pas de clé.",
      "cle-d-un-autre":
        "La clé nommée ne figure pas sur cette page. La page est peut-être une ancienne copie.",
      "cle-inutilisable": "La clé de l’émetteur est inutilisable.",
      "cle-compromise":
        "Ce badge est daté d’après le vol possible de sa clé : il est refusé.",
      "signature": "La signature est fausse : le badge a été modifié ou fabriqué.",
      "declarations": "Une donnée de la signature manque ou contredit le badge.",
      "emetteur-inconnu":
        "Ce badge se dit d’un autre émetteur. Cette page ne contrôle que les siens.",
      "pas-encore-valable": "Le badge n’est pas encore valable.",
      "expire": "Le badge a expiré. Une date dépassée ne retire rien à la personne.",
      "destinataire-autre": "L’adresse tapée n’est pas celle du badge.",
      "retire": "L’émetteur a retiré ce badge.",
      "suspendu": "L’émetteur a suspendu ce badge pour l’instant.",
    };
    const OMISSIONS = {
      "point-precedent": "Un point précédent a échoué : celui-ci n’a pas été contrôlé.",
      "sans-courriel": "Aucune adresse n’a été tapée pour la comparaison.",
      "sans-identite": "Le badge ne dit pas à qui il a été délivré.",
      "nom-a-comparer": "Comparez le nom affiché avec celui de la personne.",
      "sans-statut": "Ce badge n’annonce pas de liste de retraits : demandez à l’émetteur.",
      "liste-de-retraits-absente":
        "La liste de retraits de ce badge ne figure pas sur cette page.",
      "liste-de-retraits-illisible":
        "La liste de retraits, ou le numéro du badge dans cette liste, ne se lit pas.",
      "liste-de-retraits-perimee":
        "La liste de retraits de cette page est périmée. Rechargez la page en ligne.",
      "horloge": "L’horloge de cet ordinateur retarde. Réglez-la, puis recommencez.",
      "navigateur": "Ce navigateur ne sait pas contrôler ce fichier. Donnez le fichier .svg.",
      "navigateur-ancien":
        "Ce navigateur ne sait pas contrôler ce point. Essayez un navigateur à jour.",
      "page-non-sure":
        "Le navigateur ne contrôle rien sur une page sans https. Ouvrez l’adresse en https.",
      "cle-compromise-depuis":
        "La clé a pu être volée après la date du badge. Demandez un badge réémis.",
      "seconde-signature":
        "Cette page ne sait pas contrôler la signature eddsa-rdfc-2022, qui s’ajoute à l’autre.",
    };
    const DOCUMENTS_ONLY_RDFC =
      "Ce fichier n’a pas la signature que cette page sait contrôler. Donnez le fichier .svg.";
    OMISSIONS["procede-non-controle"] = DOCUMENTS_ONLY_RDFC;

    /** Why a badge is refused. */
    class Flaw extends Error {
      constructor(code) {
        super(code);
        this.code = code;
      }
    }

    /** Why a point could not be looked at. */
    class Omission extends Error {
      constructor(code) {
        super(code);
        this.code = code;
      }
    }

    function demand(condition, code) {
      if (!condition) throw new Flaw(code);
    }

    /** The no-break spaces of French, in a text written with ordinary ones. */
    function french(text) {
      return text
        .replace(/« /g, "«\u202f")
        .replace(/ ([»;!?])/g, "\u202f$1")
        .replace(/ :(?=\s|$)/g, "\u00a0:");
    }

    /** What may be shown: no control character, no direction mark; line ends become spaces. */
    function cleaned(text) {
      return text
        .replace(/[\t-\r\u0085\u2028\u2029]+/g, " ")
        .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e]/g, "")
        .replace(/[\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu, "");
    }

    """#
}
