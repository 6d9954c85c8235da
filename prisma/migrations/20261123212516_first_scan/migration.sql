-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "scan_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "status" "scan_status" NOT NULL DEFAULT 'queued',
    "input" TEXT NOT NULL,
    "target_url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'public',
    "unlisted" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim" UUID,
    "heartbeat_at" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "error_message" TEXT,
    "outcome" TEXT,
    "engine_version" TEXT,
    "methodology" TEXT,
    "d7" INTEGER,
    "tier" TEXT,
    "provisional" BOOLEAN,
    "requests" INTEGER,
    "duration_ms" INTEGER,
    "report" JSONB,

    CONSTRAINT "scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_event" (
    "scan_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "data" JSONB NOT NULL,

    CONSTRAINT "scan_event_pkey" PRIMARY KEY ("scan_id","seq")
);

-- CreateTable
CREATE TABLE "signal_result" (
    "scan_id" UUID NOT NULL,
    "signal_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "signal_result_pkey" PRIMARY KEY ("scan_id","signal_id")
);

-- CreateTable
CREATE TABLE "flow_result" (
    "scan_id" UUID NOT NULL,
    "flow_id" TEXT NOT NULL,
    "offered" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "flow_result_pkey" PRIMARY KEY ("scan_id","flow_id")
);

-- CreateTable
CREATE TABLE "anti_pattern_result" (
    "scan_id" UUID NOT NULL,
    "anti_pattern_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "anti_pattern_result_pkey" PRIMARY KEY ("scan_id","anti_pattern_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_domain_key" ON "site"("domain");

-- CreateIndex
CREATE INDEX "scan_target_url_created_at_idx" ON "scan"("target_url", "created_at" DESC);

-- CreateIndex
CREATE INDEX "scan_domain_status_finished_at_idx" ON "scan"("domain", "status", "finished_at" DESC);

-- CreateIndex
CREATE INDEX "scan_site_id_finished_at_idx" ON "scan"("site_id", "finished_at" DESC);

-- CreateIndex
CREATE INDEX "scan_d7_finished_at_idx" ON "scan"("d7" DESC, "finished_at" DESC);

-- CreateIndex
CREATE INDEX "scan_status_created_at_idx" ON "scan"("status", "created_at");

-- CreateIndex
CREATE INDEX "signal_result_signal_id_status_idx" ON "signal_result"("signal_id", "status");

-- CreateIndex
CREATE INDEX "flow_result_flow_id_offered_idx" ON "flow_result"("flow_id", "offered");

-- CreateIndex
CREATE INDEX "anti_pattern_result_anti_pattern_id_status_idx" ON "anti_pattern_result"("anti_pattern_id", "status");

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_event" ADD CONSTRAINT "scan_event_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_result" ADD CONSTRAINT "signal_result_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow_result" ADD CONSTRAINT "flow_result_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anti_pattern_result" ADD CONSTRAINT "anti_pattern_result_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
