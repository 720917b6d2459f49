import OpenBadges
import Testing

private let space = "https://purl.imsglobal.org/ob/v3p0"
private let svgSpace = "http://www.w3.org/2000/svg"

/// A picture around `body`.
private func svg(_ body: String, root: String = "") -> String {
  "<svg xmlns=\"\(svgSpace)\"\(root)>\(body)</svg>"
}

/// The element of the standard.
private func element(_ token: String) -> String {
  "<openbadges:credential xmlns:openbadges=\"\(space)\" verify=\"\(token)\"/>"
}

/// What became of the form of a picture.
private func structure(_ text: String) throws -> Outcome {
  try Samples.report(text)[.structure]
}

@Suite("Putting a badge into a picture") struct SVGTemplateTests {
  @Test("the element of the standard is the first child of the root, the rest is untouched")
  func place() throws {
    let baked = String(
      decoding: try Samples.template().baked("h.p.s"), as: UTF8.self)
    let head = Samples.svg.components(before: "\n  <title>")
    #expect(baked == head + element("h.p.s") + Samples.svg.dropFirst(head.count))
  }

  @Test(
    "the start tag is found whatever is written in it",
    arguments: [
      "<svg xmlns='\(svgSpace)' aria-label='a > b'\n>", "<svg xmlns=\"\(svgSpace)\" data-x='\"'>",
      "<s:svg xmlns:s=\"\(svgSpace)\">",
      "<?xml version='1.0'?><!-- <svg> --><svg xmlns='\(svgSpace)' >",
      "\u{FEFF}<svg xmlns='\(svgSpace)'>",
      "<?xml-stylesheet href='<svg>'?><svg xmlns='\(svgSpace)'>",
    ])
  func startTag(_ start: String) throws {
    let end = start.hasPrefix("<s:") ? "</s:svg>" : "</svg>"
    let template = try SVGTemplate(Array((start + end).utf8))
    #expect(
      try String(decoding: template.baked("t"), as: UTF8.self) == start
        + element("t") + end)
    let token = try Samples.token()
    #expect(try Samples.report(template.baked(token)).verdict == .valid)
  }

  @Test(
    "a picture that has a badge, of any version, is refused",
    arguments: [
      element("a.b.c"),
      "<g>\(element("a.b.c"))</g>", "<x:credential xmlns:x='\(space)'/>",
      "<openbadges:assertion xmlns:openbadges=\"http://openbadges.org\" verify=\"a.b.c\"/>",
    ])
  func already(_ body: String) {
    #expect(throws: Flaw.svgAlreadyBaked) { try SVGTemplate(Array(svg(body).utf8)) }
  }

  @Test(
    "a picture where nothing can be put is refused",
    arguments: [
      ("", Flaw.svgMalformed), ("<svg xmlns='\(svgSpace)'/>", .svgOtherRoot),
      ("<svg></svg>", .svgOtherRoot),
      ("<html xmlns='http://www.w3.org/1999/xhtml'></html>", .svgOtherRoot),
      ("<g xmlns='\(svgSpace)'></g>", .svgOtherRoot), ("text", .svgMalformed),
    ])
  func unfit(_ text: String, _ flaw: Flaw) {
    #expect(throws: flaw) { try SVGTemplate(Array(text.utf8)) }
  }
}

extension String {
  /// What stands before the first occurrence of a mark.
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

@Suite("Taking a badge out of a picture") struct SVGReadingTests {
  @Test("the element is found however its namespace is declared and its attribute quoted")
  func spellings() throws {
    let token = try Samples.token()
    let numeric = token.replacing("e", with: "&#101;", maxReplacements: 3)
    let pictures = [
      svg(element(token)), svg("\n <title/> <g><g/></g>" + element(token)),
      svg("<ob:credential verify='\(token)'/>", root: " xmlns:ob='\(space)'"),
      svg("<credential xmlns=\"\(space)\" verify = '\(token)' />"),
      svg("<a:credential xmlns:a='\(space)' verify='\(token)'> \n </a:credential>"),
      svg("<é:credential xmlns:é='\(space)' verify='\(token)'/>"),
      svg(
        "<b:credential xmlns:b='https:&#47;&#x2F;purl.imsglobal.org/ob/v3p0' verify='\(numeric)'/>"),
      svg("<ob:credential xmlns:ob='\(space)' verify='\(token)'/>", root: " xmlns:ob='urn:autre'"),
      "<?xml version=\"1.0\" encoding='utf-8' standalone='no'?>\n" + svg(element(token))
        + "\n<!-- fin -->",
    ]
    for picture in pictures {
      #expect(try Samples.report(picture).verdict == .valid, "\(picture.prefix(160))")
    }
  }

