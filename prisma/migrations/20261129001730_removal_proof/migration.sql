-- AlterTable
ALTER TABLE "removal_request" ADD COLUMN     "look_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "network" TEXT,
ADD COLUMN     "proved_at" TIMESTAMPTZ(3),
ADD COLUMN     "token" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visitor" TEXT;

-- CreateIndex
CREATE INDEX "removal_request_network_created_at_idx" ON "removal_request"("network", "created_at");

-- CreateIndex
CREATE INDEX "removal_request_domain_looked_at_idx" ON "removal_request"("domain", "looked_at");

-- What was asked before proofs were wanted stays on the operator's list.
UPDATE "removal_request" SET "proved_at" = "created_at";
