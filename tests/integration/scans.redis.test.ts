import { randomUUID } from 'node:crypto';
import { describeLifecycle } from './lifecycle.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.REDIS_URL = process.env.TEST_REDIS_URL ?? '';
process.env.QUEUE_PREFIX = `test-${randomUUID().slice(0, 8)}`;
describeLifecycle('redis');