  @Test("a badge in a comment, in CDATA, in an attribute or in an instruction is none")
  func notElements() throws {
    let token = try Samples.token()
    let hidden = element(token)
    let quoted = hidden.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    for body in [
      "<!-- \(hidden) -->", "<style><![CDATA[\(hidden)]]></style>", "<title>\(quoted)</title>",
      "<g data-x=\"\(quoted)\"/>", "<?badge \(hidden) ?>",
    ] {
      #expect(try structure(svg(body)) == .failed(.svgWithoutBadge), "\(body.prefix(40))")
      #expect(try Samples.report(svg(body + hidden)).verdict == .valid, "\(body.prefix(40))")
    }
  }

  @Test(
    "an element of another namespace or another name is no badge",
    arguments: [
      "<openbadges:credential xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0/' verify='a.b.c'/>",
      "<openbadges:credential xmlns:openbadges='http://purl.imsglobal.org/ob/v3p0' verify='a.b.c'/>",
      "<openbadges:credential xmlns:openbadges='HTTPS://purl.imsglobal.org/ob/v3p0' verify='a.b.c'/>",
      "<openbadges:credential xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0 ' verify='a.b.c'/>",
      "<openbadges:Credential xmlns:openbadges='\(space)' verify='a.b.c'/>",
      "<openbadges:credentials xmlns:openbadges='\(space)' verify='a.b.c'/>",
      "<credential verify='a.b.c'/>",
      "<g xmlns:openbadges='\(space)'/><credential verify='a.b.c'/>",
    ])
  func foreign(_ body: String) throws {
    #expect(try structure(svg(body)) == .failed(.svgWithoutBadge))
  }

  @Test("a prefix holds inside its element only")
  func scope() throws {
    let body = "<g xmlns:o='\(space)'/><o:credential verify='a.b.c'/>"
    #expect(try structure(svg(body)) == .failed(.svgMalformed))
  }

  @Test("two badges, even twice the same, are refused")
  func several() throws {
    let token = try Samples.token()
    let one = element(token)
    for body in [
      one + one, one + "<g>\(one)</g>", one + "<x:credential xmlns:x='\(space)'/>",
      "<g>\(one)</g>" + one,
    ] {
      #expect(try structure(svg(body)) == .failed(.svgSeveralBadges))
      #expect(try Samples.report(svg(body)).exitCode == 1)
    }
  }

  @Test("a badge out of its place is refused")
  func misplaced() throws {
    let report = try Samples.report(svg("<g>" + element(Samples.token()) + "</g>"))
    #expect(report[.structure] == .failed(.svgMisplacedBadge))
  }

  @Test("an element that may be read in two ways is refused")
  func unclear() throws {
    let token = try Samples.token()
    let start = "<o:credential xmlns:o='\(space)'"
    for (body, flaw) in [
      ("\(start) verify='\(token)'>\(token)</o:credential>", Flaw.svgBadgeUnclear),
      ("\(start) verify='\(token)'><![CDATA[{}]]></o:credential>", .svgBadgeUnclear),
      ("\(start) verify='\(token)'><g/></o:credential>", .svgBadgeUnclear),
      ("\(start)/>", .svgBadgeUnclear),
      ("\(start)>{}</o:credential>", .jsonWithoutBadge),
      ("\(start)>{<!-- -->}</o:credential>", .svgBadgeUnclear),
      ("\(start)>{<![CDATA[}]]></o:credential>", .svgBadgeUnclear),
      ("\(start)><![CDATA[{]]>}</o:credential>", .svgBadgeUnclear),
      ("\(start) o:verify='\(token)'/>", .svgBadgeUnclear),
      ("\(start)><![CDATA[{\"a\":1}]]></o:credential>", .jsonWithoutBadge),
    ] {
      #expect(try structure(svg(body)) == .failed(flaw), "\(body.suffix(40))")
    }
  }

