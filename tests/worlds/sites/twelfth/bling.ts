import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, parameter, redirect } from '../../lib/answers.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const docs = 'https://developer.bling.com.br';
const api = 'https://api.bling.com.br';
const www = 'https://www.bling.com.br';

const menu: readonly (readonly [string, string])[] = [
  ['Introdução', '/bling-api'],
  ['Aplicativos', '/aplicativos'],
  ['Autenticação', '/autenticacao'],
  ['Limites', '/limites'],
  ['Erros comuns', '/erros-comuns'],
  ['Webhooks', '/webhooks'],
  ['Homologação', '/homologacao'],
  ['Migração v2 → v3', '/migracao-v2-para-v3'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"><title>API | Bling - ${title}</title><link rel="stylesheet" href="/assets/app.77.css"></head><body><header><a href="/">Bling Developers</a><a href="/referencia">Referência da API</a><a href="${www}/">bling.com.br</a></header><aside><ul>${menu.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></aside><main><h1>${title}</h1>${body}</main><footer><p>Bling é um produto do grupo LWSA.</p></footer></body></html>`,
  );
const fault = (status: number, type: string, message: string, description: string): Answer =>
  json(status, { error: { type, message, description } }, { server: 'cloudflare' });
/** The words of oauth2-server-php in an envelope of the vendor's own. */
const refuse: Reply = (r) =>
  isBearer(r)
    ? fault(401, 'invalid_token', 'invalid_token', 'The access token provided is invalid')
    : fault(401, 'UNAUTHORIZED', 'Não autorizado', 'A chave de acesso não foi informada');
const token = (r: Incoming): Answer => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined)
    return fault(400, 'invalid_request', 'invalid_request', 'The grant type was not specified in the request');
  if (!['authorization_code', 'refresh_token'].includes(grant))
    return fault(400, 'unsupported_grant_type', 'unsupported_grant_type', `Grant type "${grant}" not supported`);
  return fault(400, 'invalid_client', 'invalid_client', 'The client credentials are invalid');
};
const server = {
  routes: {
    'POST /Api/v3/oauth/token': token,
    'GET /Api/v3/oauth/authorize': redirect(302, `${www}/login`),
    '/Api/v3/contatos': refuse,
    '/Api/v3/contatos/*': refuse,
    '/Api/v3/produtos': refuse,
    '/Api/v3/produtos/*': refuse,
    '/Api/v3/pedidos/*': refuse,
    '/Api/v3/depositos': refuse,
    '/Api/v3/empresas/*': refuse,
    '/Api/v3/*': fault(404, 'RESOURCE_NOT_FOUND', 'Recurso não encontrado', 'A URN ou URI informada não existe'),
  } satisfies Record<string, Reply>,
};

