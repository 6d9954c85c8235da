-- CreateTable
CREATE TABLE "blocked_target" (
    "entry" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocked_target_pkey" PRIMARY KEY ("entry")
);

-- CreateTable
CREATE TABLE "removal_request" (
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "removal_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "removal_request_resolved_at_created_at_idx" ON "removal_request"("resolved_at", "created_at");
