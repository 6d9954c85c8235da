/** The rights of root that docker-compose.yml leaves the worker, and that starting the browser as another user takes (capabilities(7)). */
export const rightsForRendering = ['SETUID', 'SETGID', 'KILL', 'CHOWN', 'DAC_OVERRIDE'];
