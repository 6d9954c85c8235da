import { problem } from '@/app/api/answers.ts';

const unknown = () =>
  problem(404, 'unknown-address', 'There is nothing at this address. /api/v1/openapi.json describes what there is.');

export const GET = unknown;
export const POST = unknown;
export const PUT = unknown;
export const PATCH = unknown;
export const DELETE = unknown;
export const OPTIONS = unknown;
