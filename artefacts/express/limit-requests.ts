/** Express with express-rate-limit: so many requests of one address in a minute. Behind a proxy set `trust proxy` first. */
import { rateLimit } from 'express-rate-limit';

export const limitRequests = rateLimit({
  windowMs: 60_000,
  limit: 20,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  message: { error: 'too_many_requests', error_description: 'Too many requests. See Retry-After.' },
});
