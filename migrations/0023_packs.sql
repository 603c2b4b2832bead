-- Village packs: a circular on paper for the people of a village, and what was read from it when it came back.

-- Whoever reads on paper or hears it read out has read without opening anything here: what comes before reading is that
-- the circular was met, on a screen, in the hand or in a room.
ALTER TABLE tasks RENAME COLUMN opened_at TO met_at;
ALTER TABLE tasks ADD COLUMN opened_at BIGINT;
UPDATE tasks SET opened_at = met_at WHERE met_at IS NOT NULL;

-- Of a step on paper two people can vouch: who compared it last stands in named_id, who read it first in here.
ALTER TABLE step_ways ADD COLUMN also_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
    CHECK (also_id IS NULL OR way = 'paper');
CREATE INDEX step_ways_by_also ON step_ways (also_id);

CREATE TABLE packs (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    through_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT NOT NULL,
    maker_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    made_at BIGINT NOT NULL
) STRICT;
CREATE INDEX packs_by_institution ON packs (institution_id, made_at);
CREATE INDEX packs_by_maker ON packs (maker_id);

CREATE TABLE pack_lines (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    pack_id BYTES NOT NULL REFERENCES packs (id) DEFERRABLE INITIALLY DEFERRED,
    place BIGINT NOT NULL CHECK (place > 0),
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    questions TEXT NOT NULL,
    voided_at BIGINT,
    keyer_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    keyed_at BIGINT,
    marks TEXT,
    settler_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    settled_at BIGINT,
    outcome TEXT,
    UNIQUE (pack_id, place),
    UNIQUE (pack_id, code),
    CHECK ((keyer_id IS NULL) = (keyed_at IS NULL)),
    CHECK (marks IS NULL OR keyed_at IS NOT NULL),
    CHECK ((settler_id IS NULL) = (settled_at IS NULL)),
    CHECK ((settler_id IS NULL) = (outcome IS NULL)),
    CHECK (settled_at IS NULL OR (keyed_at IS NOT NULL AND voided_at IS NULL)),
    CHECK (keyer_id <> settler_id),
    CHECK (keyer_id <> person_id),
    CHECK (settler_id <> person_id)
) STRICT;
-- Of the codes that were ever printed for somebody in a drive one counts at most.
CREATE UNIQUE INDEX pack_lines_one_open ON pack_lines (task_id) WHERE voided_at IS NULL AND settled_at IS NULL;
CREATE INDEX pack_lines_by_person ON pack_lines (person_id);
CREATE INDEX pack_lines_by_keyer ON pack_lines (keyer_id);
CREATE INDEX pack_lines_by_settler ON pack_lines (settler_id);

CREATE TABLE pack_pictures (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    pack_id BYTES NOT NULL REFERENCES packs (id) DEFERRABLE INITIALLY DEFERRED,
    file_id BYTES NOT NULL REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    media TEXT NOT NULL CHECK (media IN ('pdf', 'jpeg', 'png')),
    pages BIGINT NOT NULL CHECK (pages > 0),
    mark BYTES NOT NULL,
    sender_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    sent_at BIGINT NOT NULL,
    UNIQUE (pack_id, mark)
) STRICT;
CREATE INDEX pack_pictures_by_sender ON pack_pictures (sender_id);
