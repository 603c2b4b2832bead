-- What the personnel agency records about who takes and who leaves a post, with its letter. What is about the head of
-- region or the regional secretary waits for a second person. The holding of a beginning that waits does not exist yet,
-- so holder_id refers to nothing.
CREATE TABLE appointments (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    post_id BYTES NOT NULL REFERENCES posts (id) DEFERRABLE INITIALLY DEFERRED,
    holder_id BYTES NOT NULL,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    turn TEXT NOT NULL CHECK (turn IN ('begins', 'ends', 'never')),
    tenure TEXT CHECK (tenure IN ('definitive', 'plt', 'plh', 'pj', 'pjs')),
    since TEXT,
    until TEXT,
    letter_number TEXT,
    letter_dated TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    proposed_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    proposed_at BIGINT NOT NULL,
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_at BIGINT,
    CHECK ((turn = 'begins') = (tenure IS NOT NULL)),
    CHECK ((turn = 'begins') = (since IS NOT NULL)),
    CHECK (turn <> 'ends' OR until IS NOT NULL),
    CHECK (turn = 'never' OR letter_number IS NOT NULL),
    CHECK ((letter_number IS NULL) = (letter_dated IS NULL)),
    CHECK (turn <> 'begins' OR proposed_by <> person_id),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state <> 'waiting' OR decided_by IS NULL),
    CHECK (state <> 'refused' OR decided_by IS NOT NULL),
    CHECK (state <> 'done' OR decided_by IS NULL OR (decided_by <> proposed_by AND decided_by <> person_id))
) STRICT;
CREATE UNIQUE INDEX appointments_one_open ON appointments (post_id) WHERE state = 'waiting';
CREATE INDEX appointments_by_institution ON appointments (institution_id, state);
CREATE INDEX appointments_by_post ON appointments (post_id);
CREATE INDEX appointments_by_person ON appointments (person_id);
CREATE INDEX appointments_by_proposer ON appointments (proposed_by);
CREATE INDEX appointments_by_decider ON appointments (decided_by);
