-- One text for both engines. BYTES, BIGINT and STRICT are translated; see docs/decisions.
-- Ids are 16 bytes, instants microseconds since 1970, dates YYYY-MM-DD, booleans 0 or 1.

CREATE TABLE installation (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE institutions (
    id BYTES NOT NULL PRIMARY KEY,
    short_name TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('regency', 'city', 'province', 'agency')),
    head_title TEXT NOT NULL,
    place TEXT NOT NULL,
    zone TEXT NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
    work_days BIGINT NOT NULL CHECK (work_days IN (5, 6)),
    letterhead TEXT NOT NULL,
    help TEXT NOT NULL,
    example BIGINT NOT NULL CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE units (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    parent_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    work_days BIGINT CHECK (work_days IN (5, 6)),
    since TEXT NOT NULL,
    until TEXT,
    UNIQUE (institution_id, code)
) STRICT;

CREATE TABLE persons (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    name_before TEXT NOT NULL,
    name TEXT NOT NULL,
    name_after TEXT NOT NULL,
    search TEXT NOT NULL,
    has_phone BIGINT NOT NULL CHECK (has_phone IN (0, 1))
) STRICT;
CREATE INDEX persons_by_search ON persons (institution_id, search);

-- Numbers and contacts: encrypted, found again by a keyed blind index.
CREATE TABLE details (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('nip', 'ni_pppk', 'nik', 'phone', 'email')),
    blind_index BYTES NOT NULL,
    sealed BYTES NOT NULL,
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX details_by_index ON details (blind_index);
CREATE INDEX details_by_person ON details (person_id);

CREATE TABLE engagements (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    category TEXT NOT NULL,
    position TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX engagements_by_person ON engagements (person_id);
CREATE INDEX engagements_by_unit ON engagements (institution_id, unit_id);

CREATE TABLE posts (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    duty TEXT NOT NULL CHECK (duty IN ('head_of_region', 'regional_secretary', 'head_of_unit', 'other'))
) STRICT;
CREATE INDEX posts_by_unit ON posts (unit_id);

CREATE TABLE holders (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    post_id BYTES NOT NULL REFERENCES posts (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    tenure TEXT NOT NULL CHECK (tenure IN ('definitive', 'plt', 'plh', 'pj', 'pjs')),
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX holders_by_person ON holders (person_id);
CREATE INDEX holders_by_post ON holders (post_id);

CREATE TABLE grants (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    unit_id BYTES REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX grants_by_person ON grants (person_id);

CREATE TABLE accounts (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL UNIQUE REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    password_hash TEXT,
    created_at BIGINT NOT NULL
) STRICT;

CREATE TABLE passkeys (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    account_id BYTES NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    credential BYTES NOT NULL UNIQUE,
    data TEXT NOT NULL,
    created_at BIGINT NOT NULL
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

CREATE TABLE activations (
    code_hash BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
) STRICT;
CREATE INDEX activations_by_person ON activations (person_id);

-- Bookkeeping: sessions, ceremonies of the passkey protocol, throttles.
CREATE TABLE sessions (
    token_hash BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    account_id BYTES NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE ceremonies (
    token_hash BYTES NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
) STRICT;

CREATE TABLE throttles (
    pattern BYTES NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL
) STRICT;

CREATE TABLE circulars (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    number TEXT,
    dated TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    addressees TEXT NOT NULL,
    published_at BIGINT,
    signatory TEXT,
    CHECK ((published_at IS NULL) = (signatory IS NULL))
) STRICT;
CREATE INDEX circulars_by_institution ON circulars (institution_id, dated);

CREATE TABLE drives (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    circular_id BYTES NOT NULL REFERENCES circulars (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    election TEXT NOT NULL,
    due TEXT NOT NULL,
    pass_mark BIGINT NOT NULL CHECK (pass_mark BETWEEN 1 AND 5),
    begun_at BIGINT NOT NULL
) STRICT;
CREATE INDEX drives_by_institution ON drives (institution_id, begun_at);

CREATE TABLE tasks (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    drive_id BYTES NOT NULL REFERENCES drives (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id BYTES NOT NULL REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    category TEXT NOT NULL,
    delivered_at BIGINT NOT NULL,
    opened_at BIGINT,
    read_at BIGINT,
    passed_at BIGINT,
    pledged_at BIGINT,
    signed_at BIGINT,
    UNIQUE (drive_id, person_id),
    CHECK (read_at IS NULL OR opened_at IS NOT NULL),
    CHECK (passed_at IS NULL OR read_at IS NOT NULL),
    CHECK (signed_at IS NULL OR passed_at IS NOT NULL)
) STRICT;
CREATE INDEX tasks_by_unit ON tasks (drive_id, unit_id);
CREATE INDEX tasks_by_person ON tasks (person_id);

CREATE TABLE attempts (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    questions TEXT NOT NULL,
    answers TEXT,
    correct BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    CHECK ((answers IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX attempts_by_task ON attempts (task_id, asked_at);

CREATE TABLE pacts (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    task_id BYTES NOT NULL UNIQUE REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    person_id BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    proof TEXT NOT NULL CHECK (proof IN ('password', 'passkey')),
    signed_at BIGINT NOT NULL,
    salt BYTES NOT NULL
) STRICT;
CREATE INDEX pacts_by_person ON pacts (person_id);

CREATE TABLE files (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    address BYTES NOT NULL,
    size BIGINT NOT NULL,
    stored_at BIGINT NOT NULL
) STRICT;

CREATE TABLE papers (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'pact')),
    object_id BYTES NOT NULL,
    token TEXT NOT NULL UNIQUE,
    number TEXT,
    dated TEXT NOT NULL,
    initials TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'withdrawn')),
    file_id BYTES REFERENCES files (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (kind, object_id)
) STRICT;

CREATE TABLE imports (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('staged', 'applying', 'applied', 'discarded')),
    units TEXT NOT NULL,
    good BIGINT NOT NULL,
    faulty BIGINT NOT NULL,
    applied BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    person_id BYTES,
    staged_at BIGINT NOT NULL
) STRICT;
CREATE INDEX imports_by_institution ON imports (institution_id, staged_at);
-- Two files at once could both find somebody unknown and make them two persons.
CREATE UNIQUE INDEX imports_one_applying ON imports (institution_id) WHERE state = 'applying';

CREATE TABLE import_rows (
    import_id BYTES NOT NULL REFERENCES imports (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    line BIGINT NOT NULL,
    good BIGINT NOT NULL CHECK (good IN (0, 1)),
    sealed BYTES NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT;

CREATE TABLE jobs (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    work TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'leased', 'done', 'parked')),
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease BYTES,
    leased_until BIGINT,
    fault TEXT,
    created_at BIGINT NOT NULL
) STRICT;
CREATE INDEX jobs_by_due ON jobs (state, due_at);

CREATE TABLE audit_events (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    at BIGINT NOT NULL,
    actor_id BYTES,
    action TEXT NOT NULL,
    object_id BYTES,
    body BYTES NOT NULL
) STRICT;
CREATE INDEX audit_events_by_time ON audit_events (institution_id, at);
CREATE INDEX audit_events_by_object ON audit_events (object_id);

-- Erasing a salt erases what its commitment can tell.
CREATE TABLE audit_salts (
    event_id BYTES NOT NULL REFERENCES audit_events (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    salt BYTES NOT NULL,
    PRIMARY KEY (event_id, field)
) STRICT;
