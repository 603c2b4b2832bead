-- Paths to rows that were found only by reading a whole table, and one to files by where they lie.

CREATE INDEX details_by_institution ON details (institution_id, person_id);
CREATE INDEX jobs_by_institution ON jobs (institution_id, state);
CREATE INDEX files_by_address ON files (address);
