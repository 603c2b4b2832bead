-- reach: institution
-- kind: record
INSERT INTO public_figures (
    institution_id, drive_id, day, figures
) VALUES (
    $1, $2, $3, $4
)
ON CONFLICT (drive_id, day) DO NOTHING
