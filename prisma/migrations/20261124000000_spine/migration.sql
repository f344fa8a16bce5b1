
-- What Prisma's schema cannot say -----------------------------------------------------------

-- One open attempt per learner and subject, whatever the number of tabs.
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt" ("userId", "kind", "subjectId") WHERE "closedAt" IS NULL;
-- One certificate per person and occurrence that is not revoked; a revoked one can be followed by a new one.
CREATE UNIQUE INDEX "Certificate_one_valid" ON "Certificate" ("personId", "occurrenceId") WHERE "revokedAt" IS NULL;
-- NULL units are distinct to a plain unique index.
CREATE UNIQUE INDEX "RoleGrant_whole_organisation" ON "RoleGrant" ("personId", "role") WHERE "unitId" IS NULL;
-- Subtrees are found by the beginning of the path.
CREATE INDEX "Unit_path_prefix" ON "Unit" ("path" text_pattern_ops);

-- Evidence is written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME; END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "ContentItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "ContentKey" FOR EACH ROW EXECUTE FUNCTION refuse_change();
