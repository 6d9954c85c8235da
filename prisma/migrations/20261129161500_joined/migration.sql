-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "joined" BOOLEAN NOT NULL DEFAULT false;
