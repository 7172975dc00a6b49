-- create
CREATE TABLE IF NOT EXISTS reader (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, created_at BIGINT NOT NULL, created_by TEXT NOT NULL, changed_at BIGINT NOT NULL, changed_by TEXT NOT NULL, log TEXT NOT NULL, log_index BIGINT NOT NULL, name TEXT, number TEXT, branch TEXT, born TEXT, age BIGINT, secret TEXT, name_fold TEXT, number_fold TEXT, secret_fold TEXT);
CREATE INDEX IF NOT EXISTS reader_name_fold_index ON reader (name_fold);
CREATE UNIQUE INDEX IF NOT EXISTS reader_number_key ON reader (number);
CREATE INDEX IF NOT EXISTS reader_number_fold_index ON reader (number_fold);
CREATE INDEX IF NOT EXISTS reader_branch_index ON reader (branch);
CREATE INDEX IF NOT EXISTS reader_born_index ON reader (born);
CREATE INDEX IF NOT EXISTS reader_secret_fold_index ON reader (secret_fold);

-- insert
INSERT INTO reader (id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born, age, secret, name_fold, number_fold, secret_fold) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- update
UPDATE reader SET version = $1, changed_at = $2, changed_by = $3, log = $4, log_index = $5, name = $6, number = $7, branch = $8, born = $9, age = $10, secret = $11, name_fold = $12, number_fold = $13, secret_fold = $14 WHERE id = $15 AND version = $16;

-- replace
INSERT INTO reader (id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born, age, secret, name_fold, number_fold, secret_fold) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (id) DO UPDATE SET version = excluded.version, created_at = excluded.created_at, created_by = excluded.created_by, changed_at = excluded.changed_at, changed_by = excluded.changed_by, log = excluded.log, log_index = excluded.log_index, name = excluded.name, number = excluded.number, branch = excluded.branch, born = excluded.born, age = excluded.age, secret = excluded.secret, name_fold = excluded.name_fold, number_fold = excluded.number_fold, secret_fold = excluded.secret_fold;

-- delete all
DELETE FROM reader;

-- erase
DELETE FROM reader WHERE id = $1;

-- all
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born, age, secret FROM reader ORDER BY id LIMIT $1;

-- page by name
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born, age, secret FROM reader WHERE (name > $1 OR (name = $1 AND id > $2) OR name IS NULL) ORDER BY name NULLS LAST, id LIMIT $3;

-- page by name, downwards, among the absent
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born, age, secret FROM reader WHERE (name IS NULL AND id < $1) ORDER BY name DESC NULLS LAST, id DESC LIMIT $2;

-- subject in scope, conditions, search, hidden columns
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, name, number, branch, born FROM reader WHERE name IN ($1, $2) AND born > $3 AND born <> '?' AND (number <> $4 OR number IS NULL) AND (number >= $5 AND number < $6) AND branch IN ($7, $8, $9, $10) AND ((name_fold >= $11 AND name_fold < $12) OR name_fold LIKE $13 ESCAPE '\' OR (number_fold >= $14 AND number_fold < $15)) ORDER BY created_at, id LIMIT $16;

-- the same, counted
SELECT count(*) FROM reader WHERE name IN ($1, $2) AND born > $3 AND born <> '?' AND (number <> $4 OR number IS NULL) AND (number >= $5 AND number < $6) AND branch IN ($7, $8, $9, $10) AND ((name_fold >= $11 AND name_fold < $12) OR name_fold LIKE $13 ESCAPE '\' OR (number_fold >= $14 AND number_fold < $15));

-- of a subject, in scope
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, reader, branch, title, due FROM loan WHERE (reader IN (SELECT id FROM reader WHERE branch IN ($1)) OR (reader IS NULL AND (branch IN ($1) OR branch IS NULL))) ORDER BY due NULLS LAST, id LIMIT $2;

-- of a subject, in an empty scope
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, reader, branch, title, due FROM loan WHERE (reader IN (SELECT id FROM reader WHERE 1 = 0) OR (reader IS NULL AND (1 = 0 OR branch IS NULL))) ORDER BY due NULLS LAST, id LIMIT $1;

-- of a facility, in scope
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, body, branch FROM notice WHERE (branch IN ($1, $2)) ORDER BY id LIMIT $3;

-- facilities, in scope
SELECT id, version, created_at, created_by, changed_at, changed_by, log, log_index, code, title FROM branch WHERE id IN ($1, $2) ORDER BY id LIMIT $3;

