/** Express 5: client_credentials at a token endpoint (RFC 6749 §4.4). */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { ours, tokenAnswer } from '../node/token-answer.ts';

const parse = express.urlencoded({ extended: false, limit: '8kb' });

/** Where there is no token endpoint yet. */
export const tokenEndpoint: RequestHandler[] = [parse, answer];

/** Before the one that is there: every other grant goes on to it, with the form in `request.body`. */
export const tokenBranch: RequestHandler[] = [
  parse,
  (request, response, next) => (ours(formOf(request)) ? answer(request, response) : next()),
];

async function answer(request: Request, response: Response): Promise<void> {
  const { status, headers, body } = await tokenAnswer(formOf(request), request.get('Authorization'));
  response.status(status).set(headers).send(body);
}

function formOf(request: Request): URLSearchParams {
  const fields = Object.entries((request.body ?? {}) as Record<string, string | string[]>);
  return new URLSearchParams(fields.flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}
