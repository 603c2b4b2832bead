-- Signatures that somebody has to look at, and what came of it. A void pact leaves its task open for another one.

ALTER TABLE pacts ADD COLUMN standing TEXT NOT NULL DEFAULT 'valid' CHECK (standing IN ('valid', 'waiting', 'void'));
DROP INDEX pacts_one_of_task;
CREATE UNIQUE INDEX pacts_one_of_task ON pacts (task_id) WHERE standing <> 'void';

CREATE TABLE signature_checks (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    pact_id BYTES NOT NULL REFERENCES pacts (id) DEFERRABLE INITIALLY DEFERRED,
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
CREATE UNIQUE INDEX signature_checks_one_open ON signature_checks (pact_id, reason) WHERE outcome IS NULL;
CREATE INDEX signature_checks_by_person ON signature_checks (person_id);
CREATE INDEX signature_checks_by_decider ON signature_checks (decided_by);
CREATE INDEX signature_checks_by_time ON signature_checks (institution_id, opened_at);
