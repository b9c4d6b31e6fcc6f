"""Files of every format, written here: one headline, one day, one body, as each format holds them."""

import gzip
import io
import json
import zipfile
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from xml.sax.saxutils import escape as xml

HEADLINE = "Ministers of Ruritania and Sylvania meet on fish"
SOURCE = "Northern Wire"
PUBLISHED = "2024-03-05T09:30:00Z"
BODY = (
    "The foreign ministers of Ruritania and Sylvania met in Strelsau on Monday, officials of both sides said.",
    "They talked about fish for two hours, and agreed to meet again in Gothic in May, the spokesman added.",
    "“We are content,” he told reporters after the talks in the old palace by the river.",
)


def page(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE):
    linked = json.dumps({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "datePublished": published,
        "author": {"@type": "Person", "name": "Jane Doe"}, "publisher": {"@type": "Organization", "name": source},
    }).replace("<", "\\u003c")  # fmt: skip
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>{escape(headline)} | {escape(source)}</title>
<script type="application/ld+json">{linked}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>{escape(headline)}</h1>
{"".join(f"<p>{escape(line)}</p>" for line in body)}
<figure><img src="/pictures/0012.jpg"><figcaption>The two ministers shake hands. (Northern Wire/Photo)</figcaption></figure>
<aside><h3>Read Next</h3><ul><li><a href="/1">King of Ruritania crowned again</a></li></ul></aside></article></main>
<footer>© 2024 {escape(source)}. All rights reserved.</footer></body></html>"""


def rss(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE):
    day = format_datetime(datetime.fromisoformat(published))
    full = "".join(f"<p>{escape(line)}</p>" for line in body)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{xml(source)}</title>
<link>http://wire.example/</link><description>News</description>
<item><title>{xml(headline)}</title><link>http://wire.example/1</link><pubDate>{day}</pubDate>
<description>{xml(body[0])}</description><content:encoded>{xml(full)}</content:encoded></item>
</channel></rss>"""


def atom(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE):
    full = xml("".join(f"<p>{escape(line)}</p>" for line in body))
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{xml(source)}</title>
<id>urn:1</id><updated>{published}</updated><entry><title>{xml(headline)}</title><id>urn:2</id><link href="http://wire.example/1"/>
<published>{published}</published><updated>{published}</updated><content type="html">{full}</content></entry></feed>"""


def newsml_g2(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE, status="usable", note="", guid="urn:1"):
    lines = "".join(f"<p>{xml(line)}</p>" for line in body)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" standard="NewsML-G2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="{xml(source)}"/><versionCreated>{published}</versionCreated>
<embargoed>2024-03-06T00:00:00Z</embargoed><pubStatus qcode="stat:{status}"/><edNote>{xml(note)}</edNote></itemMeta>
<contentMeta><urgency>3</urgency><by>By Jane Doe</by><slugline>RURITANIA-FISH</slugline><headline>{xml(headline)}</headline>
<keyword>fish</keyword></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{lines}</body></html>
</inlineXML></contentSet></newsItem>"""


def newsml_1(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE):
    lines = "".join(f"<p>{xml(line)}</p>" for line in body)
    return f"""<?xml version="1.0" encoding="utf-8"?><NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier>
<ProviderId>wire.example</ProviderId><NewsItemId>7</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
</NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>{published}</ThisRevisionCreated>
<Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement><NewsComponent><NewsLines>
<HeadLine>{xml(headline)}</HeadLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="{xml(source)}"/></Provider>
</AdministrativeMetadata><ContentItem><DataContent>{lines}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def nitf(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE, status="usable"):
    lines = "".join(f"<p>{xml(line)}</p>" for line in body)
    return f"""<?xml version="1.0"?><nitf><head><docdata management-status="{status}"><urgency ed-urg="4"/>
