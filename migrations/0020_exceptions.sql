-- Who is exempt from a drive and who refused. What stands of it is also at the task, where people are counted and listed.
CREATE TABLE exceptions (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('exempt', 'refused')),
    reason TEXT NOT NULL,
    dated TEXT NOT NULL,
    words BYTES NOT NULL,
    noter_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    noted_at BIGINT NOT NULL,
    answer BYTES,
    answered_at BIGINT,
    ender_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    ended_at BIGINT,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((ender_id IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX exceptions_by_task ON exceptions (task_id);
CREATE INDEX exceptions_by_person ON exceptions (person_id);
CREATE INDEX exceptions_by_noter ON exceptions (noter_id);
CREATE INDEX exceptions_by_ender ON exceptions (ender_id);

ALTER TABLE tasks ADD COLUMN exempt_at BIGINT;
ALTER TABLE tasks ADD COLUMN refused TEXT CHECK (refused IN ('read', 'passed', 'signed'));
-- Few among many: they are found without reading everybody.
CREATE INDEX tasks_excepted ON tasks (drive_id) WHERE exempt_at IS NOT NULL OR refused IS NOT NULL;
