-- The second factor beside a password: the sealed secret of an authenticator app, the step whose code was taken last,
-- and hashes of codes for the day the app is gone.

CREATE TABLE second_factors (
    account_id BYTES NOT NULL PRIMARY KEY REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BYTES NOT NULL,
    step BIGINT NOT NULL,
    created_at BIGINT NOT NULL
) STRICT;

CREATE TABLE recovery_codes (
    code_hash BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    account_id BYTES NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    used_at BIGINT
) STRICT;
CREATE INDEX recovery_codes_by_account ON recovery_codes (account_id);
