import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';
import { Reading } from '../../../../../lib/scan/read/prose/read.ts';
import { unitsOf } from '../../../../../lib/scan/read/prose/units.ts';
import { walksToCredentials } from '../../../../../lib/scan/read/prose/walks.ts';

const walks = (text: string, contentType = 'text/markdown') =>
  walksToCredentials(
    unitsOf(readPage({ text, contentType, url: 'https://docs.acme.com/x.md', evidence: ['x1'] })),
    new Reading('english', 'docs.acme.com'),
  ).map((unit) => unit.quote);

describe('a walk through screens that ends at a credential', () => {
  test.each([
    [
      'steps of a list',
      '## API keys\n\n1. Open your profile.\n2. Click **New token**.\n3. Copy it.',
      'Click New token.',
    ],
    [
      'steps that only name where keys stand',
      '### Team account\n\n1. Go to Dashboard\n2. Navigate to the API KEY section',
      'Navigate to the API KEY section',
    ],
    [
      'steps as headings',
      '## Getting an API key\n\n### 1. Go to Account Settings\n\nIt is in the sidebar.\n\n### 2. Open Personal API Keys\n\n### 3. Create',
      '2. Open Personal API Keys',
    ],
    [
      'steps as sentences',
      'Head over to your dashboard. Click on Create Token. Keep the generated token safe.',
      'Click on Create Token.',
    ],
  ])('%s', (_name, text, quote) => expect(walks(text)).toEqual([quote]));

  test.each([
    ['one order alone', '## API keys\n\nClick New token.'],
    [
      'somebody is asked on the way',
      '## API keys\n\n1. Open your profile.\n2. Click "Request an API key".\n3. Copy your API key from the mail.',
    ],
    [
      'somebody else acts in the section',
      '## API keys\n\n1. Open your profile.\n2. Copy your API key.\n\nContact us to have a key created.',
    ],
    [
      'the end of a key',
      '## Deleting an API key\n\n1. Open Settings > API keys.\n2. Click the trash icon next to your API key and see it go.',
    ],
    ['another credential', '## Webhooks\n\n1. Open Settings.\n2. Click Reveal and copy your secret.'],
    [
      'calls of a protocol',
      '## Get an access token\n\n1. Open the authorization URL.\n2. Copy the authorization code.\n3. POST /oauth/token to get an access token.',
    ],
    [
      'no credential at all',
      '## Create a project\n\n1. Open the dashboard.\n2. Click New project.\n3. Give it a name.',
    ],
  ])('not: %s', (_name, text) => expect(walks(text)).toEqual([]));

  test('a menu is no walk, the same words in the page are one', () => {
    const words = '<ol><li>Open the dashboard</li><li>Select API keys</li></ol>';
    expect(walks(`<title>Guide</title><nav>${words}</nav><main><p>Hello.</p></main>`, 'text/html')).toEqual([]);
    expect(walks(`<title>Guide</title><main>${words}</main>`, 'text/html')).toEqual(['Select API keys']);
  });
});
