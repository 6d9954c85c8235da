/** Takes the content of a rendered page out of a browser that belongs to the page as much as to us. */
import type { CDPSession } from 'playwright-core';

/**
 * Runs in a world of its own, where the page's scripts cannot have replaced what it calls. The copy belongs to a document without a
 * browsing context, so that nothing in it runs or loads. What no reader uses (styles, drawings, large scripts) goes first, so that the limit is
 * spent on words. Content of open shadow trees, which serialising leaves out, is added at the end.
 */
const source = (limit: number): string => `(() => {
  const inert = document.implementation.createHTMLDocument('');
  const useless = 'style, template, svg > *, canvas, link[rel~="stylesheet"], link[rel~="preload"], link[rel~="modulepreload"], link[rel~="prefetch"]';
  const clean = (root) => {
    for (const element of root.querySelectorAll(useless)) element.remove();
    for (const script of root.querySelectorAll('script')) if (script.textContent.length > 20000) script.textContent = '';
  };
  const root = document.documentElement;
  if (root === null) return '';
  const copy = inert.importNode(root, true);
  clean(copy);
  let html = copy.outerHTML.slice(0, ${limit});
  const hosts = [document];
  let looked = 0;
  let shadows = 0;
  while (hosts.length > 0 && html.length < ${limit} && looked < 50000 && shadows < 200) {
    const walker = document.createTreeWalker(hosts.shift(), NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null && looked < 50000; node = walker.nextNode()) {
      looked += 1;
      if (node.shadowRoot === null || shadows >= 200) continue;
      shadows += 1;
      hosts.push(node.shadowRoot);
      const holder = inert.createElement('section');
      for (const child of node.shadowRoot.childNodes) holder.append(inert.importNode(child, true));
      clean(holder);
      html += holder.outerHTML.slice(0, ${limit} - html.length);
    }
  }
  return html.slice(0, ${limit});
})()`;

/** `text` cut to at most `bytes` of UTF-8, at a character. */
function cut(text: string, bytes: number): string {
  const whole = Buffer.from(text.toWellFormed());
  if (whole.length <= bytes) return text.toWellFormed();
  let end = bytes;
  // A byte of the form 10xxxxxx goes on with a character that began before it (RFC 3629 §3).
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return whole.toString('utf8', 0, end);
}

/**
 * The HTML of the page's final DOM, at most `maxBytes` of UTF-8. `ms` limits the script that reads it. Rejects when the page is gone,
 * hangs, or cannot be read in time.
 */
export async function readContent(session: CDPSession, maxBytes: number, ms: number): Promise<string> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'reader',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: source(maxBytes),
    contextId: executionContextId,
    returnByValue: true,
    timeout: ms,
  });
  if (exceptionDetails !== undefined || typeof result.value !== 'string')
    throw new Error('The page could not be read.');
  return cut(result.value, maxBytes);
}
