import { describeLifecycle } from './lifecycle.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
describeLifecycle('postgres');
