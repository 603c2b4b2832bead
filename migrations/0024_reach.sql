-- Readings of a circular to a unit, and who was there.
CREATE TABLE readings (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL,
    reader TEXT NOT NULL,
    file_id BYTES NOT NULL REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'pdf')),
    officer_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    people BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
) STRICT;
CREATE INDEX readings_by_institution ON readings (institution_id, recorded_at);
CREATE INDEX readings_by_drive ON readings (drive_id);
CREATE INDEX readings_by_officer ON readings (officer_id);

CREATE TABLE hearings (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    reading_id BYTES NOT NULL REFERENCES readings (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sampled BIGINT NOT NULL CHECK (sampled IN (0, 1)),
    checked_at BIGINT,
    checker_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    agreed BIGINT CHECK (agreed IN (0, 1)),
    UNIQUE (reading_id, task_id),
    CHECK ((checked_at IS NULL) = (checker_id IS NULL)),
    CHECK ((checked_at IS NULL) = (agreed IS NULL))
) STRICT;
CREATE INDEX hearings_by_person ON hearings (person_id);
CREATE INDEX hearings_by_checker ON hearings (checker_id);

-- Periods in which people are away, never changed but struck out; and the due dates that follow for single people.
CREATE TABLE absences (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('leave', 'study', 'long_illness', 'seconded_out', 'seconded_in')),
    since TEXT NOT NULL,
    until TEXT,
    letter TEXT NOT NULL,
    noter_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    noted_at BIGINT NOT NULL,
    striker_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    struck_at BIGINT,
    CHECK (until IS NULL OR until >= since),
    CHECK ((striker_id IS NULL) = (struck_at IS NULL))
) STRICT;
CREATE INDEX absences_by_institution ON absences (institution_id);
CREATE INDEX absences_by_person ON absences (person_id);
CREATE INDEX absences_by_noter ON absences (noter_id);
CREATE INDEX absences_by_striker ON absences (striker_id);

ALTER TABLE tasks ADD COLUMN due_on TEXT;
ALTER TABLE tasks ADD COLUMN due_why TEXT CHECK (due_why IN ('joined', 'away', 'seconded'));
CREATE INDEX tasks_due_apart ON tasks (drive_id, due_why) WHERE due_why IS NOT NULL;
