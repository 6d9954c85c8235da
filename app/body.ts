/** Bodies of requests, read no further than they may be long: a field that states a length is not sent with every body, nor always true. */

/** What is read of a request, whatever brings it. */
interface Sent {
  headers: Pick<Headers, 'get'>;
  body: AsyncIterable<Uint8Array> | null;
}

/** The body's bytes, or null when it is longer than `most`; the rest is not read. */
export async function bodyWithin(request: Sent, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The fields of a form within `most` bytes; null when it is longer, or no form. */
export async function formWithin(request: Sent, most: number): Promise<FormData | null> {
  const body = await bodyWithin(request, most);
  if (body === null) return null;
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData();
  } catch (error) {
    // What fetch says of a body that is none of the two encodings, or a broken one.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What a body says as JSON; undefined when it is none. */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
