-- What people are told: one row for each person and occasion, so that nobody is told the same twice.

CREATE TABLE messages (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    amount BIGINT,
    day TEXT NOT NULL,
    planned_at BIGINT NOT NULL,
    read_at BIGINT,
    UNIQUE (person_id, occasion)
) STRICT;

-- The rounds of reminding that have begun; each has its turn once.
CREATE TABLE message_rounds (
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    round TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    PRIMARY KEY (drive_id, round)
) STRICT;

-- Who heads a unit is asked for all units at once.
CREATE INDEX posts_by_duty ON posts (institution_id, duty);
