import AppendLog
import Course
import Interface
import Journal

/// The learner's journal as it was found, and what must be said of it before anything else.
struct Learner: ~Copyable {
  private var journal: Journal?
  let progress: Progress
  /// Pages to show first, the last on top.
  let pages: [any Page]
  let isSaving: Bool

  /// Opens the journal; a disk that refuses to be written leads to « continuer sans enregistrer ».
  static func open(_ locations: Locations, isGuest: Bool) throws(Stop) -> Learner {
    guard !isGuest else { return Learner(journal: nil, progress: Progress(), pages: []) }
    do throws(JournalError) {
      var journal = try Journal.open(directory: locations.data)
      var pages: [any Page] = []
      if let aside = journal.setAside {
        pages.append(RemarkPage("\(aside.sentence) \(aside.advice)"))
      }
      if case .asks(let doubt) = try journal.purge(at: Clock.now()) {
        var losing: Progress?
        if case .longAfter = doubt { losing = journal.progress }
        pages.append(ClockPage(doubt.sentence, question: doubt.question, losing: losing))
      }
      let progress = journal.progress
      return Learner(journal: journal, progress: progress, pages: pages)
    } catch .log(let error) where error.isAboutWriting {
      return Learner(
        journal: nil, progress: Progress(),
        pages: [RemarkPage(unsaved: Complaint(error.sentence, error.advice))])
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  private init(journal: consuming Journal?, progress: Progress, pages: [any Page]) {
    isSaving = journal != nil
    self.journal = journal
    self.progress = progress
    self.pages = pages
  }

  /// Hands the journal over.
  mutating func takeJournal() -> Journal? {
    journal.take()
  }
}
