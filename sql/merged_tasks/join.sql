-- reach: institution
-- kind: record
INSERT INTO merged_tasks (
    institution_id, double_task, merge_id, survivor_task, own_delivered, own_opened, own_read, own_passed, own_pledged,
    own_signed
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
)
