/** The handshake on a report: what decides is seen, what was as expected stays behind one line, and nothing is lost. */
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

it('shows the token, the call and what was not as expected, and folds the rest', () => {
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
  for (const text of ['token was passed.', 'call was passed.', 'query was failed.']) expect(open).toContain(text);
  expect(unclear).toContain('1 step that could not be told');
  expect(unclear).toContain('refresh was unknown.');
  expect(folded).toContain('2 further steps as expected');
  for (const text of ['damaged was passed.', 'again was passed.']) expect(folded).toContain(text);
});

it('folds nothing where there is nothing to fold', () => {
  expect(renderToStaticMarkup(<Handshake steps={[step('token', 'failed')]} />)).not.toContain('<details');
});
