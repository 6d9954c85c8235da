-- CreateTable
CREATE TABLE "score_result" (
    "scan_id" UUID NOT NULL,
    "dimension_id" TEXT NOT NULL,
    "value" INTEGER,
    "tier" TEXT,
    "provisional" BOOLEAN NOT NULL,
    "confidence" TEXT,

    CONSTRAINT "score_result_pkey" PRIMARY KEY ("scan_id","dimension_id")
);

-- CreateIndex
CREATE INDEX "score_result_dimension_id_value_idx" ON "score_result"("dimension_id", "value" DESC);

-- AddForeignKey
ALTER TABLE "score_result" ADD CONSTRAINT "score_result_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Scans that are done keep the score that they were given.
INSERT INTO "score_result" ("scan_id", "dimension_id", "value", "tier", "provisional")
SELECT "id", 'security', "d7", "tier", coalesce("provisional", false) FROM "scan" WHERE "status" = 'done';
