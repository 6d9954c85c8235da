/** A text that programs read, the same for everybody. */
export const textAnswer = (text: string, type: 'text/markdown' | 'text/plain'): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
    },
  });
