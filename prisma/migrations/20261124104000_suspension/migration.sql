-- A question taken out of use at once, whatever revision is published. Its row goes when it is used again; the audit log keeps both.
CREATE TABLE "Suspension" (
    "itemId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("itemId")
);
