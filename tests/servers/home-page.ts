/** The page at the root of a self-hosted service: a name, one link to the documentation. */
export const homePage = (name: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body><header><nav><a href="/">Home</a> <a href="/docs">API documentation</a></nav></header><main><h1>${name}</h1>${body}</main></body></html>`;
