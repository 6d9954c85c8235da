/** Loaded with --import into a worker that runs with --expose-gc: tells how much memory is in use after a collection, when asked over IPC. */
process.on('message', (message) => {
  if (message !== 'heap') return;
  globalThis.gc();
  // Finalizers run after the first collection and free more.
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({ heap: heapUsed, external, rss, handles: process.getActiveResourcesInfo().length });
  }, 50);
});
