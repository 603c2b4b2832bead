-- Imports that can be read again with other columns, and undone.

CREATE TABLE imports_new (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('columns', 'staged', 'applying', 'applied', 'undoing', 'undone', 'discarded')
    ),
    units TEXT NOT NULL,
    good BIGINT NOT NULL,
    faulty BIGINT NOT NULL,
    applied BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    person_id BYTES,
    staged_at BIGINT NOT NULL,
    upload_id BYTES,
    layout TEXT NOT NULL,
    decided_at BIGINT,
    undone BIGINT NOT NULL,
    kept BIGINT NOT NULL
) STRICT;
DROP INDEX imports_by_institution;
DROP INDEX imports_one_applying;
CREATE INDEX imports_by_institution ON imports_new (institution_id, staged_at);
CREATE INDEX imports_by_upload ON imports_new (upload_id);
-- Two files at once could both find somebody unknown and make them two persons; and nothing is undone while they do.
CREATE UNIQUE INDEX imports_one_applying ON imports_new (institution_id) WHERE state IN ('applying', 'undoing');
-- Rows come last: PostgreSQL makes no index over rows whose references are still to be checked.
INSERT INTO imports_new (
    id, institution_id, file_name, state, units, good, faulty, applied, unchanged, person_id, staged_at, upload_id,
    layout, decided_at, undone, kept
)
SELECT id, institution_id, file_name, state, units, good, faulty, applied, unchanged, person_id, staged_at, NULL,
    '{"sheet":null,"header_line":null,"columns":null,"category":null}', NULL, 0, 0
FROM imports;

CREATE TABLE import_rows_new (
    import_id BYTES NOT NULL REFERENCES imports_new (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    line BIGINT NOT NULL,
    good BIGINT NOT NULL CHECK (good IN (0, 1)),
    sealed BYTES NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT;
INSERT INTO import_rows_new (import_id, institution_id, line, good, sealed)
SELECT import_id, institution_id, line, good, sealed
FROM import_rows;

DROP TABLE import_rows;
DROP TABLE imports;
ALTER TABLE imports_new RENAME TO imports;
ALTER TABLE import_rows_new RENAME TO import_rows;

-- The uploaded file itself, sealed in parts, until the officer has decided.
CREATE TABLE upload_parts (
    upload_id BYTES NOT NULL,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    part BIGINT NOT NULL,
    sealed BYTES NOT NULL,
    PRIMARY KEY (upload_id, part)
) STRICT;

-- What an officer said about the columns below the same headings, found again by a keyed hash of them.
CREATE TABLE import_layouts (
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    fingerprint BYTES NOT NULL,
    columns TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (institution_id, fingerprint)
) STRICT;

-- What an import made of a person: a keyed hash of how they stood afterwards, and, sealed, how they stood before.
-- Nobody who stands otherwise by now is put back.
CREATE TABLE import_traces (
    import_id BYTES NOT NULL REFERENCES imports (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    after BYTES NOT NULL,
    before BYTES,
    kept TEXT CHECK (kept IN ('changed', 'in_use')),
    PRIMARY KEY (import_id, person_id)
) STRICT;
CREATE INDEX import_traces_by_person ON import_traces (person_id);
-- Paths by which it is seen whether anything refers to a person.
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX pacts_by_named ON pacts (named_id);
CREATE INDEX step_ways_by_person ON step_ways (person_id);
CREATE INDEX step_ways_by_named ON step_ways (named_id);
