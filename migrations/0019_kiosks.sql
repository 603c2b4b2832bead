-- Shared computers on which people sign in one after the other, and the sessions that were opened on them.

CREATE TABLE kiosks (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    operator_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    token_hash BYTES NOT NULL,
    opened_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
) STRICT;
CREATE UNIQUE INDEX kiosks_by_token ON kiosks (token_hash);
CREATE INDEX kiosks_by_operator ON kiosks (operator_id);

ALTER TABLE sessions ADD COLUMN kiosk_id BYTES REFERENCES kiosks (id) DEFERRABLE INITIALLY DEFERRED;