<doc-id id-string="item-1"/><date.issue norm="{published}"/><doc.copyright holder="{xml(source)}"/></docdata></head><body>
<body.head><hedline><hl1>{xml(headline)}</hl1></hedline><byline>By Jane Doe</byline></body.head>
<body.content>{lines}</body.content></body></nitf>"""


def ninjs(headline=HEADLINE, body=BODY, published=PUBLISHED, source=SOURCE):
    return json.dumps({
        "uri": "http://wire.example/1", "type": "text", "versioncreated": published, "headline": headline,
        "slugline": "FISH", "infosource": [{"name": source}], "urgency": 4,
        "body_html": "".join(f"<p>{escape(line)}</p>" for line in body),
    }, indent=1)  # fmt: skip


def anpa(headline=HEADLINE, body=BODY):
    lines = "".join(f"\t   {line}\r\n \r\n" for line in body)
    return (
        "\x16\x16\x01AW2346\x1f_asian\r\nr i\x13\x11 BC-RU--Fish 1stLd-Writethru   03-05 0144\r\n"
        f"\x02^BC-RU--Fish, 1st Ld-Writethru,144<\r\n^{headline}<\r\n^Eds: Adds quotes.<\r\n^By JANE DOE=\r\n^Associated Press=\r\n"
        f"\t   STRELSAU, Ruritania (AP) _ {lines.lstrip()}\t   AP-WF-03-05-24 0930GMT<\r\n\r\n\x0c\r\n\x04"
    )


def iptc_7901(headline=HEADLINE, body=BODY):
    import textwrap

    lines = "\r\n\r\n".join("\r\n".join(textwrap.wrap(line, 69)) for line in [f"Strelsau (dpa) - {body[0]}", *body[1:]])
    return (
        f"\x01eca0003 3 i 380  dpa 0045\r\n\r\nRuritania/fish/\r\n\x021ST LEAD\r\n{headline}\r\nBy Jane Doe, dpa =\r\n\r\n{lines}"
        "\r\n\r\ndpa jd rmo\r\n\r\n\x03050930 GMT Mar 24\r\n\x7f\r\n\x04"
    )


def mail(headline=HEADLINE, body=BODY, published=PUBLISHED):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "desk@wire.example", "you@example.org", headline
    message["Date"] = datetime.fromisoformat(published)
    message.set_content("\n\n".join(body), cte="quoted-printable")
    message.add_alternative("<p>" + "</p><p>".join(body) + "</p>", subtype="html")
    return message.as_bytes()


def docx(headline=HEADLINE, body=BODY):
    from docx import Document

    document, out = Document(), io.BytesIO()
    for line in (headline, *body):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def odt(headline=HEADLINE, body=BODY):
    space = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    lines = f"<text:h>{xml(headline)}</text:h>" + "".join(f"<text:p>{xml(line)}</text:p>" for line in body)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f"<office:document {space}><office:body>{lines}</office:body></office:document>"
        )
    return out.getvalue()


def rtf(headline=HEADLINE, body=BODY):
    def coded(line):
        return "".join(c if c.isascii() and c not in "\\{}" else f"\\u{ord(c)}?" for c in line)

    return "{\\rtf1\\ansi " + "\\par\n".join(map(coded, (headline, "", *body))) + "\\par}"


def pdf(lines, columns=None):
    """A page of text at 10 points; `columns` are the left edges of the columns that `lines` are shared among."""
    columns = columns or [72]
    each = -(-len(lines) // len(columns))
    shown = []
    for number, x in enumerate(columns):
        for row, line in enumerate(lines[number * each : (number + 1) * each]):
            text = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown.append(f"BT /F1 10 Tf 1 0 0 1 {x} {720 - 12 * row} Tm ({text}) Tj ET")
    stream = "\n".join(shown).encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]  # fmt: skip
    out, at = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


ROWS = (("Title", "Date", "Content", "Outlet", "Link"), (HEADLINE, "05/03/2024", " ".join(BODY), SOURCE, "http://wire.example/1"),
        ("Sylvania’s king to visit", "25/03/2024", " ".join(reversed(BODY)), SOURCE, "http://wire.example/2"))  # fmt: skip


def xlsx(rows=ROWS):
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def parquet(rows=ROWS):
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    columns = {name: [row[at] for row in rows[1:]] for at, name in enumerate(rows[0])}
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def arrow(rows=ROWS):
    import pyarrow as pa

    out = io.BytesIO()
    table = pa.table({name: [row[at] for row in rows[1:]] for at, name in enumerate(rows[0])})
    with pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return out.getvalue()


def warc(pages, zipped=True):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    for number, text in enumerate(pages):
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            f"http://wire.example/{number}", "response", payload=io.BytesIO(text.encode()), http_headers=http
        )
        writer.write_record(record)
    return out.getvalue()


def bomb(megabytes):
    return gzip.compress(b"\0" * (megabytes << 20))
