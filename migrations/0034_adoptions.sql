-- What an institution has decided about disputed points of the law, by the ids of the law files: one row for each decision,
-- entered by one person and confirmed by another. A later row takes the place of an earlier one; nothing is deleted.
CREATE TABLE adoptions (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    instrument TEXT NOT NULL,
    dispute TEXT NOT NULL,
    reading TEXT,
    reason TEXT NOT NULL,
    office TEXT NOT NULL,
    signatory TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    entered_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    entered_at BIGINT NOT NULL,
    settled_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    settled_at BIGINT,
    CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
    CHECK ((state = 'waiting') = (settled_by IS NULL)),
    CHECK (state <> 'done' OR settled_by <> entered_by)
) STRICT;
CREATE UNIQUE INDEX adoptions_one_open ON adoptions (institution_id, instrument, dispute) WHERE state = 'waiting';
CREATE INDEX adoptions_by_institution ON adoptions (institution_id, entered_at);
CREATE INDEX adoptions_by_enterer ON adoptions (entered_by);
CREATE INDEX adoptions_by_settler ON adoptions (settled_by);
