package import Course
package import Display
package import Workshop

/// All that the program may ask of the world.
package enum Effect: Sendable, Hashable {
  /// Keep a fact: answered by `.recorded` or `.unrecorded`.
  case record(Event)
  /// Keep that the course is completed; the world adds the content's digest.
  case recordCompletion(Modality)
  /// From now on keep nothing on disk.
  case stopSaving
  /// Write the attestation and the record for this identifier in the agent's folder.
  case writeAttestation(identifier: String)
  /// Put the record just written into the depot.
  case handIn
  /// Sign and write a badge, or ask the configured issuer for one.
  case award(BadgeIdentity)
  /// Look for the badge that the issuer returned.
  case collectBadge
  case saveSettings(Settings)
  case exportData
  case eraseData(badgeToo: Bool)
  /// Remove old answers although the clock surprises.
  case purge
  /// Keep what happened in a workshop: answered by `.workshopRecorded` or `.workshopUnrecorded`.
  case recordWorkshop(WorkshopEvent)
  /// Write the closing report of that day in the agent's folder, then close the workshop.
  case closeWorkshop(Day, Document)
  case quit
}

/// What the badge says of who holds it; the subject is always a random `urn:uuid`.
package enum BadgeIdentity: Sendable, Hashable {
  case none
  case name(String)
  /// Only its salted hash is written.
  case email(String)
}

/// What the world answers to an effect.
package enum Report: Sendable, Hashable {
  case recorded(StampedEvent)
  case unrecorded(Event, Complaint)
  case attestationWritten(Attestation)
  case handedIn
  case awarded(AwardedBadge)
  case requested(RequestedBadge)
  /// The badge that the issuer returned, copied into the agent's folder.
  case collected(ReturnedBadge)
  /// Nothing new came, and the badge received before is still in the agent's folder.
  case held(folder: String, files: [String])
  /// The issuer's refusal, in a sentence.
  case refused(String)
  case exported(path: String)
  /// The journal after a purge.
  case purged(Progress)
  case erased(Erased)
  /// The file being previewed was saved, and read again.
  case previewed(ContentPreview)
  case workshopRecorded(WorkshopEvent)
  case workshopUnrecorded(WorkshopEvent, Complaint)
  /// Where the closing report is: a folder as it is named on screen, and its files.
  case workshopClosed(folder: String, files: [String])
  case failed(Complaint)
}

/// A failure said to the person: what happened, then what to do.
package struct Complaint: Error, Sendable, Hashable {
  package var problem: String
  package var advice: String

  package init(_ problem: String, _ advice: String) {
    self.problem = problem
    self.advice = advice
  }
}

/// The record as it was written, and where.
package struct Attestation: Sendable, Hashable {
  package var record: CompletionRecord
  /// The agent's folder, as it is named to them: `~/Parcours IAG/`.
  package var folder: String
  package var files: [String]
  /// The file to hand in when there is no depot.
  package var recordFile: String

  package init(record: CompletionRecord, folder: String, files: [String], recordFile: String) {
    self.record = record
    self.folder = folder
    self.files = files
    self.recordFile = recordFile
  }
}

/// A badge as it was written, and where.
package struct AwardedBadge: Sendable, Hashable {
  package var id: String
  package var folder: String
  package var files: [String]
  package var fingerprint: String
  package var issuer: String

  package init(
    id: String, folder: String, files: [String], fingerprint: String, issuer: String
  ) {
    self.id = id
    self.folder = folder
    self.files = files
    self.fingerprint = fingerprint
    self.issuer = issuer
  }
}

/// A sealed demande as it was written, and where.
package struct RequestedBadge: Sendable, Hashable {
  package var issuer: String
  /// The file's name, which the returned badge will bear.
  package var file: String
  /// The agent's folder when the file is to be handed over; nil when it is in the depot.
  package var folder: String?

  package init(issuer: String, file: String, folder: String?) {
    self.issuer = issuer
    self.file = file
    self.folder = folder
  }
}

extension RequestedBadge {
  /// The name that the issuer's answer bears, without its ending.
  package static func stem(of file: String) -> String {
    file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }
}

/// A badge that the issuer returned, as it was copied.
package struct ReturnedBadge: Sendable, Hashable {
  package var id: String
  package var fingerprint: String
  package var folder: String
  package var files: [String]

  package init(id: String, fingerprint: String, folder: String, files: [String]) {
    self.id = id
    self.fingerprint = fingerprint
    self.folder = folder
    self.files = files
  }
}

/// What was erased, and what erasing found outside this machine's own files.
package struct Erased: Sendable, Hashable {
  /// Nothing was on this machine: a guest's session, forgotten.
  package var isSessionOnly: Bool
  /// Demandes removed from the depot.
  package var requests: [String]
  /// Files of this person that could not be removed, with their paths.
  package var left: [String]

  package init(isSessionOnly: Bool = false, requests: [String] = [], left: [String] = []) {
    self.isSessionOnly = isSessionOnly
    self.requests = requests
    self.left = left
  }
}

/// What happens to the program, from the person or from the world.
package enum Message: Sendable, Hashable {
  case key(Key)
  /// A whole line, in linear mode.
  case line(String)
  case report(Report)
}
