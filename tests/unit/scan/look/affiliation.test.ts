/** Whose host is it, and what may be visited. */
import { describe, expect, it } from 'vitest';
import {
  createAffiliation,
  isExampleHost,
  isTemplate,
  namesExampleHost,
} from '../../../../lib/scan/look/affiliation.ts';
import { domainOf } from '../../../../lib/scan/http/domain.ts';

it.each([
  ['api.orchard.example', 'orchard.example'],
  ['orchard.example', 'orchard.example'],
  ['a.b.orchard.co.uk', 'orchard.co.uk'],
  ['orchard.github.io', 'orchard.github.io'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('the registrable domain of %s is %s', (host, domain) => expect(domainOf(host)).toBe(domain));

describe('own', () => {
  const { own } = createAffiliation('orchard.com', 'www.orchard.com');
  it.each([
    'orchard.com',
    'api.orchard.com',
    'a.b.orchard.com',
    'orchard.dev',
    'orchard.readthedocs.io',
    'orchard.github.io',
    'api.orchard.io',
    'orchardapi.com',
    'orchard-docs.com',
    'orcharddevelopers.com',
  ])('%s', (host) => expect(own(`https://${host}/`)).toBe(true));
  it.each(['example.com', 'notorchard.com', 'orchards.com', 'github.com', 'orchard.com.evil.net', 'readme.io'])(
    'not %s',
    (host) => expect(own(`https://${host}/`)).toBe(false),
  );
  it('a short label proves nothing', () =>
    expect(createAffiliation('abc.com', 'abc.com').own('https://abc.dev/')).toBe(false));
  it('the host that was typed, where no domain can be registered', () => {
    expect(createAffiliation('10.0.0.1', '10.0.0.1').own('https://10.0.0.1/')).toBe(true);
    expect(createAffiliation('10.0.0.1', '10.0.0.1').own('https://10.0.0.2/')).toBe(false);
  });
});

describe('foreign documentation that an own page names', () => {
  const place = () => createAffiliation('orchard.com', 'orchard.com');
  it('is readable under the path at which it was named, not as a whole', () => {
    const affiliation = place();
    expect(affiliation.readable('https://hub.docs.net/orchard/auth')).toBe(false);
    affiliation.adopt('https://hub.docs.net/orchard/start');
    expect(affiliation.readable('https://hub.docs.net/orchard/auth')).toBe(true);
    expect(affiliation.readable('https://hub.docs.net/rival/auth')).toBe(false);
    expect(affiliation.readable('https://other.docs.net/orchard/auth')).toBe(false);
    expect(affiliation.own('https://hub.docs.net/')).toBe(false);
  });
  it('takes the first segment after a locale', () => {
    const affiliation = place();
    affiliation.adopt('https://learn.platform.net/en-us/orchard/api/start');
    expect(affiliation.readable('https://learn.platform.net/en-us/orchard/auth')).toBe(true);
    expect(affiliation.readable('https://learn.platform.net/en-us/rival/auth')).toBe(false);
  });
  it('is a whole host when it was named at its root', () => {
    const affiliation = place();
    affiliation.adopt('https://orchardmanual.net/');
    expect(affiliation.readable('https://orchardmanual.net/any/page')).toBe(true);
  });
});

describe('placeholders', () => {
  it.each([
    'example.com',
    'api.example.org',
    'mastodon.example',
    'localhost',
    'your-domain.com',
    'yoursite.com',
    'myapp.com',
    'acme.com',
    'api.foo.com',
  ])('%s is nobody’s host', (host) => expect(isExampleHost(host, 'orchard.com')).toBe(true));
  it.each(['api.orchard.com', 'examples.com', 'myorchard.net', 'foodie.com'])('%s is somebody’s', (host) =>
    expect(isExampleHost(host, 'orchard.com')).toBe(false),
  );
  it('is somebody’s when it was typed', () => {
    expect(isExampleHost('localhost', 'localhost')).toBe(false);
    expect(isExampleHost('api.acme.com', 'acme.com')).toBe(false);
  });
  it.each([
    'https://{shop}.orchard.com/admin',
    'https://<tenant>.orchard.com',
    'https://${region}.orchard.com',
    'https://%7Bshop%7D.orchard.com',
    'https://your-store.orchard.com/api',
    'https://mydomainname.orchard.com',
    'https://my-tenant.orchard.com/x',
  ])('%s stands for each customer’s own', (url) => expect(isTemplate(url)).toBe(true));
  it.each(['https://api.orchard.com/v1', 'https://my.orchard.com/', 'https://api.orchard.com/your-account'])(
    '%s is one host',
    (url) => expect(isTemplate(url)).toBe(false),
  );
});

it.each([
  ['curl https://api.orchard.io/token -d "redirect_uri=https://example.com"', false],
  ['{ "redirect_uri": "https://example.com/back" }', false],
  ['curl https://api.example.com/token -d "redirect_uri=https://you.net"', true],
  ['Send it to https://example.com.', true],
])("whether a text shows somebody else's server: %s", (text, expected) => {
  expect(namesExampleHost(text, 'orchard.io')).toBe(expected);
});
