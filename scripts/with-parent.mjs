/**
 * Loaded with --import into a server that is not ours (Next): ends it when the launcher is gone, also after SIGKILL, which closes
 * the IPC channel. First politely, then the whole process group.
 */
if (process.send) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => {
      if (process.platform === 'win32') process.exit(1);
      process.kill(-process.pid, 'SIGKILL');
    }, 3000);
  });
}
