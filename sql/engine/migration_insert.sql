-- reach: outside; the schema belongs to the whole installation
-- kind: bookkeeping
INSERT INTO schema_migrations (version, name, digest, applied_at) VALUES ($1, $2, $3, $4)
