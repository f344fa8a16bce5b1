-- People, units and assignments: rosters, extra time and sittings, mail, settings, corrections, the privacy notice.
-- CreateEnum
CREATE TYPE "CodeVia" AS ENUM ('slip', 'mail');

-- CreateEnum
CREATE TYPE "RosterState" AS ENUM ('staged', 'checked', 'refused', 'writing', 'written', 'undone');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "createdById" UUID,
ADD COLUMN     "endedAt" TIMESTAMPTZ,
ADD COLUMN     "graceDays" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "yearly" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "AssignmentMember" ADD COLUMN     "waivedById" UUID;

-- AlterTable
ALTER TABLE "OneTimeCode" ADD COLUMN     "via" "CodeVia" NOT NULL DEFAULT 'slip';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "nameInitials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeAt" TIMESTAMPTZ,
ADD COLUMN     "noticeVersion" TEXT,
ADD COLUMN     "timePercent" INTEGER NOT NULL DEFAULT 100;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "ExtraSitting" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExtraSitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "full" BOOLEAN NOT NULL,
    "contents" BYTEA,
    "state" "RosterState" NOT NULL DEFAULT 'staged',
    "refusal" TEXT,
    "summary" JSONB,
    "rows" BYTEA,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMPTZ,
    "writtenAt" TIMESTAMPTZ,
    "undoneAt" TIMESTAMPTZ,

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterChange" (
    "importId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "RosterChange_pkey" PRIMARY KEY ("importId","personId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "says" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ,
    "resolvedById" UUID,
    "outcome" TEXT,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExtraSitting_personId_occurrenceId_idx" ON "ExtraSitting"("personId", "occurrenceId");

-- CreateIndex
CREATE INDEX "RosterImport_uploadedAt_idx" ON "RosterImport"("uploadedAt");

-- CreateIndex
CREATE INDEX "Mail_sentAt_idx" ON "Mail"("sentAt");

-- CreateIndex
CREATE INDEX "Correction_personId_idx" ON "Correction"("personId");

-- CreateIndex
CREATE INDEX "Person_nameInitials_idx" ON "Person"("nameInitials");

-- AddForeignKey
ALTER TABLE "ExtraSitting" ADD CONSTRAINT "ExtraSitting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ExtraSitting" ADD CONSTRAINT "ExtraSitting_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RosterChange" ADD CONSTRAINT "RosterChange_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
