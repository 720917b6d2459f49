"""Pictures that hold a badge in a way the standard forbids: (name, bytes, verdict, flaw)."""
from site_badges import NAMESPACE, element, png, svg, text_chunk

# The one DOCTYPE that templates may have, in the spelling of drawing programs.
DRAWING = ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
           '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">')
ASCII = '<?xml version="1.0" encoding="us-ascii"?>'
OLDER = '<o:assertion xmlns:o="http://openbadges.org" verify="a.b.c"/>'


def pictures(issuer):
    """Pictures that hold a badge in a way the standard forbids, or none."""
    token = issuer.jwt()
    one, other = element(token), element(issuer.jwt())
    inside = f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"'
    for name, data, verdict, code in [
        ("deux", svg(one + other), "refuse", "svg-plusieurs-badges"),
        ("meme", svg(one + one), "refuse", "svg-plusieurs-badges"),
        ("commente", svg(f"<!-- {one} -->"), "illisible", "svg-sans-badge"),
        ("commente-aussi", svg(f"<!-- {other} -->{one}"), "valable", None),
        ("espace-etranger", svg(element(token, "http://evil.example/")), "illisible",
         "svg-sans-badge"),
        ("espace-double", svg(one + element(token, "http://evil.example/")), "valable", None),
        ("doctype", svg(one, "<!DOCTYPE svg>"), "illisible", "svg-doctype"),
        ("entite", svg(one, '<!DOCTYPE svg [<!ENTITY a "b">]>'), "illisible", "svg-doctype"),
        ("dessin", svg(one, DRAWING), "valable", None),
        ("dessin-partout", svg(f"<!-- a credential -->{one}",
                               f"\ufeff<?xml version='1.0'?>\n<!-- {DRAWING} -->\n{DRAWING}\n"),
         "valable", None),
        ("dessin-commente", svg(one, f"<!-- {DRAWING} -->"), "valable", None),
        ("dessin-double", svg(one, DRAWING * 2), "illisible", "svg-doctype"),
        ("dessin-coupe", svg(one, DRAWING.replace(' "http', '\n"http')), "illisible", "svg-doctype"),
        ("dessin-etendu", svg(one, DRAWING[:-1] + ' [<!ENTITY a "b">]>'), "illisible",
         "svg-doctype"),
        ("dessin-apres", svg(one).replace(b"<title>", DRAWING.encode() + b"<title>"), "illisible",
         "svg-mal-forme"),
        ("dessin-entite", svg(f"{one}<desc>&nbsp;</desc>", DRAWING), "illisible", "svg-mal-forme"),
        ("ascii", svg(f"<desc>&#233;</desc>{one}", ASCII), "valable", None),
        ("ascii-accent", svg(f"<desc>\xe9</desc>{one}", ASCII), "illisible", "pas-du-texte"),
        ("familles", svg(one + OLDER), "refuse", "svg-plusieurs-badges"),
        ("profond", svg(f"<g>{one}</g>"), "refuse", "svg-badge-mal-place"),
        ("deux-formes", svg(f'{inside} verify="{token}">{{}}</openbadges:credential>'), "refuse",
         "svg-badge-ambigu"),
        ("sans-forme", svg(f"{inside}/>"), "refuse", "svg-badge-ambigu"),
        ("texte", svg(f"{inside}>{token}</openbadges:credential>"), "refuse", "svg-badge-ambigu"),
        ("element", svg(f"{inside}><g/></openbadges:credential>"), "refuse", "svg-badge-ambigu"),
        ("autre-attribut", svg(f'{inside} openbadges:verify="{token}"/>'), "refuse",
         "svg-badge-ambigu"),
        ("coupe", svg(one)[:-9], "illisible", "svg-mal-forme"),
        ("erreur", svg(f"{one}<parsererror/>"), "illisible", "svg-mal-forme"),
        ("prefixe", svg(f'<x:credential verify="{token}"/>'), "illisible", "svg-mal-forme"),
        ("utf16", svg(one, '<?xml version="1.0" encoding="UTF-16"?>'), "illisible",
         "pas-du-texte"),
        ("latin", svg(one + "<title>\xe9</title>").decode().encode("latin-1"), "illisible",
         "pas-du-texte"),
        ("racine", svg(one, root="html"), "illisible", "format-inconnu"),
        ("racine-espace", svg(one, space="http://evil.example/"), "illisible",
         "svg-autre-racine"),
        ("sans-badge", svg(""), "illisible", "svg-sans-badge"),
        ("ancien", svg(OLDER), "illisible", "badge-ancien"),
        ("cdata", svg(f"<style><![CDATA[{other}]]></style>{one}"), "valable", None),
        ("consigne", svg(f"<?openbadges {token[:9]}?>{one}"), "valable", None),
        ("encodage-cache", svg(one, '<?xml version="1.0" standalone=">" encoding="UTF-16"?>'),
         "illisible", "pas-du-texte"),
        ("encodage", svg(one, "<?xml version='1.0' encoding='utf-8' standalone='no'?>"), "valable",
         None),
        ("script", svg(f"<script>document.title='faux'</script>{one}"), "valable", None),
        ("imbrique", svg("<g>" * 60000 + "</g>" * 60000 + one), "illisible", "svg-mal-forme"),
    ]:
        yield f"svg-{name}.svg", data, verdict, code
    yield from chunks(token.encode())


