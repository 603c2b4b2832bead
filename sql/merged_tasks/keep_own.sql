-- reach: institution
-- kind: record
UPDATE merged_tasks
SET own_delivered = $3, own_opened = $4, own_read = $5, own_passed = $6, own_pledged = $7, own_signed = $8
WHERE institution_id = $1 AND survivor_task = $2
