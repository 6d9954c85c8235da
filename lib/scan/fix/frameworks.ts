/**
 * What each framework is given for each kind of change: files of `artefacts/`, and the lines that put them into the app, from `lines.txt` in the
 * framework's own folder there. Where its ecosystem has a well-kept authorization server, that is recommended before any of it.
 */
import type { CodeLanguage } from './quote.ts';
import { any, both, says, sends, setsCookie, type Sign } from './signs.ts';
import {
  fillPlaces,
  linesFor,
  pathsUnder,
  placesIn,
  sourceFile,
  sourceText,
  testedIn,
  type Values,
} from './sources.ts';
import type { Artefact, Code } from './types.ts';
import { plainName, wordsOf } from '../text.ts';

export const kinds = [
  'restate',
  'beside',
  'token-endpoint',
  'token-branch',
  'metadata',
  'registration',
  'scope',
] as const;
/**
 * `restate`: refusals that a program can read. `beside`: a token beside what the guard takes today. `token-endpoint`: client_credentials where
 * there is no token endpoint; `token-branch`: before the one that is there. `metadata`, `registration`, `scope`: as named.
 */
export type Kind = (typeof kinds)[number];

/** Paths in `artefacts/`, in the order of reading. */
type Files = Readonly<Record<Kind, readonly string[]>>;

interface Framework {
  id: string;
  name: string;
  /** Of the lines in the app. */
  language: CodeLanguage;
  files: Files;
  /** Where the files go, below the root of the app, with a slash at the end; absent: wherever the app keeps its own. */
  folder?: string;
  /** What gives it away in an answer; absent: nothing that it sends is its own. */
  signs?: Sign;
  /** Its routes are files: lines that are apart by an empty line belong into files of their own. */
  apart?: true;
  /** An authorization server of its ecosystem, recommended before hand-written endpoints. */
  library: { name: string; why: string; manual: string };
}

const forEachKind = (filesOf: (kind: Kind) => readonly string[]): Files =>
  Object.fromEntries(kinds.map((kind) => [kind, filesOf(kind)])) as Files;

/** The parts that each kind is put together from, in the order of reading. */
const parts: Readonly<Record<Kind, string>> = {
  restate: 'refusal restate',
  beside: 'machineclients makeclient refusal restate beside',
  'token-endpoint': 'machineclients makeclient tokenanswer tokenendpoint',
  'token-branch': 'machineclients makeclient tokenanswer tokenendpoint',
  metadata: 'metadata',
  registration: 'machineclients makeclient registrationanswer registration',
  scope: 'requirescope',
};

/**
 * A file plays the part that it is called after, whatever the language does to names: `require-scope.ts`, `RequireScope.php`. The first of the
 * folders that has one is taken: a framework's own, then those that it shares with others. `called`: parts that go by another name.
 */
function inFolders(folders: readonly string[], called: Readonly<Record<string, string>> = {}): Files {
  const paths = folders.flatMap(pathsUnder);
  const fileOf = (part: string) =>
    paths.find((path) => plainName(path.replace(/^.*\/|\.\w+$/g, '')) === (called[part] ?? part)) ?? [];
  const filesOf = (kind: Kind) => [...new Set(wordsOf(parts[kind]).flatMap(fileOf))];
  return forEachKind(filesOf);
}

/** The same files for every kind: one file stands beside the guard, and what more is wanted is the library's. */
const together = (...files: readonly string[]): Files => forEachKind(() => files);

const authlib = {
  name: 'Authlib',
  why: 'an authorization server for Flask and Django, with client_credentials as one of its grants',
  manual: 'https://docs.authlib.org/en/latest/flask/2/index.html',
};

const oidcProvider = {
  name: 'oidc-provider',
  why: 'a certified authorization server for Node: client_credentials is a feature to switch on, beside what people use',
  manual: 'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md',
};

