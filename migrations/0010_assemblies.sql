-- Assemblies at which the pledge is taken, who took part, and the sheets of those without a phone.
CREATE TABLE assemblies (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    held_at BIGINT NOT NULL,
    place TEXT NOT NULL,
    leader TEXT NOT NULL,
    witnesses TEXT NOT NULL,
    leaders_first BIGINT NOT NULL CHECK (leaders_first IN (0, 1)),
    phase TEXT NOT NULL CHECK (phase IN ('planned', 'join', 'read', 'leaders', 'sign', 'done')),
    point BIGINT NOT NULL,
    opened_at BIGINT,
    signing_at BIGINT,
    closed_at BIGINT,
    tally TEXT,
    CHECK ((phase = 'done') = (closed_at IS NOT NULL)),
    CHECK ((phase = 'read') = (point > 0))
) STRICT;
CREATE INDEX assemblies_by_institution ON assemblies (institution_id, held_at);
CREATE INDEX assemblies_by_phase ON assemblies (phase);

CREATE TABLE sheets (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    assembly_id BYTES NOT NULL REFERENCES assemblies (id) DEFERRABLE INITIALLY DEFERRED,
    file_id BYTES NOT NULL REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'pdf')),
    officer_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    people BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
) STRICT;
CREATE INDEX sheets_by_assembly ON sheets (assembly_id);

CREATE TABLE attendances (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    assembly_id BYTES NOT NULL REFERENCES assemblies (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    joined_at BIGINT NOT NULL,
    pledged_at BIGINT,
    sheet_id BYTES REFERENCES sheets (id) DEFERRABLE INITIALLY DEFERRED,
    sampled BIGINT NOT NULL CHECK (sampled IN (0, 1)),
    checked_at BIGINT,
    checker_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    agreed BIGINT CHECK (agreed IN (0, 1)),
    UNIQUE (assembly_id, task_id),
    CHECK ((checked_at IS NULL) = (checker_id IS NULL)),
    CHECK ((checked_at IS NULL) = (agreed IS NULL))
) STRICT;

-- The minutes of an assembly are a paper, too.
CREATE TABLE papers_of_three_kinds (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'pact', 'minutes')),
    object_id BYTES NOT NULL,
    token TEXT NOT NULL UNIQUE,
    number TEXT,
    dated TEXT NOT NULL,
    initials TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'withdrawn')),
    file_id BYTES REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (kind, object_id)
) STRICT;
INSERT INTO papers_of_three_kinds (
    id, institution_id, kind, object_id, token, number, dated, initials, state, file_id
)
SELECT id, institution_id, kind, object_id, token, number, dated, initials, state, file_id FROM papers;
DROP TABLE papers;
ALTER TABLE papers_of_three_kinds RENAME TO papers;
-- Paths for taking out of the register whom nothing refers to.
CREATE INDEX attendances_by_person ON attendances (person_id);
CREATE INDEX attendances_by_checker ON attendances (checker_id);
CREATE INDEX sheets_by_officer ON sheets (officer_id);
