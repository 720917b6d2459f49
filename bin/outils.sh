# Ce que partagent les lanceurs : trouver Swift, installer les paquets, construire. Se lit par « . ».
# shellcheck shell=bash

# La racine du dépôt, posée par le script qui nous lit.
: "${racine:?}"

swift_minimum=6.2
paquets_construction="libncurses-dev libcmark-dev zlib1g-dev"
paquets_essais="python3 python3-venv strace binutils procps less chromium faketime util-linux"

dire() { printf '%s\n' "$*" >&2; }

# Arrête si Swift manque ou s'il est trop ancien, en disant quoi installer.
exiger_swift() {
  local version
  if ! command -v swift >/dev/null 2>&1; then
    dire "Swift n'est pas installé. Il faut Swift $swift_minimum ou plus récent."
    dire "Installez-le depuis https://www.swift.org/install/linux/ puis relancez cette commande."
    exit 2
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$(printf '%s\n%s\n' "$swift_minimum" "$version" | sort -V | head -n 1)" != "$swift_minimum" ]; then
    dire "Swift ${version:-inconnu} est trop ancien. Il faut Swift $swift_minimum ou plus récent."
    dire "Installez-le depuis https://www.swift.org/install/linux/ puis relancez cette commande."
    exit 2
  fi
}

# Installe les paquets Debian qui manquent, ou donne la commande exacte.
exiger_paquets() {
  local paquet manquants="" commande
  for paquet in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$paquet" 2>/dev/null)" = installed ] || manquants="$manquants $paquet"
  done
  [ -n "$manquants" ] || return 0
  commande="apt-get update && apt-get install -y --no-install-recommends$manquants"
  if [ "$(id -u)" = 0 ]; then
    dire "J'installe les paquets qui manquent :$manquants"
    sh -c "$commande" >&2 || { dire "L'installation a échoué. Lancez : $commande"; exit 2; }
  elif sudo -n true 2>/dev/null; then
    dire "J'installe les paquets qui manquent, avec sudo :$manquants"
    sudo -n sh -c "$commande" >&2 || { dire "L'installation a échoué. Lancez : sudo sh -c '$commande'"; exit 2; }
  else
    dire "Il manque des paquets. Lancez cette commande, puis recommencez :"
    dire "  sudo sh -c '$commande'"
    exit 2
  fi
}

# Construit avec les options données ; dit l'avancement en français, et le journal si cela échoue.
construire() {
  local journal="$racine/.build/construction.log" code=0
  mkdir -p "$racine/.build"
  (cd "$racine" && swift build --explicit-target-dependency-import-check error "$@" 2>&1) \
    | tee "$journal" | dire_avancement || code=${PIPESTATUS[0]}
  [ "$code" = 0 ] && return 0
  dire "La construction a échoué. Voici la fin du journal ($journal) :"
  tail -n 30 "$journal" >&2
  exit 70
}

# Traduit « [12/300] Compiling… » en dixièmes, une ligne chacun.
dire_avancement() {
  local ligne fait total part derniere=-1
  while IFS= read -r ligne; do
    case "$ligne" in
      "["[0-9]*/[0-9]*"] "*)
        fait=${ligne#\[}; fait=${fait%%/*}
        total=${ligne#*/}; total=${total%%\]*}
        part=$((fait * 10 / (total > 0 ? total : 1)))
        if [ "$part" -gt "$derniere" ]; then derniere=$part; dire "  construction : ${part}0 %"; fi ;;
    esac
  done
}

# Les deux programmes tels qu'on les installe.
construire_programmes() {
  dire "Construction des programmes. La première fois, comptez quelques minutes."
  construire -c release --static-swift-stdlib --product parcours
  construire -c release --static-swift-stdlib --product parcours-gestion
  # Les dossiers dont le lanceur compare la date ; celle du lien peut précéder une source touchée sans effet.
  printf "dossiers='%s'\n" "$(cd "$racine" && find Package.swift Sources -type d | sort | xargs) Package.swift" \
    >"$racine/.build/dossiers.sh"
  touch "$racine/.build/release/parcours" "$racine/.build/release/parcours-gestion"
}

# Prépare l'environnement Python des contrôles extérieurs et dit où est son interpréteur.
python_essais() {
  local dossier="$racine/.build/venv" besoins="$racine/Tests/outside/requirements.txt"
  if [ ! -x "$dossier/bin/python" ] || [ "$besoins" -nt "$dossier/pret" ]; then
    dire "J'installe les vérificateurs extérieurs (Python) dans $dossier"
    mkdir -p "$racine/.build"
    python3 -m venv "$dossier" >&2
    "$dossier/bin/python" -m pip install --quiet --disable-pip-version-check -r "$besoins" >&2 || {
      dire "Les vérificateurs extérieurs n'ont pas pu être installés. Il faut un accès à PyPI."
      exit 2
    }
    touch "$dossier/pret"
  fi
  printf '%s\n' "$dossier/bin/python"
}

# Un Python 3.8 avec openbadges 1.1.2, qui n'admet rien de plus récent ; rien, en le disant, quand la machine n'en a pas.
python_ancien() {
  local dossier="$racine/.build/venv38" trouve
  trouve=$(python3.8 -c 'import sys; print(sys.executable)' 2>/dev/null || ls -d "$HOME"/.pyenv/versions/3.8*/bin/python 2>/dev/null | tail -n 1) || true
  if [ -z "$trouve" ]; then
    dire "NON FAIT : pas de Python 3.8 ici ; openbadges 1.1.2 ne juge pas les badges Open Badges 2.0."
    return 0
  fi
  if [ ! -e "$dossier/pret" ]; then
    dire "J'installe openbadges 1.1.2 (Python 3.8) dans $dossier"
    { "$trouve" -m venv "$dossier" && "$dossier/bin/pip" install --quiet --disable-pip-version-check 'setuptools<60' \
      && "$dossier/bin/pip" install --quiet --disable-pip-version-check openbadges==1.1.2; } >&2 || {
      dire "openbadges 1.1.2 n'a pas pu être installé. Il faut un accès à PyPI."
      exit 2
    }
    touch "$dossier/pret"
  fi
  printf '%s\n' "$dossier/bin/python"
}
