/**
 * Ways through an account's own screens that end at a credential. Documentation shows how a key is made as steps more often than it says so, and
 * no step says it alone: "Go to Settings", "Open the API tab", "Press New", "Copy it". What tells is the walk: orders to somebody who clicks, one
 * after another, about a credential, and nobody at the other end who is asked for it.
 */
import type { Reading } from './read.ts';
import type { Unit } from './units.ts';

const MAX_STEPS = 40;
const ASKED = ['ask', 'approve', 'contact', 'wait', 'limitedto', 'protocol', 'operation', 'relogin'];
const OTHER_BUSINESS = ['revoke', 'otherkey', 'webhook', 'error', 'endusers'];

/** Units of the page that stand for a walk to a credential, one for each section that holds such a walk. */
export function walksToCredentials(units: readonly Unit[], reading: Reading): Unit[] {
  const found: Unit[] = [];
  let section: Unit[] = [];
  const end = () => {
    const one = walkIn(section, reading);
    if (one !== null) found.push(one);
    section = [];
  };
  for (const unit of units) {
    if (unit.region !== 'main' || unit.kind === 'row' || unit.kind === 'line' || unit.kind === 'sample') continue;
    // A heading that is an order itself ("2. Open the API tab") is a step; any other begins a section.
    if (unit.kind === 'heading' && !/^(?:step )?\d/i.test(unit.text) && section.length > 0) end();
    if (section.length < MAX_STEPS) section.push(unit);
  }
  end();
  return found;
}

function walkIn(section: readonly Unit[], reading: Reading): Unit | null {
  const [first] = section;
  if (first === undefined || section.length < 2) return null;
  const title = reading.sentence(first.kind === 'heading' ? first.text : first.heading);
  if (OTHER_BUSINESS.some((tag) => title.has(tag))) return null;
  const steps = section
    .map((unit) => ({ unit, text: reading.sentence(unit.text) }))
    .filter(
      ({ text }) =>
        ['click', 'make', 'find'].some((tag) => text.of(tag).some((hit) => hit.from <= 3)) || text.has('click'),
    );
  if (steps.length < 2 || !steps.some(({ text }) => text.has('click'))) return null;
  if (section.some((unit) => ASKED.some((tag) => reading.sentence(unit.text).has(tag)))) return null;
  const named = steps.find(
    ({ text }) =>
      text.of('key', 'client', 'token').length > 0 &&
      text.of('make', 'find', 'get').length > 0 &&
      !OTHER_BUSINESS.some((tag) => text.has(tag)),
  );
  const arrived = steps.find(
    ({ text }) => text.has('click') && text.has('key') && !OTHER_BUSINESS.some((tag) => text.has(tag)),
  );
  // "Copy it": the section is about the credential, the steps need not name it.
  const titled =
    title.of('key', 'client').length > 0
      ? steps.find(({ text }) => text.of('make', 'find', 'get').length > 0)
      : undefined;
  return (named ?? arrived ?? titled)?.unit ?? null;
}
