-- A pledge is looked at as a pact is: on a device that many use, and when whoever it is said to be of disowns it. What is
-- looked at is what was given for a task in one moment; a pledge alone has no pact.

CREATE TABLE checks_of_pledges_too (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    pact_id BYTES REFERENCES pacts (id) DEFERRABLE INITIALLY DEFERRED,
    attendance_id BYTES REFERENCES attendances (id) DEFERRABLE INITIALLY DEFERRED,
    given_at BIGINT NOT NULL,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL CHECK (reason IN ('crowded', 'not_me', 'doubted')),
    device BYTES,
    opened_at BIGINT NOT NULL,
    outcome TEXT CHECK (outcome IN ('confirmed', 'doubted', 'voided')),
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_at BIGINT,
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
) STRICT;
-- The indexes before the rows: PostgreSQL makes none on a table whose references wait to be looked at.
DROP INDEX signature_checks_one_open;
DROP INDEX signature_checks_by_person;
DROP INDEX signature_checks_by_decider;
DROP INDEX signature_checks_by_time;
CREATE UNIQUE INDEX signature_checks_one_open ON checks_of_pledges_too (task_id, given_at, reason) WHERE outcome IS NULL;
CREATE INDEX signature_checks_by_person ON checks_of_pledges_too (person_id);
CREATE INDEX signature_checks_by_decider ON checks_of_pledges_too (decided_by);
CREATE INDEX signature_checks_by_time ON checks_of_pledges_too (institution_id, opened_at);
CREATE INDEX signature_checks_by_attendance ON checks_of_pledges_too (attendance_id);
INSERT INTO checks_of_pledges_too (
    id, institution_id, pact_id, given_at, task_id, person_id, reason, device, opened_at, outcome, decided_by, decided_at
)
SELECT c.id, c.institution_id, c.pact_id, k.signed_at, c.task_id, c.person_id, c.reason, c.device, c.opened_at, c.outcome,
    c.decided_by, c.decided_at
FROM signature_checks c
JOIN pacts k ON k.id = c.pact_id;
DROP TABLE signature_checks;
ALTER TABLE checks_of_pledges_too RENAME TO signature_checks;
