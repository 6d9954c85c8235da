/** Runs once when the web process starts. The Node part is in its own file: this one is compiled for the edge runtime too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { start } = await import('./instrumentation-node.ts');
    start();
  }
}
