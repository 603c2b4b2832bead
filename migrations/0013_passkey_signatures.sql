-- What a passkey signed, as JSON: the public key and the device's answer, whose challenge is the commitment to the text.
-- A pact of before, and one that was signed with a password or on paper, has none.
ALTER TABLE pacts ADD COLUMN passkey_signature TEXT CHECK (passkey_signature IS NULL OR proof = 'passkey');