export const frameworks: readonly Framework[] = [
  {
    id: 'express',
    name: 'Express',
    language: 'typescript',
    signs: sends('x-powered-by', 'Express'),
    library: oidcProvider,
    files: inFolders(['express', 'node']),
  },
  {
    id: 'fastify',
    name: 'Fastify',
    language: 'typescript',
    signs: says('"message":"Route GET:'),
    library: oidcProvider,
    files: inFolders(['fastify', 'node']),
  },
  { id: 'hono', name: 'Hono', language: 'typescript', library: oidcProvider, files: inFolders(['hono', 'node']) },
  {
    id: 'next',
    name: 'Next.js',
    language: 'typescript',
    signs: sends('x-powered-by', 'Next.js'),
    apart: true,
    files: inFolders(['next', 'node']),
    library: {
      name: '@better-auth/oauth-provider',
      why: 'the authorization server of Better Auth, for apps that sign people in with it; client_credentials stands in its grantTypes',
      manual: 'https://better-auth.com/docs/plugins/oauth-provider',
    },
  },
  {
    id: 'nest',
    name: 'NestJS',
    language: 'typescript',
    signs: says('"message":"Cannot GET /'),
    library: oidcProvider,
    files: inFolders(['nest', 'express', 'node']),
  },
  {
    id: 'fastapi',
    name: 'FastAPI',
    language: 'python',
    signs: both(sends('server', 'uvicorn*'), says('{"detail":"')),
    library: authlib,
    files: inFolders(['fastapi', 'python']),
  },
  {
    id: 'flask',
    name: 'Flask',
    language: 'python',
    signs: sends('server', 'Werkzeug*'),
    library: authlib,
    files: inFolders(['flask', 'python']),
  },
  {
    id: 'django',
    name: 'Django',
    language: 'python',
    signs: any(setsCookie('csrftoken'), sends('server', 'WSGIServer*')),
    files: inFolders(['django', 'python']),
    library: {
      name: 'django-oauth-toolkit',
      why: 'the authorization server of the Django ecosystem, also for Django REST framework; an application with the grant type “client credentials” is all it takes',
      manual: 'https://django-oauth-toolkit.readthedocs.io/en/latest/',
    },
  },
  {
    id: 'rails',
    name: 'Rails',
    language: 'ruby',
    signs: sends('x-runtime'),
    files: inFolders(['rails'], {
      restate: 'machineaccess',
      beside: 'machineaccess',
      requirescope: 'machineaccess',
      tokenendpoint: 'machinetokenscontroller',
      registration: 'machineregistrationscontroller',
    }),
    library: {
      name: 'Doorkeeper',
      why: 'the authorization server of the Rails ecosystem; a token endpoint by hand would only be a worse one',
      manual: 'https://doorkeeper.gitbook.io/guides',
    },
  },
  {
    id: 'laravel',
    name: 'Laravel',
    language: 'php',
    signs: setsCookie('laravel_session'),
    folder: 'app/Machine/',
    files: inFolders(['laravel']),
    library: {
      name: 'Laravel Passport',
      why: 'the framework’s own authorization server; its guard takes tokens beside sessions',
      manual: 'https://laravel.com/docs/passport',
    },
  },
  {
    id: 'go',
    name: 'Go',
    language: 'go',
    signs: ({ body }) => (body.trim() === '404 page not found' ? 'it says “404 page not found”' : null),
    folder: 'machineaccess/',
    files: together('go/machineaccess.go', 'go/client/main.go'),
    library: {
      name: 'Ory Hydra',
      why: 'a certified authorization server in Go that stands beside the app; in the process itself, github.com/ory/fosite',
      manual: 'https://www.ory.sh/docs/hydra',
    },
  },
  {
    id: 'spring',
    name: 'Spring',
    language: 'java',
    signs: ({ body }) =>
      /^\{"timestamp":.*"status":\d+,"error":.*"path":/.test(body) ? 'it sends the error of Spring Boot' : null,
    files: together('spring/MachineAccess.java'),
    library: {
      name: 'Spring Authorization Server',
      why: 'the ecosystem’s own; a client in the configuration is all that client_credentials takes',
      manual: 'https://docs.spring.io/spring-authorization-server/reference/',
    },
  },
  {
    id: 'aspnet',
    name: 'ASP.NET Core',
    language: 'csharp',
    signs: any(
      sends('server', 'Kestrel*'),
      sends('x-powered-by', 'ASP.NET*'),
      sends('x-aspnet-version'),
      setsCookie('.AspNetCore.*'),
    ),
    files: together('aspnet/MachineAccess.cs'),
    library: {
      name: 'OpenIddict',
      why: 'an authorization server for ASP.NET Core that keeps to the specifications; a token endpoint by hand would only be a worse one',
      manual: 'https://documentation.openiddict.com/',
    },
  },
];

export const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);

