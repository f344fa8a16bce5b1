-- The audit is searched by who acted, and emptying it is refused like changing a line of it.
-- CreateIndex
CREATE INDEX "AuditEntry_actorId_idx" ON "AuditEntry"("actorId");

CREATE TRIGGER written_once_all BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
