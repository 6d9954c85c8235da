/** Express 5: what a guard refuses, told so that a program understands it. */
import type { RequestHandler, Response } from 'express';
import { mustRestate, refusal } from '../node/refusal.ts';

/** Runs your guard. Its answers to browsers stay; what it lets through is answered as before. */
export function restate(guard: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const field = (name: string) => request.get(name);
    const end = response.end;
    response.end = ((...given: Parameters<Response['end']>) => {
      response.end = end;
      if (response.headersSent || !mustRestate(response.statusCode, field)) return response.end(...given);
      const { headers, body } = refusal(field, isText(given[0]) ? String(given[0]) : '');
      response.removeHeader('Location');
      response.removeHeader('Content-Length');
      response.removeHeader('ETag');
      return response.status(401).set(headers).end(body);
    }) as Response['end'];
    return guard(request, response, (failure?: unknown) => {
      response.end = end;
      next(failure);
    });
  };
}

const isText = (chunk: unknown): chunk is string | Buffer => typeof chunk === 'string' || Buffer.isBuffer(chunk);
