-- What became of units: each change keeps what was before it, so that the tree of any day can be found again.
CREATE TABLE unit_changes (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    turn TEXT NOT NULL CHECK (turn IN ('began', 'renamed', 'moved', 'ended')),
    old_name TEXT,
    other_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    letter_number TEXT NOT NULL,
    letter_date TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    CHECK ((turn = 'renamed') = (old_name IS NOT NULL))
) STRICT;
CREATE INDEX unit_changes_by_institution ON unit_changes (institution_id, day);
