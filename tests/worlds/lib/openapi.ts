/** Small OpenAPI documents: enough operations to look like the real thing, security as the publisher declares it. */

export interface Sketch {
  title: string;
  servers: readonly string[];
  /** `get /users`, `post /users`, `get /users/{id}` … */
  operations: readonly string[];
  schemes?: Record<string, unknown>;
  security?: readonly Record<string, readonly string[]>[];
  /** Per operation, replaces the root security. */
  operationSecurity?: Record<string, readonly Record<string, readonly string[]>[]>;
  version?: '3.0.3' | '3.1.0';
  documents401?: boolean;
}

/** Writes the sketch out as an OpenAPI 3 document. */
export function openapi(sketch: Sketch): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of sketch.operations) {
    const [method = 'get', path = '/'] = operation.split(' ');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const own = sketch.operationSecurity?.[operation];
    (paths[path] ??= {})[method] = {
      operationId: `${method}${path.replace(/\W+/g, '_')}`,
      summary: `${method.toUpperCase()} ${path}`,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(own ? { security: own } : {}),
      responses: {
        200: { description: 'OK' },
        ...(sketch.documents401 ? { 401: { description: 'Unauthorized' } } : {}),
      },
    };
  }
  return {
    openapi: sketch.version ?? '3.0.3',
    info: { title: sketch.title, version: '1.0.0', contact: { url: 'https://status.example.com' } },
    servers: sketch.servers.map((url) => ({ url })),
    paths,
    components: {
      ...(sketch.schemes ? { securitySchemes: sketch.schemes } : {}),
      schemas: { Error: { type: 'object', properties: { message: { type: 'string' } } } },
    },
    ...(sketch.security ? { security: sketch.security } : {}),
  };
}
