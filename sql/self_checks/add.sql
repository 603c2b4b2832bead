-- reach: outside; whoever asks what they may do belongs to no institution
-- kind: bookkeeping
INSERT INTO self_checks (day, verdict, lane, answers)
VALUES ($1, $2, $3, 1)
ON CONFLICT (day, verdict, lane) DO UPDATE SET answers = self_checks.answers + 1
