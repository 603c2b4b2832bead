-- reach: outside; the schema belongs to the whole installation
-- kind: read
SELECT version, name, digest FROM schema_migrations ORDER BY version
