import AppendLog
import Course
import JSON
import Journal

/// What « mes données exporter » writes: the same facts for a program and for a person.
struct DataExport {
  private let export: Export

  /// The facts on this machine; none where no journal was ever made.
  static func of(_ locations: Locations) throws(Stop) -> DataExport {
    do throws(JournalError) {
      let reading = try Journal.read(directory: locations.data)
      let unread = reading.faults.count + (reading.isTorn ? 1 : 0)
      return DataExport(export: Export(reading.lines, unread: unread))
    } catch .log(let error) where error.reason == .missing {
      return DataExport(export: Export([]))
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }

  /// The facts of a session that keeps nothing on disk.
  static func of(_ facts: [StampedEvent]) -> DataExport {
    DataExport(export: Export(facts.compactMap { try? JournalLine($0) }))
  }

  /// For a person to read.
  var text: String { export.text }

  static let names = ["mes-donnees.json", "mes-donnees.txt"]

  /// Writes both files in the agent's folder.
  func write(in folder: String) throws(Stop) {
    do throws(FileFault) {
      try FileStore.makeFolder(folder)
      for (name, text) in zip(Self.names, [export.json.pretty + "\n", export.text]) {
        try FileStore.write(Array(text.utf8), to: "\(folder)/\(name)")
      }
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}
