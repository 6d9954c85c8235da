-- CreateEnum
CREATE TYPE "bulk_item_status" AS ENUM ('waiting', 'taken', 'asked', 'refused');

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at_once" INTEGER NOT NULL,
    "unlisted" BOOLEAN NOT NULL DEFAULT false,
    "paused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "status" "bulk_item_status" NOT NULL DEFAULT 'waiting',
    "problem" TEXT,
    "taken_at" TIMESTAMPTZ(3),
    "scan_id" UUID,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateIndex
CREATE INDEX "bulk_run_created_at_idx" ON "bulk_run"("created_at" DESC);

-- CreateIndex
CREATE INDEX "bulk_item_run_id_status_line_idx" ON "bulk_item"("run_id", "status", "line");

-- CreateIndex
CREATE INDEX "bulk_item_scan_id_idx" ON "bulk_item"("scan_id");

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE SET NULL ON UPDATE CASCADE;
