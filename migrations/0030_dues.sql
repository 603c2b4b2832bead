-- Drives that end with the pledge, and a day by which reading and the check are owed before the last day of all. Drives of
-- before keep the one day they have.

ALTER TABLE drives RENAME COLUMN asks TO asked;
ALTER TABLE drives ADD COLUMN asks TEXT NOT NULL DEFAULT 'signed' CHECK (asks IN ('read', 'passed', 'pledged', 'signed'));
UPDATE drives SET asks = asked;
ALTER TABLE drives DROP COLUMN asked;
ALTER TABLE drives ADD COLUMN know_by TEXT CHECK (know_by IS NULL OR (know_by < due AND asks IN ('pledged', 'signed')));

ALTER TABLE signed_scans RENAME COLUMN asks TO asked;
ALTER TABLE signed_scans ADD COLUMN asks TEXT NOT NULL DEFAULT 'signed'
    CHECK (asks IN ('read', 'passed', 'pledged', 'signed'));
UPDATE signed_scans SET asks = asked;
ALTER TABLE signed_scans DROP COLUMN asked;
ALTER TABLE signed_scans ADD COLUMN know_by TEXT
    CHECK (know_by IS NULL OR (know_by < due AND asks IN ('pledged', 'signed')));

-- The pledge can be refused where it is the last that is asked.
DROP INDEX tasks_excepted;
ALTER TABLE tasks RENAME COLUMN refused TO refuses;
ALTER TABLE tasks ADD COLUMN refused TEXT CHECK (refused IN ('read', 'passed', 'pledged', 'signed'));
UPDATE tasks SET refused = refuses WHERE refuses IS NOT NULL;
ALTER TABLE tasks DROP COLUMN refuses;
CREATE INDEX tasks_excepted ON tasks (drive_id) WHERE exempt_at IS NOT NULL OR refused IS NOT NULL;

-- By when somebody owes reading and the check, where that is another day than their drive's: as due_on and due_why say of
-- all of it.
ALTER TABLE tasks ADD COLUMN know_on TEXT;
ALTER TABLE tasks ADD COLUMN know_why TEXT CHECK (know_why IN ('joined', 'away', 'seconded'));
CREATE INDEX tasks_know_apart ON tasks (drive_id, know_why) WHERE know_why IS NOT NULL;
