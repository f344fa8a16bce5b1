-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UnitType" AS ENUM ('province', 'city', 'county', 'sales_office', 'service_office', 'department');

-- CreateEnum
CREATE TYPE "StaffKind" AS ENUM ('staff', 'agent');

-- CreateEnum
CREATE TYPE "PersonStatus" AS ENUM ('active', 'on_leave', 'left');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('manager', 'content_owner', 'administrator');

-- CreateEnum
CREATE TYPE "CompletionKind" AS ENUM ('lesson', 'quiz', 'scenario', 'chapter');

-- CreateEnum
CREATE TYPE "AttemptKind" AS ENUM ('check', 'quiz', 'practice', 'exam');

-- CreateEnum
CREATE TYPE "ClosedBy" AS ENUM ('learner', 'job', 'look');

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "parentId" UUID,
    "type" "UnitType" NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "serviceStage" TEXT NOT NULL,
    "staffKind" "StaffKind" NOT NULL,
    "status" "PersonStatus" NOT NULL DEFAULT 'active',
    "hiredOn" DATE NOT NULL,
    "phone" TEXT,
    "mail" TEXT,
    "passwordHash" TEXT,
    "passwordSetAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginName" (
    "name" TEXT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "LoginName_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "unitId" UUID,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "remember" BOOLEAN NOT NULL DEFAULT false,
    "revokedAt" TIMESTAMPTZ,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "usedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "loginName" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ NOT NULL,
    "lockedUntil" TIMESTAMPTZ,

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("loginName")
);

-- CreateTable
CREATE TABLE "ContentItem" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "ContentItem_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "ContentKey" (
    "hash" TEXT NOT NULL,
    "key" JSONB NOT NULL,

    CONSTRAINT "ContentKey_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "ContentRevision" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContentRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonPosition" (
    "userId" UUID NOT NULL,
    "lessonId" TEXT NOT NULL,
    "cardIndex" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonPosition_pkey" PRIMARY KEY ("userId","lessonId")
);

-- CreateTable
CREATE TABLE "Completion" (
    "userId" UUID NOT NULL,
    "kind" "CompletionKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "completedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unitId" UUID NOT NULL,

    CONSTRAINT "Completion_pkey" PRIMARY KEY ("userId","kind","subjectId")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "AttemptKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "occurrenceId" UUID,
    "sitting" INTEGER,
    "revisionId" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "paper" JSONB NOT NULL,
    "itemIds" TEXT[],
    "passPercent" INTEGER NOT NULL,
    "timeLimitSeconds" INTEGER,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadlineAt" TIMESTAMPTZ,
    "graceSeconds" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ,
    "closedBy" "ClosedBy",
    "scorePercent" INTEGER,
    "passed" BOOLEAN,
    "result" JSONB,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Response" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "correct" BOOLEAN,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ScenarioRun" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ,
    "endingId" TEXT,
    "scorePercent" INTEGER,
    "passed" BOOLEAN,
    "redLine" BOOLEAN,

    CONSTRAINT "ScenarioRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunTurn" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "try" INTEGER NOT NULL,
    "turnId" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "judgement" TEXT NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "chosenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RunTurn_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "PointsEntry" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "unitId" UUID NOT NULL,
    "earnedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PointsEntry_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Award" (
    "userId" UUID NOT NULL,
    "badgeId" TEXT NOT NULL,
    "awardedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("userId","badgeId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "programmeId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "opensOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentMember" (
    "occurrenceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ,
    "dueOn" DATE NOT NULL,
    "waivedAt" TIMESTAMPTZ,
    "waivedReason" TEXT,
    "completedAt" TIMESTAMPTZ,

    CONSTRAINT "AssignmentMember_pkey" PRIMARY KEY ("occurrenceId","personId")
);

-- CreateTable
CREATE TABLE "CertificateSerial" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CertificateSerial_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "programmeId" TEXT NOT NULL,
    "attemptId" UUID NOT NULL,
    "holderName" TEXT NOT NULL,
    "unitName" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "scorePercent" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issuedOn" DATE NOT NULL,
    "validUntil" DATE NOT NULL,
    "revokedAt" TIMESTAMPTZ,
    "revokedReason" TEXT,
    "revokedById" UUID,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Unit_path_key" ON "Unit"("path");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_parentId_name_key" ON "Unit"("parentId", "name");

-- CreateIndex
CREATE INDEX "Person_unitId_idx" ON "Person"("unitId");

-- CreateIndex
CREATE INDEX "LoginName_personId_idx" ON "LoginName"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleGrant_personId_role_unitId_key" ON "RoleGrant"("personId", "role", "unitId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeCode_codeHash_key" ON "OneTimeCode"("codeHash");

-- CreateIndex
CREATE INDEX "OneTimeCode_personId_idx" ON "OneTimeCode"("personId");

-- CreateIndex
CREATE INDEX "ContentItem_kind_itemId_idx" ON "ContentItem"("kind", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ContentRevision_hash_key" ON "ContentRevision"("hash");

-- CreateIndex
CREATE INDEX "Attempt_userId_kind_subjectId_idx" ON "Attempt"("userId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "Attempt_deadlineAt_idx" ON "Attempt"("deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_userId_occurrenceId_sitting_key" ON "Attempt"("userId", "occurrenceId", "sitting");

-- CreateIndex
CREATE INDEX "Response_attemptId_itemId_idx" ON "Response"("attemptId", "itemId");

-- CreateIndex
CREATE INDEX "ScenarioRun_userId_scenarioId_idx" ON "ScenarioRun"("userId", "scenarioId");

-- CreateIndex
CREATE UNIQUE INDEX "RunTurn_runId_step_try_key" ON "RunTurn"("runId", "step", "try");

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_userId_source_sourceId_key" ON "PointsEntry"("userId", "source", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_assignmentId_label_key" ON "Occurrence"("assignmentId", "label");

-- CreateIndex
CREATE INDEX "AssignmentMember_personId_idx" ON "AssignmentMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_token_key" ON "Certificate"("token");

-- CreateIndex
CREATE INDEX "Certificate_personId_idx" ON "Certificate"("personId");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_subjectId_idx" ON "AuditEntry"("subject", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "LoginName" ADD CONSTRAINT "LoginName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RunTurn" ADD CONSTRAINT "RunTurn_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ScenarioRun"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AssignmentMember" ADD CONSTRAINT "AssignmentMember_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AssignmentMember" ADD CONSTRAINT "AssignmentMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;



-- What Prisma's schema cannot say -----------------------------------------------------------

-- One open attempt per learner and subject, whatever the number of tabs.
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt" ("userId", "kind", "subjectId") WHERE "closedAt" IS NULL;
-- One certificate per person and occurrence that is not revoked; a revoked one can be followed by a new one.
CREATE UNIQUE INDEX "Certificate_one_valid" ON "Certificate" ("personId", "occurrenceId") WHERE "revokedAt" IS NULL;
-- NULL units are distinct to a plain unique index.
CREATE UNIQUE INDEX "RoleGrant_whole_organisation" ON "RoleGrant" ("personId", "role") WHERE "unitId" IS NULL;

-- Evidence is written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME; END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "ContentItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "ContentKey" FOR EACH ROW EXECUTE FUNCTION refuse_change();
