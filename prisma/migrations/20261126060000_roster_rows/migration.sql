-- The dry run of a roster, row by row; how often a job has begun; imports of the command line, which nobody signed in uploads.
-- CreateEnum
CREATE TYPE "RosterOutcome" AS ENUM ('new', 'changed', 'leaving', 'wrong', 'unchanged');

-- AlterEnum
ALTER TYPE "RosterState" ADD VALUE 'undoing';

-- AlterTable
ALTER TABLE "RosterImport" DROP COLUMN "rows",
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "uploadedById" DROP NOT NULL;

-- CreateTable
CREATE TABLE "RosterRow" (
    "importId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "line" INTEGER,
    "outcome" "RosterOutcome" NOT NULL,
    "warned" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "loginName" TEXT NOT NULL,
    "notes" JSONB NOT NULL,

    CONSTRAINT "RosterRow_pkey" PRIMARY KEY ("importId","sequence")
);

-- CreateIndex
CREATE INDEX "RosterRow_importId_outcome_sequence_idx" ON "RosterRow"("importId", "outcome", "sequence");

-- AddForeignKey
ALTER TABLE "RosterRow" ADD CONSTRAINT "RosterRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
