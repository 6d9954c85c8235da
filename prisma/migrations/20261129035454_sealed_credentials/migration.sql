-- CreateTable
CREATE TABLE "verification_request" (
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "target_url" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "look_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),
    "proved_at" TIMESTAMPTZ(3),

    CONSTRAINT "verification_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_credential" (
    "scan_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_credential_pkey" PRIMARY KEY ("scan_id")
);

-- CreateIndex
CREATE INDEX "verification_request_network_created_at_idx" ON "verification_request"("network", "created_at");

-- CreateIndex
CREATE INDEX "verification_request_target_url_looked_at_idx" ON "verification_request"("target_url", "looked_at");

-- CreateIndex
CREATE INDEX "verification_request_created_at_idx" ON "verification_request"("created_at");

-- CreateIndex
CREATE INDEX "sealed_credential_created_at_idx" ON "sealed_credential"("created_at");

-- AddForeignKey
ALTER TABLE "sealed_credential" ADD CONSTRAINT "sealed_credential_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_credential" ADD CONSTRAINT "sealed_credential_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "verification_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
