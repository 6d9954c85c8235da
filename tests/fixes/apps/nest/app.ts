/** NestJS: an app that works for people. Decorators are called by hand, which is what TypeScript makes of them. */
import 'reflect-metadata';
import {
  Controller,
  Get,
  HttpException,
  Module,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { urlencoded, type Request, type Response } from 'express';
import * as site from '../site.ts';

const signedIn = (request: Request) => /\bsid=ann\b/.test(request.headers.cookie ?? '');

class RequireLogin implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    if (site.guard === 'key') {
      if (request.get('X-API-Key') === site.knownKey) return true;
      throw new HttpException(site.keyMissing, 403);
    }
    if (site.hasServer) {
      if (site.ofPeople(request.get('Authorization'))) return true;
      response.set('WWW-Authenticate', site.challenge);
      throw new HttpException(site.unauthorized, 401);
    }
    if (signedIn(request)) return true;
    // As guards of Nest lead browsers to a page: the exception's status and a Location field.
    response.set('Location', '/login').cookie('sid', 'none');
    throw new HttpException('Found', 302);
  }
}

class Status {
  status() {
    return { ok: true };
  }
}
class Orders {
  orders() {
    return site.orders;
  }
}
const applied = (decorate: MethodDecorator, target: object, name: string) => {
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  if (descriptor) decorate(target, name, descriptor);
};
applied(Get('status'), Status.prototype, 'status');
Controller('v1')(Status);
applied(Get('orders'), Orders.prototype, 'orders');
/** What stands above the class, bottom to top. */
const above: ClassDecorator[] = [UseGuards(RequireLogin)];
for (const decorate of above) decorate(Orders);
Controller('v1')(Orders);
class App {
  readonly name = 'orders';
}
Module({ controllers: [Status, Orders] })(App);

const app = await NestFactory.create<NestExpressApplication>(App, { logger: false });
// ---- new lines go here
const http = app.getHttpAdapter().getInstance();
http.get('/', (_request: Request, response: Response) => void response.type('html').send(site.home));
http.get('/docs', (_request: Request, response: Response) => void response.type('html').send(site.docs));
http.get('/openapi.json', (_request: Request, response: Response) => void response.json(site.description));
http.get('/login', (_request: Request, response: Response) => void response.type('html').send(site.loginForm));
http.post('/login', urlencoded({ extended: false }), (request: Request, response: Response) => {
  const { name, password } = request.body as Record<string, string>;
  if (!site.signsIn(name, password)) return void response.status(403).type('html').send(site.loginForm);
  response.cookie('sid', 'ann', { httpOnly: true }).redirect('/');
});
if (site.metadata)
  http.get(site.metadataPath, (_request: Request, response: Response) => void response.json(site.metadata));
if (site.hasServer) {
  http.get('/oauth/authorize', (request: Request, response: Response) => {
    const query = new URL(request.url, site.origin).searchParams;
    response.redirect(signedIn(request) ? site.authorized(query) : '/login');
  });
  http.post('/oauth/token', urlencoded({ extended: false }), (request: Request, response: Response) => {
    const { status, body } = site.peopleToken(new URLSearchParams(request.body as Record<string, string>));
    response.status(status).set('Cache-Control', 'no-store').json(body);
  });
}
await app.listen(site.port, '127.0.0.1');
