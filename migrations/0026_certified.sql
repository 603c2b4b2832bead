-- The certified electronic signature on a letter: each time that it was asked for, before the request left, and what came of
-- it. Neither the signer's identity number nor the passphrase stands anywhere.

CREATE TABLE certified_signatures (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    circular_id BYTES NOT NULL REFERENCES circulars (id) DEFERRABLE INITIALLY DEFERRED,
    turn BIGINT NOT NULL CHECK (turn > 0),
    asked_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    sent_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'signed', 'refused', 'unknown')),
    ended_at BIGINT,
    why TEXT,
    words TEXT,
    file_id BYTES REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    signer TEXT,
    behind BIGINT,
    UNIQUE (circular_id, turn),
    CHECK ((state = 'sent') = (ended_at IS NULL)),
    CHECK ((state = 'sent') = (why IS NULL)),
    CHECK ((state = 'refused') = (words IS NOT NULL)),
    CHECK ((state = 'signed') = (file_id IS NOT NULL)),
    CHECK ((state = 'signed') = (behind IS NOT NULL)),
    CHECK (signer IS NULL OR state = 'signed')
) STRICT;
-- One request on its way, or one signed letter; never two.
CREATE UNIQUE INDEX certified_signatures_one ON certified_signatures (circular_id) WHERE state IN ('sent', 'signed');
CREATE INDEX certified_signatures_by_asker ON certified_signatures (asked_by);
