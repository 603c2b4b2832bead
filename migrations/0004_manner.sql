-- How a pact was signed and how a step was taken: on whose device, and who vouches for it. Until now nobody could sign
-- but with their own sign-in on a device that was not counted.

CREATE TABLE pacts_with_manner (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    assurance TEXT NOT NULL CHECK (assurance IN ('own_device', 'shared_device', 'kiosk', 'paper')),
    proof TEXT CHECK (proof IN ('password', 'passkey')),
    named_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    signed_at BIGINT NOT NULL,
    salt BYTES NOT NULL,
    CHECK ((proof IS NULL) = (assurance = 'paper')),
    CHECK ((named_id IS NULL) = (assurance IN ('own_device', 'shared_device')))
) STRICT;
CREATE UNIQUE INDEX pacts_one_of_task ON pacts_with_manner (task_id);
CREATE INDEX pacts_of_person ON pacts_with_manner (person_id);
INSERT INTO pacts_with_manner (
    id, institution_id, task_id, person_id, number, body, assurance, proof, signed_at, salt
)
SELECT id, institution_id, task_id, person_id, number, body, 'own_device', proof, signed_at, salt
FROM pacts;
DROP TABLE pacts;
ALTER TABLE pacts_with_manner RENAME TO pacts;

-- A step without a row here was taken with the person's own sign-in.
CREATE TABLE step_ways (
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT NOT NULL CHECK (step IN ('opened', 'read', 'passed', 'pledged', 'signed')),
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    way TEXT NOT NULL CHECK (way IN ('own_device', 'shared_device', 'kiosk', 'reading', 'paper')),
    named_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    device BYTES,
    PRIMARY KEY (task_id, step),
    CHECK ((named_id IS NULL) = (way IN ('own_device', 'shared_device'))),
    CHECK (device IS NULL OR named_id IS NULL)
) STRICT;
CREATE INDEX step_ways_by_device ON step_ways (institution_id, device);
