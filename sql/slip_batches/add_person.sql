-- reach: institution
-- kind: record
INSERT INTO slip_batch_persons (institution_id, batch_id, person_id) VALUES ($1, $2, $3)
