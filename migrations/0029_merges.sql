-- Two records of one person that become one: who proposed and decided it, what it moved, and which task goes with which.
CREATE TABLE merges (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    survivor_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    double_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    reason BYTES NOT NULL,
    proposed_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    proposed_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'done', 'refused', 'called_off', 'undone')),
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_at BIGINT,
    moves TEXT,
    parted_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    parted_at BIGINT,
    parted_reason BYTES,
    CHECK (survivor_id <> double_id),
    CHECK (proposed_by <> survivor_id AND proposed_by <> double_id),
    CHECK (decided_by <> survivor_id AND decided_by <> double_id),
    CHECK (parted_by <> survivor_id AND parted_by <> double_id),
    CHECK ((state = 'proposed') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state NOT IN ('done', 'undone') OR decided_by <> proposed_by),
    CHECK ((state IN ('done', 'undone')) = (moves IS NOT NULL)),
    CHECK ((state = 'undone') = (parted_by IS NOT NULL)),
    CHECK ((parted_by IS NULL) = (parted_at IS NULL)),
    CHECK ((parted_by IS NULL) = (parted_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX merges_one_done ON merges (double_id) WHERE state = 'done';
CREATE INDEX merges_by_institution ON merges (institution_id, proposed_at);
CREATE INDEX merges_by_survivor ON merges (survivor_id);
CREATE INDEX merges_by_double ON merges (double_id);
CREATE INDEX merges_by_proposer ON merges (proposed_by);
CREATE INDEX merges_by_decider ON merges (decided_by);
CREATE INDEX merges_by_parter ON merges (parted_by);

-- The task of a record that ended, and the task of the same drive of the record that stays; `own` is what that one has of
-- its own. Rows are here only as long as the two records are one.
CREATE TABLE merged_tasks (
    double_task BYTES NOT NULL PRIMARY KEY REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    merge_id BYTES NOT NULL REFERENCES merges (id) DEFERRABLE INITIALLY DEFERRED,
    survivor_task BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    own_delivered BIGINT,
    own_opened BIGINT,
    own_read BIGINT,
    own_passed BIGINT,
    own_pledged BIGINT,
    own_signed BIGINT,
    CHECK (double_task <> survivor_task)
) STRICT;
CREATE INDEX merged_tasks_by_survivor ON merged_tasks (survivor_task);
CREATE INDEX merged_tasks_by_merge ON merged_tasks (merge_id);