/** Brazilian ERP: an authorization code and a refresh token are the only way, apps for one's own account need nobody. */
export const bling: World = {
  id: 'bling',
  kind: 'provider',
  title:
    'Brazilian ERP in Portuguese: authorization code and refresh tokens only; own apps at once, public ones examined',
  target: docs,
  dated: '2026-11',
  sources: [
    'developer.bling.com.br/aplicativos',
    'developer.bling.com.br/autenticacao',
    'developer.bling.com.br/erros-comuns',
    'ajuda.bling.com.br/hc/pt-br/articles/4420558324887',
    'bshaffer/oauth2-server-php: token and resource controllers',
  ],
  hosts: {
    'bling.com.br': aliasOf(www),
    'www.bling.com.br': {
      routes: {
        ...server.routes,
        'GET /robots.txt': robots(),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="pt-BR"><head><title>Bling: ERP para pequenas empresas</title></head><body><h1>Controle seu negócio</h1><a href="/planos">Planos e preços</a><a href="/login">Entrar</a><a href="/cadastro">Teste grátis por 30 dias</a><a href="${docs}/">API para desenvolvedores</a></body></html>`,
        ),
        'GET /login': shell('Bling - Entrar'),
        'GET /cadastro': shell('Bling - Teste grátis'),
        ...stubs(
          (title, body) =>
            html(
              200,
              `<!DOCTYPE html><html lang="pt-BR"><head><title>${title}</title></head><body>${body}</body></html>`,
            ),
          ['/planos'],
        ),
      },
    },
    'developer.bling.com.br': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/bling-api'),
        'GET /bling-api': page(
          'Bling API',
          '<p>Bem-vindo ao Bling Developers! Por meio da nossa API é possível consumir recursos do Bling para atender as necessidades da sua empresa. Estruturada no padrão REST, com métodos GET, POST, PUT, PATCH e DELETE, por meio de autenticação OAuth 2.0.</p><h2>Para quem é destinada a API</h2><p>A API é pública e está disponível para quem deseja estender as funcionalidades já existentes no Bling.</p>',
        ),
        'GET /referencia': shell('Bling API - Referência', { head: '<script src="/assets/scalar.js"></script>' }),
        'GET /aplicativos': page(
          'Aplicativos',
          `<h2>Como cadastrar</h2><ol><li>Acesse a Central de Extensões.</li><li>Clique em <b>Área do Integrador</b>.</li><li>Clique no botão CRIAR NOVO APLICATIVO.</li></ol><h3>Visibilidade</h3>${table(
            [
              [
                'Público',
                'Será utilizado em outras contas Bling e passará pelo processo de homologação. Enquanto não for homologado, o número de usuários que podem autorizá-lo estará restrito a 10.',
              ],
              ['Privado', 'Será utilizado para realizar operações na própria conta Bling.'],
            ],
          )}<p>Preencha nome, descrição, link de redirecionamento e a lista de escopos. O botão Salvar será habilitado somente após a inserção de um escopo. Depois de salvar, o <code>client_id</code> e o <code>client_secret</code> ficam disponíveis na aba Informações do app.</p><h3>Escopos</h3><p>O escopo é a representação da permissão para operar sobre os recursos do usuário. Informe somente os escopos necessários.</p><h2>Fluxo de autorização</h2><h3>1. Solicitação de autorização</h3><p>O usuário deve ser redirecionado, no navegador, para:</p>${sample(`${www}/Api/v3/oauth/authorize?response_type=code&client_id={client_id}&state={state}`, 'text')}<h3>2. Autorização do usuário</h3><p>Se o usuário autorizar, o Bling redireciona para a URL cadastrada com o parâmetro <code>code</code>. O authorization code expira em 1 minuto.</p><h3>3. Obtenção dos tokens</h3>${sample(`POST /Api/v3/oauth/token HTTP/1.1\nHost: api.bling.com.br\nContent-Type: application/x-www-form-urlencoded\nAccept: 1.0\nAuthorization: Basic [base64_das_credenciais_do_client_app]\n\ngrant_type=authorization_code&code=[authorization_code]`, 'http')}${sample(`curl -X POST '${api}/Api/v3/oauth/token' \\\n  -H 'Authorization: Basic [base64_das_credenciais_do_client_app]' \\\n  -d 'grant_type=authorization_code' -d 'code=[authorization_code]'`)}${sample('{\n  "access_token": "…",\n  "expires_in": 21600,\n  "token_type": "Bearer",\n  "scope": "98309 318257570",\n  "refresh_token": "…"\n}', 'json')}<p>O access token tem validade de 6 horas. O refresh token tem validade de 30 dias.</p><h3>4. Atualização do token</h3>${sample(`curl -X POST '${api}/Api/v3/oauth/token' \\\n  -H 'Authorization: Basic [base64_das_credenciais_do_client_app]' \\\n  -d 'grant_type=refresh_token' -d 'refresh_token=[refresh_token]'`)}<h2>Revogação</h2><p>O usuário pode desinstalar o aplicativo a qualquer momento em Integrações &gt; Aplicativos autorizados.</p>`,
        ),
        'GET /autenticacao': page(
          'Autenticação',
          `<p>OAuth 2.0 é um protocolo de autorização utilizado para permitir que aplicativos de terceiros tenham acesso limitado aos recursos dos usuários do sistema.</p><h2>Como utilizar os tokens</h2><p>O tipo de token fornecido pelo protocolo OAuth é o Bearer, portanto, utilize o esquema "Bearer" de autenticação HTTP, inserindo a chave de acesso no cabeçalho da requisição.</p>${sample('GET /Api/v3/[caminho_da_api_desejada]\nHost: https://api.bling.com.br\nAuthorization: Bearer [access_token]', 'http')}${sample(`curl --location --request GET '${api}/Api/v3/contatos' \\\n  --header 'Authorization: Bearer [access_token]'`)}`,
        ),
        'GET /limites': page(
          'Limites',
          '<p>3 requisições por segundo e 120.000 por dia. Acima disso: 429 TOO_MANY_REQUESTS. IPs que fizerem 20 requisições ao endpoint de autenticação em 60 segundos são bloqueados por 60 minutos.</p>',
        ),
        'GET /erros-comuns': page(
          'Erros comuns',
          `<p>Sempre serão informados o tipo, mensagem e descrição do erro.</p>${table([
            ['VALIDATION_ERROR', '400', 'Erros na validação dos campos'],
            ['UNAUTHORIZED', '401', 'A chave de acesso informada não está válida'],
            ['FORBIDDEN', '403', 'O token enviado não possui permissão para operar nos escopos requisitados'],
            ['RESOURCE_NOT_FOUND', '404', 'A URN ou URI informada não existe'],
            ['TOO_MANY_REQUESTS', '429', 'Limite atingido'],
          ])}<h2>Exceções</h2><p>Caso o usuário não autorize o acesso aos escopos solicitados pelo aplicativo, o erro será retornado através da URL de redirecionamento.</p>`,
        ),
        'GET /webhooks': page(
          'Webhooks',
          '<p>Cada notificação traz o cabeçalho <code>X-Bling-Signature-256</code>: HMAC do corpo com o client secret do aplicativo.</p>',
        ),
        'GET /homologacao': page(
          'Homologação',
          '<p>Aplicativos públicos são avaliados pela nossa equipe técnica. Envie o formulário de homologação; o prazo de análise é de até 5 dias úteis. Aplicativos que ainda não foram revisados recebem um símbolo de alerta na tela de autorização.</p>',
        ),
        'GET /migracao-v2-para-v3': page(
          'Migração v2 → v3',
          '<p>A API v2, com <code>apikey</code> na URL, foi descontinuada. Na v3 o acesso é feito somente por OAuth 2.0.</p>',
        ),
      },
      otherwise: shell('Bling API', { status: 404 }),
    },
    'api.bling.com.br': {
      routes: server.routes,
      otherwise: fault(404, 'RESOURCE_NOT_FOUND', 'Recurso não encontrado', ''),
    },
  },
  expect: expectation({
    apiBases: [[api, www]],
    tokenEndpoint: [`${api}/Api/v3/oauth/token`, `${www}/Api/v3/oauth/token`],
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': ['present', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'every sample; the old host answers as well',
    tokenEndpoint: 'samples of the page on apps',
    authorization_code: 'the flow of the manual, in four steps',
    refresh_token: 'fourth step, 30 days',
    outcome: 'contatos refuses strangers with 401',
    'structured-401': '401 JSON with type, message and description',
    'bearer-token': '“utilize o esquema Bearer”, and another answer to a bearer token',
    'client-credentials': 'nothing offers it, and the endpoint refuses it in the words of an unknown grant',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys':
      'a private app gets its id and secret when it is saved; an account is needed, 30 days for free',
    'token-expiry': 'six hours, and a refresh token of 30 days',
    'scope-restriction': 'scopes are chosen for each app',
    'browser-only-oauth':
      'a person must allow every app in a browser once, and nothing else lets in; only “absent” is wrong',
    'manual-key-approval': 'homologação is for public apps only; until then ten users may allow them',
    'token-rotation-without-refresh': 'refresh tokens',
    'session-cookie-only': 'bearer tokens',
  },
};