def chunks(token):
    """The same for PNG."""
    text = text_chunk(token)
    whole = png(text)
    wrong = bytearray(whole)
    wrong[60] ^= 1
    for name, data, verdict, code in [
        ("deux", png(text, text), "refuse", "png-plusieurs-badges"),
        ("deux-genres", png(text, text_chunk(token, b"tEXt", fields=b"")), "refuse",
         "png-plusieurs-badges"),
        ("comprime", png(text_chunk(token, fields=b"\1\0\0\0")), "refuse", "png-comprime"),
        ("ztxt", png(text_chunk(token, b"zTXt", fields=b"\0")), "refuse", "png-comprime"),
        ("text", png(text_chunk(token, b"tEXt", fields=b"")), "refuse", "png-badge-ambigu"),
        ("methode", png(text_chunk(token, fields=b"\0\1\0\0")), "refuse", "png-badge-ambigu"),
        ("langue", png(text_chunk(token, fields=b"\0\0fr\0\0")), "refuse", "png-badge-ambigu"),
        ("traduit", png(text_chunk(token, fields=b"\0\0\0x\0")), "refuse", "png-badge-ambigu"),
        ("somme", bytes(wrong), "illisible", "png-mal-forme"),
        ("coupe", whole[:-12], "illisible", "png-mal-forme"),
        ("coupe-court", whole[:-1], "illisible", "png-mal-forme"),
        ("reste", whole + b"x" * 12, "illisible", "png-mal-forme"),
        ("apres", whole + text, "illisible", "png-mal-forme"),
        ("tete", whole[:8] + text + whole[8:], "illisible", "png-mal-forme"),
        ("signature", whole.replace(b"\r\n", b"\n", 1), "illisible", "png-mal-forme"),
        ("longueur", whole[:8] + b"\xff\xff\xff\xff" + whole[12:], "illisible", "png-mal-forme"),
        ("blocs", png(*[text_chunk(b"x", keyword=b"a")] * 3000, text), "illisible",
         "png-trop-de-blocs"),
        ("sans-badge", png(text_chunk(b"x", keyword=b"Comment")), "illisible", "png-sans-badge"),
        ("ancien", png(text_chunk(token, keyword=b"openbadges")), "illisible", "badge-ancien"),
        ("autre-texte", png(text, text_chunk(b"x", b"tEXt", b"Comment", b"")), "valable", None),
    ]:
        yield f"png-{name}.png", data, verdict, code
