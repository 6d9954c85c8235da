/** What surrounds the few sentences that matter: product talk, reference tables, menus of thirty links, change logs. */
import type { Answer } from '../../lib/world.ts';
import { table } from '../../lib/pages.ts';
import { mintlify, type Leaf } from '../providers/third-manuals.ts';

const talk = [
  'Teams of every size use {} to move faster without giving up control.',
  'New in this release: dashboards load twice as fast, and {} now remembers your filters.',
  'Your colleagues can sign in to {} with Google, Microsoft or a password; administrators may require two-factor sign-in.',
  'Enterprise customers of {} have a named contact and an agreement of their own. Contact sales to learn more.',
  'Webhooks of {} are signed: compare the signature with the secret of the endpoint before you trust a message.',
  'We publish the status of {} and tell you of planned maintenance a week ahead.',
  'If a session in the web application of {} is idle for thirty minutes, you are signed out.',
  'Our support team answers questions about {} within one business day.',
  'Read how a retailer with 300 shops introduced {} in six weeks.',
  'With the mobile application of {} you approve requests of your team on the go.',
  'Prices of {} do not include taxes. You can change your plan at any time.',
  'The beta programme of {} is open: apply with the form, places are limited.',
] as const;

/** Sections of product talk, always the same for the same name. */
export const chatter = (product: string, sections: number, from = 0): string =>
  Array.from({ length: sections }, (_, index) => {
    const line = (step: number) => (talk[(from + index * 3 + step) % talk.length] ?? talk[0]).replaceAll('{}', product);
    return `<section><h2>${['Why teams choose us', 'What is new', 'Good to know', 'For every size'][index % 4]}</h2><p>${line(0)} ${line(1)}</p><p>${line(2)}</p></section>`;
  }).join('');

/** A table of fields as every reference has one. */
export const fields = (rows: readonly string[]): string =>
  table([
    ['Field', 'Type', 'Description'],
    ...rows.map((name, index) => [
      `<code>${name}</code>`,
      ['string', 'integer', 'boolean', 'string, nullable'][index % 4] ?? 'string',
      `The ${name.replace(/[_.-]/g, ' ')} of the object. ${index % 2 ? 'Read only.' : 'Optional.'}`,
    ]),
  ]);

/** GitBook: pages, `.md` twins and `llms.txt`, as a published space serves them. */
export const gitbook = (name: string, origin: string, leaves: readonly Leaf[], under = ''): Record<string, Answer> =>
  Object.fromEntries(
    Object.entries(mintlify(name, origin, leaves, under)).map(([route, answer]) => [
      route,
      {
        ...answer,
        ...(answer.body === undefined
          ? {}
          : { body: answer.body.replace('content="Mintlify"', 'content="GitBook (90b1c4e)"') }),
      },
    ]),
  );
