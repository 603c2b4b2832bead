-- The keys with which institutions seal their papers. A key that has ended has lost its secret and keeps its certificate.

CREATE TABLE seal_keys (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    certificate BYTES NOT NULL,
    secret BYTES,
    since BIGINT NOT NULL,
    until BIGINT,
    CHECK ((secret IS NULL) = (until IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX seal_keys_one_current ON seal_keys (institution_id) WHERE until IS NULL;
CREATE INDEX seal_keys_by_institution ON seal_keys (institution_id, since);