/** Words that mean a framework, in lower case: its name, and its short one. */
export const namesFor = (name: string): string[] =>
  frameworks.flatMap((framework) => (framework.name === name ? [framework.id, name.toLowerCase()] : []));

/** The values of every marked place. */
export interface PlaceValues extends Values {
  CHALLENGE: string;
}

/** The library that is recommended before hand-written endpoints, where an endpoint is what is wanted. */
export function recommended(): string[] {
  const named = new Map(frameworks.map(({ library }) => [library.name, library]));
  return [...named.values()].map(({ name, why, manual }) => {
    const users = frameworks.filter(({ library }) => library.name === name).map((framework) => framework.name);
    return `- ${users.join(', ')}: [${name}](${manual}), ${why}`;
  });
}

/** What a file is called where it is put: below the folder that its framework wants, where it wants one. */
const placed = (path: string, { folder }: Framework): string => `${folder ?? ''}${path.split('/').slice(1).join('/')}`;

/** What a framework was proved with, when every kind that it is used for here was. */
function proofOf({ id }: Framework, wanted: readonly Kind[]): string | null {
  const tested = wanted.map((kind) => testedIn(id, kind));
  return tested.includes(null) ? null : (tested[0] ?? null);
}

/** Every text that these kinds put into an app of this framework. */
const textsOf = ({ id, files }: Framework, wanted: readonly Kind[]): string[] => [
  ...wanted.flatMap((kind) => files[kind].map(sourceText)),
  ...wanted.map((kind) => linesFor(id, kind)),
];

/** The frameworks that code is for. Values may come from a report of another version: where one is missing, there is no code. */
const meant = ({ kinds: wanted, values, only = [] }: Code, also: readonly string[] = []): Framework[] =>
  frameworks.filter(
    (framework) =>
      (only.length === 0 || only.includes(framework.name)) &&
      (also.length === 0 || also.includes(framework.name)) &&
      textsOf(framework, wanted).every((text) => placesIn(text).every((place) => Object.hasOwn(values, place))),
  );

/** What code there is: each framework with its files, and what all of it was run in. */
export const listOf = (code: Code): { name: string; files: string[]; tested: string | null }[] =>
  meant(code).map((framework) => ({
    name: framework.name,
    files: [...new Set(code.kinds.flatMap((kind) => framework.files[kind]))].map((path) => placed(path, framework)),
    tested: proofOf(framework, code.kinds),
  }));

/**
 * Code as artefacts, for all its frameworks or for `also` of them: each file once, with the frameworks that share it, and for each framework
 * the lines that put them into the app. A file is as tested as every framework that it is for.
 */
export function codeFor(code: Code, also?: readonly string[]): Artefact[] {
  const { kinds: wanted, values } = code;
  const chosen = meant(code, also);
  const users = new Map<string, Framework[]>();
  for (const framework of chosen)
    for (const path of new Set(wanted.flatMap((kind) => framework.files[kind])))
      users.set(path, [...(users.get(path) ?? []), framework]);
  const files = [...users].map(([path, shared]): Artefact => {
    const proofs = shared.map((framework) => proofOf(framework, wanted));
    const [first] = shared;
    return {
      title: path.split('/').slice(1).join('/'),
      ...sourceFile(path, values),
      file: first && shared.length === 1 ? placed(path, first) : path.split('/').slice(1).join('/'),
      frameworks: shared.map(({ name }) => name),
      marks: [],
      tested: proofs.includes(null) ? null : proofs.join(', '),
    };
  });
  const lines = chosen.flatMap((framework): Artefact[] => {
    const { id, name, language, apart } = framework;
    const texts = wanted
      .map((kind) => fillPlaces(linesFor(id, kind), language, values))
      .flatMap((text) => (apart ? text.split('\n\n') : [text]));
    return (apart ? texts : [texts.join('\n\n')]).map((text, index) => ({
      title: `The lines in your app${apart ? `, file ${index + 1}` : ''}`,
      language,
      text,
      file: null,
      frameworks: [name],
      marks: [],
      tested: proofOf(framework, wanted),
    }));
  });
  return [...files, ...lines];
}
