import OpenBadges
import Testing

private let keyword = "openbadgecredential"

/// What became of the form of a picture.
private func structure(_ bytes: [UInt8]) throws -> Outcome {
  try Samples.report(bytes)[.structure]
}

@Suite("Putting a badge into a PNG") struct PNGTemplateTests {
  @Test(
    "the chunk of the standard comes after the header, the rest is untouched",
    arguments: [
      (BadgePayload.token(Array("h.p.s".utf8)), keyword, "h.p.s"),
      (.document(Array(#"{"é":1}"#.utf8)), keyword, #"{"é":1}"#),
      (.assertion(Array("h.p.s".utf8)), "openbadges", "h.p.s"),
      (.hosted(Array("{}".utf8), address: nil), "openbadges", "{}"),
    ])
  func place(_ badge: BadgePayload, _ keyword: String, _ text: String) throws {
    let template = try PNGTemplate(PNGPictures.picture())
    let chunk = PNGPictures.text(keyword, text)
    #expect(template.baked(badge) == PNGPictures.picture(chunk))
    #expect(try BadgePayload(reading: template.baked(badge)) == badge)
  }

  @Test("the checksum is the one of the PNG standard's sample code")
  func checksum() {
    #expect(PNGPictures.end.suffix(4).elementsEqual([0xAE, 0x42, 0x60, 0x82]))
  }

  @Test("a signed badge verifies, wherever its chunk stands")
  func verifies() throws {
    let token = try Samples.token()
    let chunk = PNGPictures.text(keyword, token)
    let last =
      PNGPictures.signature + PNGPictures.header + PNGPictures.pixels + chunk + PNGPictures.end
    let template = try PNGTemplate(PNGPictures.picture())
    for picture in [template.baked(.token(Array(token.utf8))), last] {
      #expect(try Samples.report(picture).verdict == .valid)
    }
  }

  @Test("one template serves for many badges")
  func reuse() throws {
    let template = try PNGTemplate(PNGPictures.picture())
    let first = template.baked(.token([65]))
    #expect(template.baked(.token([66])) != first)
    #expect(template.baked(.token([65])) == first)
  }

  @Test(
    "a picture that has a badge, of any version, is refused",
    arguments: [
      PNGPictures.text(keyword, "a.b.c"), PNGPictures.text("openbadges", "a.b.c"),
      PNGPictures.chunk("tEXt", Array("openbadges\0https://ville.example/1".utf8)),
    ])
  func already(_ chunk: [UInt8]) {
    #expect(throws: Flaw.pngAlreadyBaked) { try PNGTemplate(PNGPictures.picture(chunk)) }
  }

  @Test("what is no whole picture is refused")
  func unfit() throws {
    let picture = PNGPictures.picture()
    for count in 0..<picture.count {
      #expect(throws: Flaw.pngMalformed) { try PNGTemplate(Array(picture.prefix(count))) }
    }
    #expect(throws: Flaw.pngMalformed) { try PNGTemplate(Array(Samples.svg.utf8)) }
  }
}

@Suite("Taking a badge out of a PNG") struct PNGReadingTests {
  @Test(
    "text chunks of other keywords, or without one, are passed over",
    arguments: [
      PNGPictures.chunk("tEXt", Array("Signed with another program".utf8)),
      PNGPictures.chunk("tEXt", Array("date:create\u{0}2026".utf8)), PNGPictures.chunk("tEXt", []),
      PNGPictures.chunk("iTXt", []), PNGPictures.text("openbadge", "x"),
      PNGPictures.text("openbadgess", "x"), PNGPictures.text("OpenBadges", "x"),
      PNGPictures.text("openbadges ", "x"), PNGPictures.chunk("iTXt", Array("openbadges".utf8)),
      PNGPictures.chunk("zTXt", Array("Comment\u{0}\u{0}x".utf8)),
      PNGPictures.chunk("teXt", Array("openbadges\u{0}x".utf8)),
    ])
  func others(_ chunk: [UInt8]) throws {
    #expect(try structure(PNGPictures.picture(chunk)) == .failed(.pngWithoutBadge))
    let badge = PNGPictures.text(keyword, try Samples.token())
    for picture in [PNGPictures.picture(chunk, badge), PNGPictures.picture(badge, chunk)] {
      #expect(try Samples.report(picture).verdict == .valid)
    }
  }

  @Test("two badges of one family, even twice the same, are refused")
  func several() throws {
    let (new, old) = (PNGPictures.text(keyword, try Samples.token()), "openbadges")
    let older = PNGPictures.text(old, "a.b.c")
    #expect(try structure(PNGPictures.picture(new, new)) == .failed(.pngSeveralBadges))
    #expect(try structure(PNGPictures.picture(new, older, older)) == .failed(.pngSeveralBadges))
    let empty = PNGPictures.text(keyword, "")
    #expect(try structure(PNGPictures.picture(new, empty)) == .failed(.pngSeveralBadges))
    #expect(try Samples.report(PNGPictures.picture(new, new)).exitCode == 1)
  }

  @Test("one badge of each family is two badges")
  func families() throws {
    let new = PNGPictures.text(keyword, try Samples.token())
    let older = PNGPictures.text("openbadges", "a.b.c")
    for picture in [PNGPictures.picture(new, older), PNGPictures.picture(older, new)] {
      #expect(try structure(picture) == .failed(.pngSeveralBadges))
    }
    #expect(try structure(PNGPictures.picture(older)) == .failed(.tokenBase64))
    let signed = PNGPictures.picture(PNGPictures.text("openbadges", try OlderSamples.jws()))
    #expect(try Samples.report(signed)[.proof] == .notChecked(.documentMissing))
  }

  @Test(
    "a compressed badge is refused, with its own reason",
    arguments: [
      PNGPictures.text(keyword, "x\u{1}", flag: 1), PNGPictures.text("openbadges", "x", flag: 1),
      PNGPictures.text(keyword, "", flag: 1, method: 7, language: "fr"),
      PNGPictures.chunk("zTXt", Array("\(keyword)\u{0}\u{0}x".utf8)),
      PNGPictures.chunk("zTXt", Array("openbadges\u{0}\u{0}x".utf8)),
    ])
  func compressed(_ chunk: [UInt8]) throws {
    #expect(try structure(PNGPictures.picture(chunk)) == .failed(.pngCompressed))
    #expect(try Samples.report(PNGPictures.picture(chunk)).exitCode == 1)
  }

  @Test(
    "a chunk that may be read in two ways is refused",
    arguments: [
      PNGPictures.text(keyword, "a.b.c", flag: 2), PNGPictures.text(keyword, "a.b.c", method: 1),
      PNGPictures.text(keyword, "a.b.c", language: "fr"),
      PNGPictures.text(keyword, "a.b.c", translated: "badge"),
      PNGPictures.text("openbadges", "a.b.c", language: "fr"), PNGPictures.text(keyword, ""),
      PNGPictures.chunk("iTXt", Array(keyword.utf8) + [0]),
      PNGPictures.chunk("iTXt", Array(keyword.utf8) + [0, 0]),
      PNGPictures.chunk("iTXt", Array(keyword.utf8) + [0, 0, 0]),
      PNGPictures.chunk("iTXt", Array(keyword.utf8) + [0, 0, 0, 0]),
      PNGPictures.chunk("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0]),
      PNGPictures.chunk("tEXt", Array("\(keyword)\u{0}a.b.c".utf8)),
    ])
  func unclear(_ chunk: [UInt8]) throws {
    #expect(try structure(PNGPictures.picture(chunk)) == .failed(.pngBadgeUnclear))
  }

  @Test("the address of a badge of Open Badges 1 is told apart")
  func older() throws {
    let address = Array("openbadges\u{0}https://ville.example/1".utf8)
    let picture = PNGPictures.picture(PNGPictures.chunk("tEXt", address))
    #expect(try structure(picture) == .failed(.pngOlderBadge))
    #expect(try Samples.report(picture).exitCode == 2)
  }

  @Test("JSON and tokens are told apart by their first letter")
  func kinds() throws {
    func payload(_ keyword: String, _ text: String) throws -> BadgePayload {
      try BadgePayload(reading: PNGPictures.picture(PNGPictures.text(keyword, text)))
    }
    #expect(try payload(keyword, " \n{}") == .document(Array(" \n{}".utf8)))
    #expect(try payload(keyword, "[]") == .token(Array("[]".utf8)))
    #expect(try payload("openbadges", "\t{}") == .hosted(Array("\t{}".utf8), address: nil))
    #expect(try payload("openbadges", "https://a.b/1") == .assertion(Array("https://a.b/1".utf8)))
  }
}
