import ArgumentParser
import BadgeRequest
import Course
import Glibc
import Ledger
import Reports

/// `emetteur delivrer`: badges for the rows of a list, or for the demandes of a depot.
struct DeliverBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivrer", abstract: "Délivrer des badges.",
    discussion: """
      La liste est un CSV avec les colonnes « date » et « modalité », et au choix : courriel, nom, \
      version, référence.
      Relancée, la commande finit ce qui manque et ne délivre rien deux fois.
      """, aliases: ["deliver"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var content: ContentOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Option(
    name: .customLong("csv"),
    help: ArgumentHelp("Liste des badges à délivrer ; « - » pour l’entrée.", valueName: "fichier"))
  var list: String?
  @Option(
    name: .customLong("depot"),
    help: ArgumentHelp("Dépôt qui contient « demandes » et « badges ».", valueName: "dossier"))
  var depot: String?
  @Option(
    name: .customLong("demande"),
    help: ArgumentHelp("Demande remise en main propre.", valueName: "fichier"))
  var request: String?
  @OptionGroup var output: OutputOptions
  @Flag(
    name: .customLong("refaire"), help: "Écrire de nouveau les fichiers déjà délivrés d’une liste.")
  var isRemade = false
  @Option(
    name: .customLong("rapport"),
    help: ArgumentHelp("Compte rendu en CSV ; sinon sur la sortie.", valueName: "fichier"))
  var report: String?

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    guard [list, depot, request].count(where: { $0 != nil }) == 1 else {
      throw Complaint("Choisissez un seul de --csv FICHIER, --depot DOSSIER et --demande FICHIER.")
    }
    try checkReport(issuer)
    let course = try InstalledCourse(
      modules: content.modules, local: content.localModules, badges: content.badges)
    let machine = Machine()
    let making = try StatementMaking(
      course: course.course, badges: course.badges, issuer: issuer.settings.name,
      today: machine.today)
    let (report, failure) =
      list == nil
      ? try requests(issuer, course, making, machine)
      : try rows(issuer, course, making, machine)
    try write(report)
    if failure == nil || !report.rows.isEmpty { tellPerson([report.counts]) }
    if let failure { throw failure }
    // What strangers put in a depot is no fault of whoever serves it.
    if depot == nil, report.count(.refused) > 0 { throw ExitCode(ExitStatus.refused) }
  }

  private func rows(
    _ issuer: IssuerFolder, _ course: InstalledCourse, _ making: StatementMaking,
    _ machine: Machine
  ) throws(Complaint) -> (BatchReport, Complaint?) {
    let list = try awards(course.course, machine)
    tellPerson(list.remarks.map(\.description))
    let statement = try making.statement()
    var asked = AskedPassphrase(passphrase.source)
    let issuing = try BadgeIssuing(issuer, machine, &asked)
    try issuing.statements.keep(statement.0, svg: statement.svg, png: statement.png)
    try CourseArchive(issuer.folder).keep(course.files, digest: statement.0.digest)
    var delivery = ListDelivery(
      making: making, output: try BadgeOutput(output.folder, issuer),
      statement: statement.0.key, isRemade: isRemade, issuing: issuing)
    let done = delivery.deliver(list)
    tellPerson(["Badges dans « \(delivery.output.path.plain) »."])
    return done
  }

  private func awards(_ course: Course, _ machine: Machine) throws(Complaint) -> AwardList {
    let path = list ?? "-"
    let name = path == "-" ? "entrée standard" : path
    let bytes = try InputFile.read(path)
    do throws(TableError) {
      return try AwardList(
        reading: bytes, file: name, badge: course.badge, today: machine.today)
    } catch {
      throw Complaint(error.sentence(file: name))
    }
  }

  private func requests(
    _ issuer: IssuerFolder, _ course: InstalledCourse, _ making: StatementMaking,
    _ machine: Machine
  ) throws(Complaint) -> (BatchReport, Complaint?) {
    var asked = AskedPassphrase(passphrase.source)
    let issuing = try BadgeIssuing(issuer, machine, &asked)
    try CourseArchive(issuer.folder).keep(course.files, digest: course.course.contentDigest)
    let courses = KnownCourses(issuer, course, making)
    let opening = try RequestOpening(issuer, issuing.ledger.state, &asked)
    var delivery = RequestDelivery(
      depot: try place(issuer), opening: opening, courses: courses, issuing: issuing)
    return delivery.deliver()
  }

  private func place(_ issuer: IssuerFolder) throws(Complaint) -> RequestDepot {
    if let depot { return try RequestDepot(depot) }
    return try RequestDepot(file: request ?? "", output: BadgeOutput(output.folder, issuer).path)
  }

  /// Before any badge: a report that cannot be written, or that would replace the list.
  private func checkReport(_ issuer: IssuerFolder) throws(Complaint) {
    guard let report, report != "-" else { return }
    guard !issuer.folder.holds(report) else {
      throw Complaint("Le dossier de l’émetteur garde ses clés. Mettez ailleurs le --rapport.")
    }
    try OutputFile(report).check()
    var (one, other) = (stat(), stat())
    if let source = list ?? request, stat(source, &one) == 0, stat(report, &other) == 0,
      one.st_ino == other.st_ino,
      one.st_dev == other.st_dev
    {
      throw Complaint("Le compte rendu remplacerait la liste. Donnez un autre nom à --rapport.")
    }
  }

  private func write(_ batch: BatchReport) throws(Complaint) {
    guard let report, report != "-" else { return try writeOutput(batch.csv) }
    try OutputFile(report).write(batch.csv)
  }
}
