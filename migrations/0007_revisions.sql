-- Revisions and withdrawals of circulars; how far a drive asks people to go; tasks that ended undone.
-- A drive of before asked for the pact, set no bound to checks and went to everybody.

ALTER TABLE circulars ADD COLUMN revision TEXT;
ALTER TABLE circulars ADD COLUMN ended_at BIGINT;
ALTER TABLE circulars ADD COLUMN ending TEXT CHECK ((ending IS NULL) = (ended_at IS NULL));

ALTER TABLE drives ADD COLUMN asks TEXT NOT NULL DEFAULT 'signed' CHECK (asks IN ('read', 'passed', 'signed'));
ALTER TABLE drives ADD COLUMN tries BIGINT CHECK (tries BETWEEN 1 AND 10);
ALTER TABLE drives ADD COLUMN only_changed BIGINT NOT NULL DEFAULT 0 CHECK (only_changed IN (0, 1));
ALTER TABLE drives ADD COLUMN ended_at BIGINT;
CREATE INDEX drives_by_circular ON drives (circular_id);

ALTER TABLE tasks ADD COLUMN ended_at BIGINT;
