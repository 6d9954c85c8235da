import { randomUUID } from 'node:crypto';
import { describeVerification } from './verifying.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
process.env.CREDENTIALS_KEY = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
process.env.REDIS_URL = process.env.TEST_REDIS_URL ?? '';
process.env.QUEUE_PREFIX = `test-${randomUUID().slice(0, 8)}`;
describeVerification('redis');
