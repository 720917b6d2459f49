import Testing

/// A depot made and a report read back by Python: its `json`, `hashlib` and `csv` know nothing of us.
@Suite("rapport, seen by Python")
struct PythonTests {
  @Test("200 records, some broken, come back exactly through the csv module")
  func depot() {
    let folder = Folder()
    let outcome = run(["/usr/bin/python3", "-c", script, program, folder.path("")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.text == "200 fiches, 150 agents\n")
  }
}

private let script = #"""
  import csv, hashlib, io, json, os, subprocess, sys
  program, root = sys.argv[1:]
  suivi = os.path.join(root, "suivi")
  os.mkdir(suivi)

  def sealed(facts):
      text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
      return dict(facts, empreinte="E-" + hashlib.sha256(text.encode()).hexdigest()[:16])

  def put(name, data):
      with open(os.path.join(suivi, name), "wb") as file:
          file.write(data)

  # Identifiers that spreadsheets maul, then plain ones.
  odd = ["00123", "1E5", "0x1F", "12/03", "000", "123456789012345678", "3-4", "1.5", "VRAI",
         "MARS12", "é;\"7", "'9", "=1+1", "-8", "+33", "@a", "E-12", "0001E2", "1e10", "12h30"]
  agents = odd + ["A%04d" % i for i in range(130)]
  records, broken = [], []
  for i, agent in enumerate(agents[:140]):
      records.append(sealed({
          "identifiant": agent, "parcours": "ia-generative", "version": "1.%d" % (i % 12),
          "date": "2026-%02d-%02d" % (i % 12 + 1, i % 28 + 1),
          "modalite": ["en autonomie", "en atelier encadré"][i % 2]}))
  older = [sealed(dict({k: v for k, v in r.items() if k != "empreinte"}, version="0.9"))
           for r in records[:30]]
  # A control character in the identifier is removed before the join.
  older.append(sealed({"identifiant": "A0129\u0007\u202e", "parcours": "ia-generative",
                       "version": "2.0", "date": "2026-05-05", "modalite": "en autonomie"}))
  lost = [sealed({"identifiant": "Z%d" % i, "parcours": "ia-generative", "version": "1.0",
                  "date": "2026-01-01", "modalite": "en autonomie"}) for i in range(8)]
  lost.append(sealed({"identifiant": "123", "parcours": "ia-generative", "version": "0.1",
                      "date": "2026-01-01", "modalite": "en autonomie"}))
  whole = records + older + lost
  for i, record in enumerate(whole):
      put("%03d.json" % i, json.dumps(record, indent=i % 3, ensure_ascii=i % 2 == 0).encode())
  base = json.dumps(records[0], ensure_ascii=False).encode()
  for bad in [base[:-20], base[:1], b"", base.replace(b"00123", b"00124"),
              json.dumps(dict(records[1], score=18)).encode(),
              json.dumps(dict(records[1], empreinte="E-0000000000000000")).encode(),
              base.replace("é".encode(), b"\xe9").replace(b"autonomie", b"autonomi\xe9"),
              b'{"identifiant":"1","identifiant":"2"}', b"\xef\xbb\xbf" + base, base + b"{}",
              base.replace(b"00123", b"00\x07123"), b"[" * 5000, b"\0" * 300, b"null",
              json.dumps({k: v for k, v in records[2].items() if k != "date"}).encode(),
              json.dumps(dict(records[3], identifiant=7)).encode(), b"identifiant;00123",
              base.replace(b"2026-01-01", b"2026-02-30"), base.upper(), b" " * 70000]:
      broken.append("zz%02d.json" % len(broken))
      put(broken[-1], bad)
  assert len(os.listdir(suivi)) == 200, len(os.listdir(suivi))

  names = ["Nom%d" % i for i in range(len(agents))]
  names[3], names[4], names[5] = 'O"Hara; d\'', "=cmd|' /C calc'!A0", "Faux"
  text = io.StringIO()
  writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
  writer.writerow(["Matricule", "NOM", "Prénom", "Employeur", "Direction", "Service"])
  for i, agent in enumerate(agents):
      writer.writerow([agent, names[i], "Élise", "Ville", "D%d" % (i % 7), "12/0%d" % (i % 9)])
  path = os.path.join(root, "agents.csv")
  with open(path, "wb") as file:
      file.write(text.getvalue().encode("cp1252"))

  out = os.path.join(root, "rapport.csv")
  done = subprocess.run([program, "rapport", "--depot", root, "--agents", path, "--format", "csv",
                         "--par", "direction", "--sortie", out], capture_output=True)
  assert done.returncode == 0 and done.stdout == b"", done
  said = done.stderr.decode()
  for name in broken:
      assert said.count("suivi/%s : fiche écartée." % name) == 1, (name, said)
  for line in ["Fiches : 200", "Fiches écartées : 20", "Non rattachés : 8", "Zéros retrouvés : 1",
               "Agents de la liste : 150", "Terminés : 141", "Non remis : 9",
               "Fiches remplacées par une plus récente : 31", "Lignes écartées de la liste : 0"]:
      assert line in said.split("\n"), (line, said)

  with open(out, newline="", encoding="utf-8-sig") as file:
      rows = list(csv.reader(file, delimiter=";", strict=True))
  assert rows[0] == ["Matricule", "Nom", "Prénom", "Employeur", "Direction", "Service", "Parcours",
                     "Version", "Statut", "Date", "Modalité", "Empreinte"], rows[0]
  rows = [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in rows[1:]]
  assert all(len(row) == 12 for row in rows) and len(rows) == 158, len(rows)
  found = {row[0]: row for row in rows}
  for i, record in enumerate(records):
      day = "/".join(reversed(record["date"].split("-")))
      version = record["version"]
      assert found[record["identifiant"]] == [
          agents[i], names[i], "Élise", "Ville", "D%d" % (i % 7), "12/0%d" % (i % 9),
          "ia-generative", version, "Terminé", day, record["modalite"],
          record["empreinte"]], (record, found[record["identifiant"]])
  assert found["A0129"][7:] == ["2.0", "Terminé", "05/05/2026", "en autonomie",
                                older[-1]["empreinte"]]
  assert sum(row[8] == "Non remis" and row[9:] == ["", "", ""] for row in rows) == 9
  assert [row[4] for row in rows] == sorted(row[4] for row in rows[:150]) + [""] * 8
  assert all(row[11] == "" or row[11].startswith("E-") for row in rows)
  print("200 fiches, 150 agents")
  """#
