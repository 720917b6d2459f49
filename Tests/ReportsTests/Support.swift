import Course
import JSON
import Reports

/// A completion record with its true fingerprint.
func record(
  _ identifier: String, version: String = "1.0", on day: String = "2026-11-21",
  course: String = "ia", how: Modality = .alone
) -> CompletionRecord {
  var record = CompletionRecord(
    identifier: identifier, course: course, version: version,
    day: Day(iso: day) ?? Day(number: 0), how: how, fingerprint: "")
  record.fingerprint = CompletionRecordFile.fingerprint(of: record, hash: sha256)
  return record
}

/// The six members of a record's file, in the order of the keys.
func object(_ record: CompletionRecord) -> JSONObject {
  let values = [
    record.identifier, record.course, record.version, record.day.description,
    record.how.rawValue, record.fingerprint,
  ]
  return JSONObject(zip(CompletionRecord.keys, values).map { ($0, JSON.string($1)) })
}

func file(_ record: CompletionRecord) -> [UInt8] {
  Array((JSON.object(object(record)).pretty + "\n").utf8)
}

/// A depot with these records, numbered from `suivi/0.json`.
func intake(_ records: [CompletionRecord]) -> Intake {
  var intake = Intake()
  for (index, record) in records.enumerated() {
    intake.take(file(record), from: "suivi/\(index).json", hash: sha256)
  }
  return intake
}

func list(_ text: String) throws -> AgentList {
  try AgentList(reading: Array(text.utf8), file: "agents.csv")
}

extension Report {
  /// The rows as a reader sees them: cells joined by `|`, an empty text where nothing is known.
  func lines(_ columns: Column...) -> [String] {
    rows.map { row in
      columns.map { column in
        switch row[column] {
        case .text(let text): text
        case .day(let day): day.description
        }
      }.joined(separator: "|")
    }
  }
}
