"""Pictures that hold a badge in a way the standard forbids: (name, bytes, verdict, flaw)."""
from site_badges import NAMESPACE, element, png, svg, text_chunk


def pictures(issuer):
    """Pictures that hold a badge in a way the standard forbids, or none."""
    token = issuer.jwt()
    one, other = element(token), element(issuer.jwt())
    inside = f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"'
    for name, data, verdict, code in [
        ("deux", svg(one + other), "refuse", "svg-plusieurs-badges"),
        ("meme", svg(one + one), "refuse", "svg-plusieurs-badges"),
        ("commente", svg(f"<!-- {one} -->"), "illisible", "svg-sans-badge"),
        ("commente-aussi", svg(f"<!-- {other} -->{one}"), "refuse", "svg-badge-ambigu"),
        ("espace-etranger", svg(element(token, "http://evil.example/")), "illisible",
         "svg-sans-badge"),
        ("espace-double", svg(one + element(token, "http://evil.example/")), "refuse",
         "svg-badge-ambigu"),
        ("doctype", svg(one, "<!DOCTYPE svg>"), "illisible", "svg-doctype"),
        ("entite", svg(one, '<!DOCTYPE svg [<!ENTITY a "b">]>'), "illisible", "svg-doctype"),
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
        ("racine", svg(one, root="html"), "illisible", "svg-autre-racine"),
        ("racine-espace", svg(one, space="http://evil.example/"), "illisible",
         "svg-autre-racine"),
        ("sans-badge", svg(""), "illisible", "svg-sans-badge"),
        ("ancien", svg('<o:assertion xmlns:o="http://openbadges.org" verify="a.b.c"/>'),
         "illisible", "badge-ancien"),
        ("cdata", svg(f"<style><![CDATA[{other}]]></style>{one}"), "refuse", "svg-badge-ambigu"),
        ("consigne", svg(f"<?openbadges {token[:9]}?>{one}"), "refuse", "svg-badge-ambigu"),
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
