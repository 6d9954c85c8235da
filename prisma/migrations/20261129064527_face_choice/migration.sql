-- AlterTable
ALTER TABLE "verification_request" ADD COLUMN     "proved_by" TEXT,
ADD COLUMN     "wish" JSONB;

-- CreateTable
CREATE TABLE "face_choice" (
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "target_url" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "face_choice_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "face_choice_domain_target_url_idx" ON "face_choice"("domain", "target_url");
