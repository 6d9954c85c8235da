-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "answer" TEXT;

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL,
    "scan_id" UUID NOT NULL,
    "finding" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "exchange" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitor" TEXT,
    "network" TEXT,
    "open_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "ruling" TEXT,
    "answer" TEXT,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dispute_open_by_key" ON "dispute"("open_by");

-- CreateIndex
CREATE INDEX "dispute_scan_id_resolved_at_idx" ON "dispute"("scan_id", "resolved_at");

-- CreateIndex
CREATE INDEX "dispute_resolved_at_created_at_idx" ON "dispute"("resolved_at", "created_at");

-- CreateIndex
CREATE INDEX "dispute_network_created_at_idx" ON "dispute"("network", "created_at");

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Reports that were stored before the column was there.
UPDATE "scan" SET "answer" = "report" -> 'answer' ->> 'id' WHERE "report" -> 'answer' ->> 'id' IS NOT NULL;
