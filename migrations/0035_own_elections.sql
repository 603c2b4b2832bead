-- Elections that an institution recorded itself, because the law files do not have them: one row for each time that one was
-- entered by one person and decided about by another. The last confirmed one of a series holds; nothing is deleted.
CREATE TABLE own_elections (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    series BYTES NOT NULL REFERENCES own_elections (id) DEFERRABLE INITIALLY DEFERRED,
    said TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'taken_back')),
    entered_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    entered_at BIGINT NOT NULL,
    confirmed_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    confirmed_at BIGINT,
    ended_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    ended_at BIGINT,
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CHECK ((state IN ('refused', 'taken_back')) = (ended_by IS NOT NULL)),
    CHECK (state <> 'confirmed' OR confirmed_by IS NOT NULL),
    CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)
) STRICT;
CREATE UNIQUE INDEX own_elections_one_open ON own_elections (institution_id, series) WHERE state = 'waiting';
CREATE INDEX own_elections_by_institution ON own_elections (institution_id, entered_at);
CREATE INDEX own_elections_by_series ON own_elections (series);
CREATE INDEX own_elections_by_enterer ON own_elections (entered_by);
CREATE INDEX own_elections_by_confirmer ON own_elections (confirmed_by);
CREATE INDEX own_elections_by_ender ON own_elections (ended_by);
