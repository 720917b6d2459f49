package import Course

/// A completion record and the file it came in.
package struct FiledRecord: Sendable, Hashable {
  package var record: CompletionRecord
  /// Printable, as remarks name it.
  package var file: String

  package init(_ record: CompletionRecord, file: String) {
    self.record = record
    self.file = file.plain
  }
}

/// What a depot holds, taken in file after file: good records are kept, the others named.
package struct Intake: Sendable {
  package private(set) var records: [FiledRecord] = []
  /// One for each file left out, in the order of arrival.
  package private(set) var remarks: [Remark] = []

  package init() {}

  /// Files seen, good or not.
  package var count: Int { records.count + remarks.count }

  /// Reads the bytes of one file; `hash` is SHA-256.
  package mutating func take(_ bytes: [UInt8], from file: String, hash: ([UInt8]) -> [UInt8]) {
    do {
      let record = try CompletionRecordFile.read(bytes, hash: hash)
      records.append(FiledRecord(record, file: file))
    } catch {
      leaveOut(file, error)
    }
  }

  /// Names a file that could not be read at all.
  package mutating func leaveOut(_ file: String, _ fault: RecordFault) {
    remarks.append(Remark(file, "fiche écartée. \(fault.sentence)"))
  }
}
