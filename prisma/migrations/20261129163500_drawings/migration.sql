-- CreateTable
CREATE TABLE "drawing" (
    "scan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "shows" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "drawing_pkey" PRIMARY KEY ("scan_id","kind")
);

-- AddForeignKey
ALTER TABLE "drawing" ADD CONSTRAINT "drawing_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
