import AppendLog
import Course
import Display
import Glibc
import Interface
import Journal
import Workshop
import WorkshopLog

/// The facilitator's files: the log of the workshop under way, and the closing reports.
final class WorkshopStore {
  private var log: WorkshopLog?
  /// The agent's folder, and how it is named on screen.
  private let folder: String
  private let folderShown: String
  /// What must be said before anything else.
  private(set) var remarks: [any Page] = []

  /// Opens the log; a disk that refuses to be written leads to « continuer sans enregistrer ».
  init(_ locations: Locations) throws(Stop) {
    folder = locations.folder
    folderShown = locations.folderShown
    do throws(WorkshopLogError) {
      let log = try WorkshopLog.open(directory: locations.data)
      if let aside = log.setAside {
        let sentence = SetAside(file: aside).sentence
        remarks = [RemarkPage("\(sentence) Vérifiez le dernier vote.")]
      }
      self.log = consume log
    } catch .log(let error) where error.isAboutWriting {
      remarks = [RemarkPage(unsaved: Complaint(error.sentence, error.advice))]
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  /// Whether what happens is kept on disk.
  var isSaving: Bool { log != nil }

  /// The workshop that was not closed, if there is one.
  var unfinished: UnfinishedWorkshop? {
    guard let events = log?.events else { return nil }
    return UnfinishedWorkshop(in: events)
  }

  /// From now on nothing is kept.
  func stopSaving() { log = nil }

  func record(_ event: WorkshopEvent) -> Report {
    do throws(WorkshopLogError) {
      try log?.record(event, at: Clock.now())
      return .workshopRecorded(event)
    } catch {
      return .workshopUnrecorded(event, Complaint(error.sentence, error.advice))
    }
  }

  /// Writes `atelier-AAAA-MM-JJ.txt` and `.html`, never over another report, then closes.
  func close(_ day: Day, _ report: Document) -> Report {
    do throws(FileFault) {
      try FileStore.makeFolder(folder)
      let stem = try freeName("atelier-\(day)")
      let text = Linear.lines(reading: report, width: 66).joined(separator: "\n") + "\n"
      let page = HTMLPage.render(title: report.place.long, [report], footer: "")
      try FileStore.create(Array(text.utf8), at: "\(folder)/\(stem).txt", mode: 0o600)
      try FileStore.create(Array(page.utf8), at: "\(folder)/\(stem).html", mode: 0o600)
      // The report is safe: a log that cannot be closed only offers to resume next time.
      _ = record(.closed)
      return .workshopClosed(folder: folderShown, files: ["\(stem).txt", "\(stem).html"])
    } catch {
      return .failed(Complaint(error.sentence, error.advice))
    }
  }

  /// The stem itself, or with `-2`, `-3`… when a report of that name is there.
  private func freeName(_ stem: String) throws(FileFault) -> String {
    for number in 1...999 {
      let name = number == 1 ? stem : "\(stem)-\(number)"
      let isTaken = ["txt", "html"].contains { FileStore.exists("\(folder)/\(name).\($0)") }
      if !isTaken { return name }
    }
    throw FileFault(path: "\(folder)/\(stem).txt", code: EEXIST)
  }
}
