-- Roles in which somebody acts for their holder, for a time and by a letter.
CREATE TABLE delegations (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    from_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    to_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    unit_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    letter_number TEXT NOT NULL,
    letter_date TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK (from_id <> to_id),
    CHECK (since <= until)
) STRICT;
CREATE INDEX delegations_by_giver ON delegations (from_id);
CREATE INDEX delegations_by_delegate ON delegations (to_id);
