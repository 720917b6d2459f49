extension SiteScript {
  /// The page itself: files come in by the input or by a drop, the report goes out in order.
  static let page = #"""
    let shown = null;
    let turn = 0;

    function showReport(report, fileName, now) {
      shown = { report, fileName, now };
      const [title, explanation] = VERDICTS[report.verdict];
      part("resultat").dataset.verdict = report.verdict;
      part("verdict").textContent = french(title);
      part("explication").textContent = french(explanation);
      part("source").textContent = french(
        `Fichier : « ${cleaned(fileName)} ». Contrôlé le ${frenchInstant(now)}, `
          + `avec les listes publiées le ${frenchDay(site.published)}.`);
      const checks = [...report.checks].map(([name, check]) => checkItem(name, check, now));
      part("controles").replaceChildren(...checks);
      part("faits").replaceChildren(...(report.credential ? factElements(report) : []));
      part("details").hidden = !report.credential;
      part("comparaison").hidden = !report.credential || emails(report.credential).length === 0;
      part("resultat").hidden = false;
      document.title = `${french(title)} — ${part("titre").textContent} — ${site.issuer}`;
      announce(french(`Résultat : ${title}.`));
      part("verdict").focus();
    }

    function announce(text) {
      part("annonce").textContent = text;
    }

    /** Reads and checks a file; of two files given at once, the last is shown. */
    async function take(file) {
      const mine = ++turn;
      announce("Contrôle en cours.");
      const now = Math.floor(Date.now() / 1000);
      const report = await reportOf(file, now);
      if (mine !== turn) return;
      part("adresse").value = "";
      showReport(report, file.name, now);
    }

    async function reportOf(file, now) {
      const report = new Report();
      try {
        if (file.size > MOST_BYTES) return refused(report, "trop-gros");
        return await verified(new Uint8Array(await file.arrayBuffer()), now);
      } catch (error) {
        console.error(error);
        return refused(report, "lecture");
      }
    }

    function refused(report, code) {
      report.checks.set("structure", { state: FAILED, code });
      return report;
    }

    async function compare(event) {
      event.preventDefault();
      const mine = turn;
      const typed = part("adresse").value;
      if (!isAddress(typed)) {
        const advice = "Tapez une adresse entière, comme prenom.nom@ville.fr.";
        part("adresse").setCustomValidity(advice);
        part("adresse").reportValidity();
        announce(advice);
        return;
      }
      const { report, fileName, now } = shown;
      await report.settle("destinataire", () => checkHolder(typed, report.credential));
      if (mine === turn) showReport(report, fileName, now);
    }

    function startAgain() {
      turn++;
      shown = null;
      part("fichier").value = "";
      part("adresse").value = "";
      part("resultat").hidden = true;
      for (const id of ["verdict", "explication", "source", "controles", "faits"]) {
        part(id).replaceChildren();
      }
      document.title = `${part("titre").textContent} — ${site.issuer}`;
      announce("Choisissez un autre fichier.");
      part("fichier").focus();
    }

    /** A file dropped anywhere is checked, never opened in place of the page. */
    function listenToDrops() {
      const zone = part("depot");
      const mark = (isOver) => zone.classList.toggle("survol", isOver);
      document.addEventListener("dragover", (event) => {
        event.preventDefault();
        mark(true);
      });
      document.addEventListener("dragleave", () => mark(false));
      document.addEventListener("drop", (event) => {
        event.preventDefault();
        mark(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) take(file);
      });
    }

    part("fichier").addEventListener("change", (event) => {
      const [file] = event.target.files;
      if (file) take(file);
    });
    part("comparaison").addEventListener("submit", compare);
    part("adresse").addEventListener("input", () => part("adresse").setCustomValidity(""));
    part("autre").addEventListener("click", startAgain);
    part("depot").addEventListener("submit", (event) => event.preventDefault());
    listenToDrops();
    part("secours").hidden = true;
    part("outil").hidden = false;
    """#
}
