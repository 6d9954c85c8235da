/** Express 5: programs register themselves. */
import express, { type RequestHandler } from 'express';
import { registrationAnswer } from '../node/registration-answer.ts';

const answer: RequestHandler = async (request, response) => {
  const text = typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? '');
  const { status, headers, body } = await registrationAnswer(text, request.ip ?? '');
  response.status(status).set(headers).send(body);
};

export const registration: RequestHandler[] = [express.text({ type: () => true, limit: '16kb' }), answer];
