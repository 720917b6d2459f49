import JSON

/// A compact JWS (RFC 7515 §7.1) as it was presented: taken apart, nothing verified.
struct PresentedToken {
  var header: JSONObject
  var payload: JSONObject
  var signature: [UInt8]
  /// The bytes that are signed: header, point, payload, as they were written.
  var signed: [UInt8]

  init(_ bytes: [UInt8]) throws(Flaw) {
    let points = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
    guard points.count == 2 else { throw .tokenParts }
    header = try PresentedToken.object(bytes[..<points[0]])
    payload = try PresentedToken.object(bytes[(points[0] + 1)..<points[1]])
    guard let signature = Base64URL.decoded(bytes[(points[1] + 1)...]) else { throw .tokenBase64 }
    self.signature = signature
    signed = Array(bytes[..<points[1]])
  }

  private static func object(_ letters: ArraySlice<UInt8>) throws(Flaw) -> JSONObject {
    guard let bytes = Base64URL.decoded(letters) else { throw .tokenBase64 }
    do throws(JSONError) {
      guard let object = try JSON(parsing: bytes, limits: Container.limits).object else {
        throw JSONError(.unexpectedByte, at: 0)
      }
      return object
    } catch {
      switch error.reason {
      case .duplicateKey: throw Flaw.tokenDuplicateMember
      case .tooDeep: throw Flaw.tokenTooDeep
      default: throw Flaw.tokenJSON
      }
    }
  }
}