  @Test("a badge of Open Badges 2 is told apart")
  func older() throws {
    let start = "<openbadges:assertion xmlns:openbadges='http://openbadges.org'"
    let signed = try OlderSamples.jws()
    let report = try Samples.report(svg("\(start) verify='\(signed)'/>"))
    #expect(report[.proof] == .notChecked(.documentMissing))
    #expect(report.exitCode == 1)
    for (body, flaw) in [
      ("\(start) verify='a.b.c'/>", Flaw.tokenBase64),
      ("\(start) verify='\(try Samples.token())'/>", .assertionForm),
      // Its place in a picture of the first version holds an address, which is not followed.
      ("<openbadges:assertions xmlns:openbadges='http://openbadges.org'/>", .svgOlderBadge),
    ] {
      #expect(try structure(svg(body)) == .failed(flaw), "\(body.prefix(60))")
    }
  }
}

@Suite("Pictures that are refused unread") struct SVGHostileTests {
  @Test(
    "a DOCTYPE or any declaration is refused, entities with it",
    arguments: [
      "<!DOCTYPE svg>", "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "<!ENTITY a 'b'>", "<!doctype svg>",
      "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">", "<![IGNORE[ ]]>", "<!>", "<!-", "<![CDATA",
      "<!ELEMENT svg ANY>",
    ])
  func doctype(_ declaration: String) throws {
    let picture = svg(element(try Samples.token()))
    let flaw: Flaw = declaration.hasPrefix("<!DOCTYPE") ? .svgDoctype : .svgMalformed
    #expect(try structure(declaration + picture) == .failed(flaw))
    #expect(try structure(svg(declaration)) == .failed(flaw))
    #expect(try Samples.report(declaration + picture).exitCode == 2)
  }

  @Test("the declaration that drawing programs write is let through, once and in its place")
  func drawing() throws {
    let declaration =
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
      + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
    let picture = svg(element(try Samples.token()))
    for start in ["", "<?xml version='1.0'?>\n", "<!-- outil -->", " \n"] {
      #expect(try Samples.report(start + declaration + "\n" + picture).verdict == .valid)
    }
    let entities = String(declaration.dropLast()) + " [<!ENTITY a 'b'>]>"
    for altered in [
      declaration + declaration, entities, declaration.replacing("svg11.dtd", with: "svg10.dtd"),
      declaration.replacing("http://www.w3.org", with: "http://pirate.example"),
      declaration.replacing("PUBLIC", with: "SYSTEM"), declaration.replacing("\"", with: "'"),
    ] {
      #expect(try structure(altered + picture) == .failed(.svgDoctype), "\(altered)")
    }
    #expect(try structure(declaration.lowercased() + picture) == .failed(.svgMalformed))
    #expect(try structure(picture + declaration) == .failed(.svgDoctype))
    #expect(try structure(svg(declaration)) == .failed(.svgDoctype))
  }

  @Test(
    "markup that is not well formed is refused, wherever the fault is",
    arguments: [
      "<g>", "</g>", "<g></h>", "<g", "<g a>", "<g a=>", "<g a=b/>", "<g a='b/>", "<g a=\"<\"/>",
      "<g a='1' a='2'/>", "<g a='1'b='2'/>", "<g/ >", "< g/>", "<1g/>", "<-g/>", "<:g/>", "<g:/>",
      "<a:b:c/>", "<x:g/>", "<g x:a='1'/>", "<g xmlns:x=''/>", "<g xmlns:='a'/>", "&amp", "&autre;",
      "&;", "&#;", "&#x;", "&#0;", "&#x1F;", "&#xD800;", "&#x110000;", "&#-1;", "&#+65;",
      "&#xFFFE;",
      "&#x0000000000041;", "<g a='&lol;'/>", "&", "<g a='&'/>", "<!-- a -- b -->", "<!-- a --->",
      "<!--", "<![CDATA[", "<?a", "<?xml version='1.0'?>", "<g xmlns:xml='a'/>",
      "<g xmlns:xmlns='a'/>",
      "</svg><svg>", "<>", "</>", "<g></g x='1'>", "<g\u{2028}a='1'/>", "<g é 'a'/>",
    ])
  func malformed(_ body: String) throws {
    let picture = svg(element(try Samples.token()) + body)
    #expect(try structure(picture) == .failed(.svgMalformed))
    #expect(try Samples.report(picture).exitCode == 2)
  }

  @Test(
    "nothing but comments and blanks may stand around the root",
    arguments: ["text", "<g/>", "<![CDATA[ ]]>", "&amp;", "</svg>", "<svg xmlns='\(svgSpace)'/>"])
  func around(_ text: String) throws {
    let picture = svg(element(try Samples.token()))
    #expect(try structure(picture + text) == .failed(.svgMalformed))
  }

  @Test(
    "bytes that are no UTF-8 text, or announce another encoding, are refused",
    arguments: [
      [0x00], [0x01], [0x1B], [0x08], [0xC0, 0xAF], [0xFF], [0xED, 0xA0, 0x80], [0xE9],
      [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func notText(_ bytes: [UInt8]) throws {
    let picture = Array("<svg xmlns='\(svgSpace)'>".utf8) + bytes + Array("</svg>".utf8)
    #expect(try Samples.report(picture)[.structure] == .failed(.notText))
  }

  @Test(
    "a declaration of another encoding is refused",
    arguments: ["ISO-8859-1", "UTF-16", "utf8", "UTF-7", ""])
  func encoding(_ name: String) throws {
    let picture = "<?xml version='1.0' encoding='\(name)'?>" + svg(element(try Samples.token()))
    #expect(try structure(picture) == .failed(.svgEncoding))
  }

  @Test("ASCII that says so is the same in UTF-8; anything else that says so is not")
  func ascii() throws {
    let head = "<?xml version='1.0' encoding='US-ASCII'?>"
    #expect(try Samples.report(head + svg(element(try Samples.token()))).verdict == .valid)
    let accent = head + svg("<title>é</title>" + element(try Samples.token()))
    #expect(try structure(accent) == .failed(.svgEncoding))
  }

  @Test("UTF-16 is no SVG of ours")
  func utf16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in svg("").utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(try Samples.report(bytes).verdict == .unusable)
  }

  @Test("two mebibytes are read, one byte more is not")
  func size() throws {
    let token = try Samples.token()
    let start = svg(element(token))
    let padding = String(repeating: " ", count: 2_097_152 - start.utf8.count)
    #expect(try Samples.report(start + padding).verdict == .valid)
    #expect(try structure(start + padding + " ") == .failed(.tooLarge))
    #expect(try Samples.report(start + padding + " ").exitCode == 2)
  }

  @Test("levels, attributes and declarations without end are refused quickly")
  func bombs() throws {
    let attributes = (0..<200_000).map { "a\($0)='' " }.joined()
    let spaces = (0..<100).map { "xmlns:n\($0)='u\($0)' " }.joined()
    let started = ContinuousClock.now
    for body in [
      String(repeating: "<g>", count: 300_000), "<g \(attributes)/>", "<g \(spaces)/>",
      String(repeating: "<", count: 500_000), String(repeating: "&", count: 500_000),
      "<!--" + String(repeating: "-", count: 500_000),
    ] {
      #expect(try Samples.report(svg(body)).exitCode == 2)
    }
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  @Test("one hundred and twenty-seven levels in the root are read, one more is not")
  func levels() throws {
    let token = try Samples.token()
    func nested(_ count: Int) -> String {
      svg(
        element(token) + String(repeating: "<g>", count: count)
          + String(repeating: "</g>", count: count))
    }
    #expect(try Samples.report(nested(127)).verdict == .valid)
    #expect(try structure(nested(128)) == .failed(.svgTooComplex))
  }

  @Test("a picture cut anywhere is refused")
  func cut() throws {
    let bytes = try Samples.template().baked(Samples.token())
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(try Samples.report(Array(bytes.prefix(length))).verdict != .valid)
    }
  }
}
