seal-title = Seal
seal-text = The PDF files of letters and pacts carry the seal of the institution. With this certificate anybody can make sure, without asking us, that a file is genuine and unchanged.
seal-now = Fingerprint of the key since { $day }
seal-before = Fingerprint of an old key, { $from } to { $until }
seal-download = Download the certificate (PEM)

seal-verdict-intact = Intact. This file has not changed since it was sealed by { $name } on { $moment }.
seal-verdict-whole = Intact, but whose key it is has not been established. This file has not changed since it was sealed on { $moment } with a key named { $name }. Anybody can write that name. Compare the fingerprint with the one on the institution's page, or check again with --key segel.pem.
seal-verdict-appended = Not intact. The part that { $name } sealed is genuine, but { $bytes } bytes were added behind it. What you see may come from there. Ask the institution for the genuine file.
seal-verdict-other-key = Not a seal you trust. This file was sealed with another key named { $name }. Ask the institution for the genuine file, or compare the fingerprint if the institution has ever replaced its key.
seal-verdict-altered = Not intact. This file carries a seal, but its content is not what was sealed any more. Ask the institution for the genuine file.
seal-verdict-none = Not sealed. There is no seal of Netral in this file. Make sure that it is the original PDF file, not a scan or saved anew.
seal-fingerprint-line = Fingerprint of the key: { $fingerprint }
seal-passkey-over-this = The passkey of { $name } signed the text of this pact, number { $number }.
seal-passkey-over-another = The passkey of { $name } signed the text of the pact number { $number }, but its digest is not in this file. See whether file and proof belong together.
seal-passkey-wrong = The passkey in the proof did not sign the text beside it. Ask the signer for the original proof.
seal-passkey-unreadable = The proof of the passkey cannot be read. Use the file bukti-kunci-masuk.json as it was downloaded.
