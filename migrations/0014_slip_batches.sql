-- Activation slips for many people at once: one person orders them, another releases and prints them.
CREATE TABLE slip_batches (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    ordered_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    ordered_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ordered', 'released', 'called_off')),
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_at BIGINT,
    printed BIGINT NOT NULL,
    CHECK ((state = 'ordered') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state <> 'released' OR decided_by <> ordered_by)
) STRICT;
CREATE INDEX slip_batches_by_institution ON slip_batches (institution_id, ordered_at);
CREATE INDEX slip_batches_by_orderer ON slip_batches (ordered_by);
CREATE INDEX slip_batches_by_decider ON slip_batches (decided_by);

CREATE TABLE slip_batch_persons (
    batch_id BYTES NOT NULL REFERENCES slip_batches (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (batch_id, person_id)
) STRICT;
CREATE INDEX slip_batch_persons_by_person ON slip_batch_persons (person_id);
