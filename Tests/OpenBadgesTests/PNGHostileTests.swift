import OpenBadges
import Testing

/// A good picture, and where its badge's chunk stands.
private func good() throws -> (bytes: [UInt8], chunk: Range<Int>) {
  let chunk = PNGPictures.text("openbadgecredential", try Samples.token())
  let start = PNGPictures.signature.count + PNGPictures.header.count
  return (PNGPictures.picture(chunk), start..<start + chunk.count)
}

private func structure(_ bytes: [UInt8]) throws -> Outcome {
  try Samples.report(bytes)[.structure]
}

@Suite("PNG pictures that are damaged or lie") struct PNGHostileTests {
  @Test("any bit that is changed in the badge's chunk is seen", arguments: 0..<8)
  func everyByte(_ bit: Int) throws {
    let (bytes, chunk) = try good()
    let verifier = try Samples.verifier()
    for place in chunk {
      var altered = bytes
      altered[place] ^= 1 << bit
      #expect(verifier.verify(altered)[.structure] == .failed(.pngMalformed), "byte \(place)")
    }
  }

  @Test("any byte of the rest that is changed is seen")
  func restOfPicture() throws {
    let (bytes, chunk) = try good()
    for place in bytes.indices where !chunk.contains(place) {
      var altered = bytes
      altered[place] ^= 0x20
      #expect(try !structure(altered).isHeld, "byte \(place)")
    }
  }

  @Test("a picture cut anywhere is refused")
  func cut() throws {
    let (bytes, _) = try good()
    let verifier = try Samples.verifier()
    for count in 4..<bytes.count {
      #expect(verifier.verify(Array(bytes.prefix(count))).verdict == .unusable, "\(count) bytes")
    }
  }

  @Test("a byte put in or taken out anywhere is seen")
  func shifted() throws {
    let (bytes, _) = try good()
    let verifier = try Samples.verifier()
    for place in stride(from: 4, to: bytes.count, by: 7) {
      var (longer, shorter) = (bytes, bytes)
      longer.insert(0, at: place)
      shorter.remove(at: place)
      #expect(verifier.verify(longer).verdict == .unusable, "byte \(place)")
      #expect(verifier.verify(shorter).verdict == .unusable, "byte \(place)")
    }
  }

  @Test(
    "a length that lies is refused, however large",
    arguments: [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFF4, 2_097_152] as [UInt32])
  func lengths(_ length: UInt32) throws {
    let (bytes, chunk) = try good()
    let altered =
      bytes[..<chunk.lowerBound] + PNGPictures.number(length) + bytes[(chunk.lowerBound + 4)...]
    #expect(try structure(Array(altered)) == .failed(.pngMalformed))
  }

  @Test("a badge that is altered and sealed again by its checksum fails its signature")
  func sealedAgain() throws {
    let parts = try Samples.token().split(separator: ".").map(String.init)
    let letters = Array(parts[1])
    let other = letters[40] == "A" ? "B" : "A"
    let payload = String(letters[..<40]) + other + String(letters[41...])
    let chunk = PNGPictures.text("openbadgecredential", "\(parts[0]).\(payload).\(parts[2])")
    let report = try Samples.report(PNGPictures.picture(chunk))
    #expect(report.verdict == .invalid)
    #expect(report.facts == nil)
  }

  @Test("chunks are in the order of the standard, or the picture is refused")
  func order() throws {
    let badge = PNGPictures.text("openbadgecredential", try Samples.token())
    let (signature, header) = (PNGPictures.signature, PNGPictures.header)
    let (pixels, end) = (PNGPictures.pixels, PNGPictures.end)
    let pictures: [[UInt8]] = [
      signature, signature + end, signature + header, signature + header + end,
      signature + header + badge + end, signature + header + badge + pixels,
      signature + badge + header + pixels + end, signature + pixels + header + badge + end,
      signature + header + header + badge + pixels + end,
      signature + header + pixels + end + badge, signature + header + pixels + badge + end + [0],
      signature + header + pixels + badge + end + end,
      signature + header + pixels + end + badge + end,
      signature + header + pixels + badge + PNGPictures.chunk("IEND", [0]),
      signature + PNGPictures.chunk("IHDR", [UInt8](repeating: 1, count: 12)) + pixels + badge
        + end,
      signature + PNGPictures.chunk("IHDR", []) + pixels + badge + end,
      signature + header + PNGPictures.chunk("iT t", []) + badge + pixels + end,
      signature + header + PNGPictures.chunk("iT\u{0}t", []) + badge + pixels + end,
      signature + header + PNGPictures.chunk("IT1T", []) + badge + pixels + end,
      signature + [0] + header + badge + pixels + end,
    ]
    for (place, picture) in pictures.enumerated() {
      #expect(try structure(picture) == .failed(.pngMalformed), "picture \(place)")
    }
    #expect(try Samples.report(signature + header + pixels + badge + end).verdict == .valid)
  }

  @Test("the signature has one spelling")
  func signature() throws {
    let (bytes, _) = try good()
    for place in 4..<8 {
      var altered = bytes
      altered[place] ^= 0x80
      #expect(try structure(altered) == .failed(.pngMalformed))
    }
  }

  @Test("chunks by the thousand are refused, quickly")
  func manyChunks() throws {
    let badge = PNGPictures.text("openbadgecredential", try Samples.token())
    func picture(_ count: Int) -> [UInt8] {
      let empty = PNGPictures.chunk("tEXt", [])
      return PNGPictures.picture(Array(repeatElement(empty, count: count).joined()) + badge)
    }
    // The header, the badge, the pixels and the end are four more.
    #expect(try Samples.report(picture(2044)).verdict == .valid)
    #expect(try structure(picture(2045)) == .failed(.pngTooManyChunks))
    let clock = ContinuousClock()
    let (many, verifier) = (picture(100_000), try Samples.verifier())
    let time = clock.measure {
      #expect(verifier.verify(many)[.structure] == .failed(.pngTooManyChunks))
    }
    #expect(time < .seconds(1))
  }

  @Test("a picture over two mebibytes is refused unread")
  func size() throws {
    let badge = PNGPictures.text("openbadgecredential", try Samples.token())
    let other = PNGPictures.picture(badge).count + 12
    let fits = PNGPictures.chunk("teXt", [UInt8](repeating: 65, count: 2_097_152 - other))
    let large = PNGPictures.chunk("teXt", [UInt8](repeating: 65, count: 2_097_153 - other))
    #expect(try Samples.report(PNGPictures.picture(badge, fits)).verdict == .valid)
    #expect(try structure(PNGPictures.picture(badge, large)) == .failed(.tooLarge))
    let (bytes, refused) = (PNGPictures.picture(badge, large), Flaw.tooLarge)
    #expect(performing: { _ = try PNGTemplate(bytes) }, throws: { $0 as? Flaw == refused })
  }

  @Test("random bytes after the signature never make a badge")
  func noise() throws {
    var draw = Draw(state: 0x9E37_79B9_7F4A_7C15)
    let verifier = try Samples.verifier()
    for _ in 0..<2000 {
      let noise = (0..<draw.number(below: 200)).map { _ in UInt8(draw.number(below: 256)) }
      let report = verifier.verify(PNGPictures.signature + PNGPictures.header + noise)
      #expect(report.verdict == .unusable)
    }
  }
}
