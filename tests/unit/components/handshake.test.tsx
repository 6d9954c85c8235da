/** The handshake on a report: what was not as expected is seen, what was as expected stays behind one line, and nothing is lost. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Handshake } from '../../../components/report/handshake.tsx';

const step = (
  id: 'token' | 'call' | 'damaged' | 'query' | 'again' | 'refresh',
  status: 'passed' | 'failed' | 'unknown',
) => ({
  id,
  status,
  summary: `${id} was ${status}.`,
  evidence: ['x7'],
});

it('shows what was not as expected, and folds the rest', () => {
  const html = renderToStaticMarkup(
    <Handshake
      steps={[
        step('token', 'passed'),
        step('call', 'passed'),
        step('damaged', 'passed'),
        step('query', 'failed'),
        step('again', 'passed'),
        step('refresh', 'unknown'),
      ]}
    />,
  );
  const [open = '', unclear = '', folded = ''] = html.split('<details');
  expect(open).toContain('query was failed.');
  expect(unclear).toContain('1 step that could not be told');
  expect(unclear).toContain('refresh was unknown.');
  expect(folded).toContain('4 steps as expected');
  for (const step of ['token', 'call', 'damaged', 'again']) expect(folded).toContain(`${step} was passed.`);
});

it('folds nothing where there is nothing to fold', () => {
  expect(renderToStaticMarkup(<Handshake steps={[step('token', 'failed')]} />)).not.toContain('<details');
});
