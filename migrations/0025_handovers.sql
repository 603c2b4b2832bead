-- Roles that somebody leaves to a successor: one proposes it, the successor accepts it.
CREATE TABLE handovers (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    leaving_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    successor_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    proposed_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    proposed_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'called_off')),
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_at BIGINT,
    done TEXT,
    CHECK (leaving_id <> successor_id),
    CHECK (proposed_by <> successor_id),
    CHECK ((state = 'proposed') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state = 'accepted') = (done IS NOT NULL)),
    CHECK (state NOT IN ('accepted', 'declined') OR decided_by = successor_id)
) STRICT;
CREATE UNIQUE INDEX handovers_one_open ON handovers (leaving_id) WHERE state = 'proposed';
CREATE INDEX handovers_by_institution ON handovers (institution_id, proposed_at);
CREATE INDEX handovers_by_leaving ON handovers (leaving_id);
CREATE INDEX handovers_by_successor ON handovers (successor_id);
CREATE INDEX handovers_by_proposer ON handovers (proposed_by);
CREATE INDEX handovers_by_decider ON handovers (decided_by);

CREATE TABLE handover_roles (
    handover_id BYTES NOT NULL REFERENCES handovers (id) DEFERRABLE INITIALLY DEFERRED,
    grant_id BYTES NOT NULL REFERENCES grants (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    unit_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (handover_id, grant_id)
) STRICT;
