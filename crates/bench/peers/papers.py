"""The same papers by WeasyPrint, sealed by pyHanko: reads the work as JSON, answers papers a second as JSON."""

import datetime
import html
import io
import json
import sys
import time

from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from weasyprint import HTML

PAGE = """<!doctype html><html lang="id"><head><title>{title}</title><style>
@page {{ size: A4; margin: 2.5cm 2cm; @bottom-center {{ content: counter(page) " / " counter(pages); }} }}
body {{ font: 11pt/1.4 serif; }} header {{ text-align: center; font-weight: bold; border-bottom: 2pt solid; }}
h1 {{ font-size: 13pt; text-align: center; }} th {{ text-align: left; font-weight: normal; padding-right: 1em; }}
</style></head><body><header>{head}</header><h1>{title}</h1><table>{facts}</table><p>{opening}</p>
<ol>{points}</ol><p>{closing}</p></body></html>"""


def paper(words: dict) -> bytes:
    facts = "".join(f"<tr><th>{html.escape(name)}</th><td>{html.escape(value)}</td></tr>" for name, value in words["facts"])
    text = PAGE.format(
        title=html.escape(words["title"]),
        head="<br>".join(map(html.escape, words["head"])),
        facts=facts,
        opening=html.escape(words["opening"]),
        points="".join(f"<li>{html.escape(point)}</li>" for point in words["points"]),
        closing=html.escape(words["closing"]),
    )
    return HTML(string=text).write_pdf(pdf_variant="pdf/a-2a")


def signer() -> signers.SimpleSigner:
    secret = ec.generate_private_key(ec.SECP256R1())
    name = certificates.Name([certificates.NameAttribute(certificates.NameOID.COMMON_NAME, "Kabupaten Ukur (rekaan)")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=365))
        .sign(secret, hashes.SHA256())
    )
    form = serialization.Encoding.DER
    key = secret.private_bytes(form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(made.public_bytes(form)),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),
    )


def sealed(pdf: bytes, by: signers.SimpleSigner) -> bytes:
    facts = signers.PdfSignatureMetadata(field_name="Segel", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")
    return signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), facts, signer=by).getvalue()


def main() -> None:
    work = json.load(sys.stdin)
    by = signer()
    # The first paper also reads fonts and modules.
    sealed(paper(work["letter"]), by)
    begun = time.perf_counter()
    for _ in range(work["letters"]):
        paper(work["letter"])
    letters = work["letters"] / (time.perf_counter() - begun)
    begun = time.perf_counter()
    for pact in work["pacts"]:
        sealed(paper(pact), by)
    pacts = len(work["pacts"]) / (time.perf_counter() - begun)
    json.dump({"letters": letters, "pacts": pacts}, sys.stdout)


if __name__ == "__main__":
    main()
