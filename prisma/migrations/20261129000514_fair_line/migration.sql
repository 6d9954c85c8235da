-- DropIndex
DROP INDEX "scan_status_created_at_idx";

-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "network" TEXT,
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "visitor" TEXT;

-- CreateIndex
CREATE INDEX "scan_status_turn_created_at_idx" ON "scan"("status", "turn", "created_at");
