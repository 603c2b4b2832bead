-- A session knows what kind of device it is on, how many factors opened it, and when and how its owner last proved to
-- be there. `proof` is empty while nothing but the signing in itself has proved it.

ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT 'other/other';
ALTER TABLE sessions ADD COLUMN factors BIGINT NOT NULL DEFAULT 1 CHECK (factors IN (1, 2));
ALTER TABLE sessions ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN proof TEXT CHECK (proof IN ('password', 'passkey'));
