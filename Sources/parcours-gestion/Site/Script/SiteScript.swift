/// The program of the verification page: JavaScript that reads, checks and shows a badge.
///
/// It is one script without import, so that its hash can stand in the page's policy and the page
/// can be opened from a folder. It is written in parts, in the order in which they are needed.
enum SiteScript {
  static let text = """
    "use strict";
    (() => {
    \([words, codecs, strictJSON, pictures, container, credential].joined(separator: "\n"))
    \([keys, tokenProof, documentProof, status, holder].joined(separator: "\n"))
    \([verification, display, page].joined(separator: "\n"))
    })();

    """
}
