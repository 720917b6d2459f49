#!/usr/bin/env bash
# Un élève suit tout le parcours par un tuyau, sous strace : aucune socket Internet, rien dans le dépôt avant « oui »,
# ni échappement ni retour chariot. D'autres programmes jugent ensuite son badge et des badges falsifiés.
# Attend PARCOURS (le programme) et PYTHON (l'interpréteur des vérificateurs).
set -euo pipefail
ici=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
racine=$(cd "$ici/../.." && pwd)
: "${PARCOURS:?}" "${PYTHON:?}"
dossier=$(mktemp -d)
trap 'rm -rf "$dossier"' EXIT
export HOME="$dossier/agent" PARCOURS_MODULES="$racine/Modules" PARCOURS_BADGES="$racine/Badges"
unset XDG_DATA_HOME XDG_CONFIG_HOME
mkdir -p "$HOME" "$dossier/invite" "$dossier/depot/suivi"

echouer() { printf 'ÉCHEC : %s\n' "$*" >&2; exit 1; }

# Le parcours entier, sans remettre : le dépôt reste vide.
"$PYTHON" "$ici/learner.py" --hand non --transcript "$dossier/sans.txt" "$racine/Modules" -- \
  "$PARCOURS" --depot "$dossier/depot" --donnees "$dossier/sans"
[ -z "$(ls -A "$dossier/depot/suivi")" ] || echouer "une fiche est dans le dépôt après « non »"

# Le même, sous strace, en remettant.
"$PYTHON" "$ici/learner.py" --hand oui --badge 3 --transcript "$dossier/avec.txt" --seconds 300 "$racine/Modules" -- \
  strace -f -qq -s 8192 -e trace=socket,openat,open,read,write,rename,renameat,renameat2 -o "$dossier/strace.txt" "$PARCOURS" --depot "$dossier/depot"
[ "$(find "$dossier/depot/suivi" -name '*.json' | wc -l)" = 1 ] || echouer "il devrait y avoir une fiche dans le dépôt après « oui »"
if grep -nE 'AF_INET6?' "$dossier/strace.txt"; then echouer "une socket Internet a été ouverte"; fi
[ "$(grep -c 'openat\|open(' "$dossier/strace.txt")" -gt 10 ] || echouer "strace n'a rien vu"

# Rien n'est écrit dans le dépôt avant la réponse « oui » à « La remettre ? ».
"$PYTHON" - "$dossier/strace.txt" "$dossier/depot" <<'PY'
import sys
trace = open(sys.argv[1], encoding="utf-8", errors="replace").read().split("\n")
touched = next(i for i, line in enumerate(trace) if sys.argv[2] in line and "O_CREAT" in line)
asked = max(i for i, line in enumerate(trace[:touched]) if " write(1," in line and "La remettre aux ressources humaines" in line)
assert any(" read(0," in line and '"oui' in line for line in trace[asked:touched]), "le dépôt est touché avant « oui »"
print("  le dépôt n'est touché qu'après la question et le « oui »")
PY

# Un invité : son badge et son attestation dans son dossier, et rien d'autre, ni journal ni clé.
HOME="$dossier/invite" "$PYTHON" "$ici/learner.py" --hand non --transcript "$dossier/invite.txt" "$racine/Modules" -- \
  "$PARCOURS" --invite
[ "$(ls -A "$dossier/invite")" = "Parcours IAG" ] || echouer "un invité laisse : $(ls -A "$dossier/invite")"

# Mode de référence : ni échappement, ni retour chariot, ni cadre, ni flèche.
for trace in "$dossier/sans.txt" "$dossier/avec.txt"; do
  if LC_ALL=C grep -qP '\x1b|\r|\x07' "$trace"; then echouer "un octet de contrôle dans $trace"; fi
  if grep -nP '[\x{2500}-\x{259F}\x{2190}-\x{21FF}\x{1F300}-\x{1FAFF}]' "$trace"; then echouer "un dessin dans $trace"; fi
done

# Rien de ce qui est privé ne sort : ni texte libre sur le disque, ni réponse ni score chez les RH.
if grep -rq "Propose un modèle" "$HOME/.local"; then echouer "un texte libre est sur le disque"; fi
if grep -rq "camille@ville.example" "$HOME"; then echouer "le courriel est écrit en clair"; fi
"$PYTHON" - "$dossier/depot/suivi" <<'PY'
import json, pathlib, sys
record = json.loads(next(pathlib.Path(sys.argv[1]).iterdir()).read_text(encoding="utf-8"))
assert sorted(record) == ["date", "empreinte", "identifiant", "modalite", "parcours", "version"], record
assert record["identifiant"] == "00123", record
PY
[ "$(stat -c %a "$HOME/.local/share/parcours")" = 700 ] || echouer "le dossier des données n'est pas privé"
[ -z "$(find "$HOME" -type f ! -perm 600)" ] || echouer "un fichier n'est pas en 0600 : $(find "$HOME" -type f ! -perm 600)"

# L'attestation se lit seule ; la fiche se lit chez les RH, rattachée malgré les zéros perdus.
grep -q "matricule : 00123" "$HOME/Parcours IAG/attestation.txt" || echouer "l'attestation ne porte pas le matricule"
if grep -q "Entrée" "$HOME/Parcours IAG/attestation.txt"; then echouer "l'attestation finit par une invite"; fi
printf 'Matricule;Nom;Prénom\n123;Exemple;Camille\n' >"$dossier/agents.csv"
"${PARCOURS%/*}/parcours-gestion" rapport --depot "$dossier/depot" --agents "$dossier/agents.csv" --format csv 2>/dev/null \
  | "$PYTHON" -c 'import csv,sys; row = list(csv.DictReader(sys.stdin, delimiter=";"))[0]; assert (row["Nom"], row["Statut"]) == ("Exemple", "Terminé"), row' \
  || echouer "la fiche n'est pas reconnue chez les RH"

# Le badge : codes de sortie de notre vérificateur.
code=0; "$PARCOURS" badge verifier "$HOME/Parcours IAG/badge.svg" >"$dossier/rapport.txt" || code=$?
[ "$code" = 5 ] || echouer "un badge local doit donner 5, pas $code : $(cat "$dossier/rapport.txt")"
"$PARCOURS" badge exporter "$dossier/export" >/dev/null
mkdir "$dossier/confiance"
cp "$dossier/export/emetteur.txt" "$dossier/confiance/"
"$PARCOURS" badge verifier "$HOME/Parcours IAG/badge.svg" --confiance "$dossier/confiance" --destinataire camille@ville.example >/dev/null || echouer "le badge d'un émetteur reconnu est refusé"
code=0; "$PARCOURS" badge verifier "$HOME/Parcours IAG/badge.svg" --confiance "$dossier/confiance" --destinataire autre@ville.example >/dev/null || code=$?
[ "$code" = 1 ] || echouer "un autre destinataire doit donner 1, pas $code"

# L'avis d'autres programmes, sur le badge et sur des badges falsifiés.
"$PYTHON" "$ici/verify_badges.py" "$dossier/export" --root "$racine" --program "$PARCOURS" --results "${AVIS:-$dossier/avis}"
