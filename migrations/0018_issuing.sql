-- Letters that were signed by hand: uploaded by one, compared by another. Numbers that the register gave, all of them, and
-- how an institution writes them.

CREATE TABLE signed_scans (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    circular_id BYTES NOT NULL REFERENCES circulars (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    number TEXT,
    dated TEXT NOT NULL,
    signatory TEXT NOT NULL,
    due TEXT NOT NULL,
    pass_mark BIGINT NOT NULL CHECK (pass_mark BETWEEN 1 AND 5),
    asks TEXT NOT NULL CHECK (asks IN ('read', 'passed', 'signed')),
    tries BIGINT CHECK (tries BETWEEN 1 AND 10),
    media TEXT NOT NULL CHECK (media IN ('pdf', 'jpeg', 'png')),
    file_id BYTES NOT NULL REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    submitted_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    submitted_office TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'returned')),
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_office TEXT,
    decided_at BIGINT,
    reason TEXT,
    CHECK ((state = 'waiting') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_office IS NULL)),
    CHECK ((state = 'returned') = (reason IS NOT NULL)),
    CHECK (state <> 'confirmed' OR decided_by <> submitted_by)
) STRICT;
CREATE INDEX signed_scans_by_circular ON signed_scans (circular_id, submitted_at);
CREATE INDEX signed_scans_by_submitter ON signed_scans (submitted_by);
CREATE INDEX signed_scans_by_decider ON signed_scans (decided_by);
CREATE UNIQUE INDEX signed_scans_one_open ON signed_scans (circular_id) WHERE state <> 'returned';

CREATE TABLE circular_numbers (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    circular_id BYTES NOT NULL REFERENCES circulars (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    reason TEXT NOT NULL,
    given_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    given_office TEXT NOT NULL,
    given_at BIGINT NOT NULL
) STRICT;
CREATE INDEX circular_numbers_by_circular ON circular_numbers (circular_id, given_at);
CREATE INDEX circular_numbers_by_giver ON circular_numbers (given_by);

CREATE TABLE number_patterns (
    institution_id BYTES NOT NULL PRIMARY KEY REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    pattern TEXT
) STRICT;
