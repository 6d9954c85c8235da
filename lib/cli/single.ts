/** Everything in one file: the program, and the threads that read documents, which are started from the same file. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) await import('./bin.ts');
else await import('../scan/apart/thread.ts');
