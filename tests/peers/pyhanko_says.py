"""Says what pyHanko thinks of a sealed paper: `python pyhanko_says.py PAPER.pdf CERTIFICATES.pem`.

Ends with 0 when there is exactly one signature, it is valid by these certificates and covers the whole file; else with 1.
"""

import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def main(paper: str, certificates: str) -> int:
    trusted = list(load_certs_from_pemder([certificates]))
    with open(paper, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        if len(signatures) != 1:
            print(f"{len(signatures)} signatures")
            return 1
        kind = signatures[0].sig_object["/SubFilter"]
        status = validate_pdf_signature(signatures[0], ValidationContext(trust_roots=trusted))
    print(kind, status.summary(), status.coverage.name)
    return 0 if status.bottom_line and status.coverage.name == "ENTIRE_FILE" else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
