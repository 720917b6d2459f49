import JSON

/// The proof policy for a JSON credential: a Data Integrity proof made by the issuer's key.
enum DocumentProof {
  /// The document of a `.json` file, or of the body of a picture.
  static func parsed(_ bytes: [UInt8]) throws(Flaw) -> JSONObject {
    let object: JSONObject?
    do throws(JSONError) {
      object = try JSON(parsing: bytes, limits: Container.limits).object
    } catch {
      switch error.reason {
      case .duplicateKey: throw Flaw.tokenDuplicateMember
      case .tooDeep: throw Flaw.tokenTooDeep
      case .tooManyMarks: throw Flaw.valueForm
      default: throw Flaw.jsonDamaged
      }
    }
    guard let object else { throw .jsonWithoutBadge }
    return object
  }

  /// Throws the first flaw; not checked when the issuer's keys were not given.
  static func check(
    _ document: JSONObject, by keys: IssuerKeys
  ) throws(Flaw) -> Outcome {
    do throws(ProofError) {
      _ = try DataIntegrity.check(.object(document), now: keys.now) { keys.method($0) }
      return .held
    } catch {
      if case .keyNotFound(let name) = error {
        return try missing(name, issuer: document["issuer"], keys)
      }
      throw Flaw(error)
    }
  }

  /// The issuer's document was given and does not know that key, or it was not given at all.
  private static func missing(
    _ name: String, issuer: JSON?, _ keys: IssuerKeys
  ) throws(Flaw) -> Outcome {
    let id = issuer?.string ?? issuer?["id"]?.string ?? ""
    if keys.store.controllers[id]?.isCurrent(name, now: keys.now) == false { throw .keyExpired }
    guard keys.store.controllers[id] == nil, keys.store.pinned[id] == nil,
      name.utf8.starts(with: Array((id + "#").utf8))
    else { throw .keyOfAnother }
    return .notChecked(.keyNotGiven)
  }
}

extension Flaw {
  /// What a proof that does not hold is called in a report.
  init(_ error: ProofError) {
    self =
      switch error {
      case .noProof: .proofMissing
      case .noKnownSuite: .proofSuite
      case .malformed, .chained: .proofForm
      case .otherPurpose: .proofPurpose
      case .expired: .proofExpired
      case .keyNotFound, .issuerIsNotTheController: .keyOfAnother
      case .keyKind, .key: .keyUnusable
      case .contexts: .signature
      case .tooMany: .tooComplex
      case .signature: .signature
      case .document(let error): Flaw(error.reason)
      }
  }

  /// What a document without canonical form is called in a report.
  private init(_ reason: LinkedDataError.Reason) {
    self =
      switch reason {
      case .unknownTerm, .unknownType, .keyword: .undefinedTerm
      case .unknownContext, .inlineContext, .missingContext, .misplacedContext, .conflictingTypes:
        .unknownContext
      case .badIdentifier, .unexpectedValue, .null, .nestedArray, .number, .languageTag: .valueForm
      case .tooDeep, .tooLarge, .tooSymmetric: .tooComplex
      }
  }
}
