import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { escapeHtml, robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';

const docs = 'https://developers.inter.co';
const api = 'https://cdpj.partners.bancointer.com.br';
const sandbox = 'https://cdpj-sandbox.partners.uatinter.co';

/** What nginx says where a certificate of the client is compulsory and none came: HTTP, but a page, and 400. */
const noCertificate = (server: string): Answer =>
  html(
    400,
    `<html>\r\n<head><title>400 No required SSL certificate was sent</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<center>No required SSL certificate was sent</center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>\r\n`,
    { server, 'content-type': 'text/html' },
  );

const menu: readonly (readonly [string, string])[] = [
  ['Introdução', '/docs/introducao'],
  ['Como criar uma integração', '/docs/introducao/como-criar-uma-integracao'],
  ['Certificado e chave', '/docs/introducao/certificado'],
  ['Escopos', '/docs/introducao/escopos'],
  ['Sandbox', '/docs/introducao/sandbox'],
  ['Limites e erros', '/docs/introducao/erros'],
  ['Token', '/references/token'],
  ['API Banking', '/references/banking'],
  ['API Cobrança (Boleto com Pix)', '/references/cobranca-bolepix'],
  ['API Pix', '/references/pix'],
  ['API Pix Automático', '/references/pix-automatico'],
  ['Webhooks', '/docs/webhooks'],
  ['Open Finance', '/docs/open-finance'],
  ['Perguntas frequentes', '/docs/faq'],
  ['Changelog', '/docs/changelog'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="pt-BR"><head><meta charSet="utf-8"/><title>${title} | Inter Developers</title><meta name="viewport" content="width=device-width"/><link rel="preload" href="/_next/static/css/5c1a.css" as="style"/></head><body><div id="__next"><header><a href="/">inter <b>developers</b></a><nav><a href="/docs/introducao">Documentação</a><a href="/references/token">Referência</a><a href="https://inter.co/empresas/">Abra sua conta</a><a href="https://contadigital.inter.co/">Entrar</a></nav></header><aside><ul>${menu
      .map(([label, href]) => `<li><a href="${href}">${label}</a></li>`)
      .join(
        '',
      )}</ul></aside><article><h1>${title}</h1>${body}</article><footer><p>Inter &amp; Co. SAC 0800 940 9999. Ouvidoria 0800 940 7772.</p><a href="https://inter.co/privacy">Privacidade</a></footer></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}},"page":"/docs/[...slug]","buildId":"qT8","locale":"pt-BR"}</script></body></html>`,
  );
const params = (rows: readonly (readonly string[])[]) =>
  table([['Parâmetro', 'Tipo', 'Obrigatório', 'Descrição'], ...rows]);
const curl = (method: string, path: string, scope: string, data = '') =>
  `<p><code>${method}</code> <code>${api}${path}</code></p><p>Escopo requerido: <code>${scope}</code></p>${sample(
    `curl -X ${method} "${api}${path}" \\\n  --cert Inter_API_Certificado.crt --key Inter_API_Chave.key \\\n  -H "Authorization: Bearer <access_token>" \\\n  -H "x-conta-corrente: <conta corrente selecionada>"${data ? ` \\\n  -H "Content-Type: application/json" -d '${data}'` : ''}`,
  )}`;

/** Brazilian bank: mutual TLS on every call, client_credentials with the certificate, applications made in the internet banking. */
export const inter: World = {
  id: 'inter-br',
  kind: 'provider',
  title:
    'Brazilian bank: client_credentials behind mutual TLS; without a certificate a page of nginx, 400; Portuguese manual',
  target: docs,
  dated: '2026-11',
  sources: [
    'developers.inter.co/docs/introducao/como-criar-uma-aplicacao',
    'developers.inter.co/references/token',
    'docs.pluggy.ai/pt/docs/developer-tools/tutorials/inter-pj',
    'github.com/agiacomolli/go-inter',
    'nginx: ngx_http_ssl_module, error 496',
  ],
  hosts: {
    'inter.co': {
      routes: frontOf({
        name: 'Inter',
        origin: 'https://inter.co',
        lang: 'pt-BR',
        hero: 'Simplifique sua vida',
        nav: [
          ['Para você', 'https://inter.co/pra-voce/'],
          ['Para empresas', 'https://inter.co/empresas/'],
          ['Conta Digital PJ', 'https://inter.co/empresas/conta-digital-pj/'],
          ['APIs', `${docs}/`],
        ],
        stubs: ['/pra-voce/', '/empresas/', '/empresas/conta-digital-pj/'],
      }),
    },
    'www.inter.co': aliasOf('https://inter.co'),
    'contadigital.inter.co': { routes: { 'GET *': shell('Inter | Internet Banking') } },
    'developers.inter.co': {
      headers: { 'x-powered-by': 'Next.js' },
      routes: {
        'GET /': page(
          'Conecte seu negócio ao Inter',
          `<p>Automatize a gestão financeira da sua empresa com as APIs do Inter: consulte saldo e extrato, emita boletos, pague contas e receba por Pix sem sair do seu sistema.</p><a href="/docs/introducao">Comece agora</a><section><h2>API Banking</h2><p>Saldo, extrato, pagamentos e DDA.</p></section><section><h2>API Cobrança</h2><p>Boleto com Pix em uma única cobrança.</p></section><section><h2>API Pix</h2><p>Cobranças imediatas e com vencimento, no padrão do Banco Central.</p></section><p>Mais de 50 mil empresas já integradas. Suporte por e-mail em até um dia útil.</p>`,
        ),
        'GET /robots.txt': robots(),
        'GET /docs/introducao': page(
          'Introdução',
          `<p>As APIs do Inter são gratuitas para clientes da Conta Digital PJ e MEI. As chamadas seguem REST, trafegam JSON em UTF-8 e exigem TLS 1.2 ou superior com autenticação mútua.</p>${table(
            [
              ['Ambiente', 'URL base'],
              ['Produção', `<code>${api}</code>`],
              ['Sandbox', `<code>${sandbox}</code>`],
            ],
          )}<h2>Visão geral</h2><ol><li>Crie uma integração no Internet Banking e baixe o certificado e a chave.</li><li>Gere um token OAuth.</li><li>Chame as APIs com o token, o certificado e a chave.</li></ol><p>O token de acesso é o mesmo para todas as APIs, respeitados os escopos da integração.</p>`,
        ),
        'GET /docs/introducao/como-criar-uma-integracao': page(
          'Como criar uma integração',
          `<p>Só usuários com perfil de administrador da conta PJ criam integrações.</p><ol><li>Acesse o <a href="https://contadigital.inter.co/">Internet Banking</a> e leia o QR Code com o aplicativo.</li><li>No menu superior clique em <b>Integrar</b>, <b>Integrações</b>, <b>Nova integração</b>.</li><li>Informe nome e descrição, com até 50 caracteres.</li><li>Marque as permissões que a integração terá em cada API.</li><li>Confirme com o i-safe.</li></ol><p>A integração aparece com a situação <i>Nova</i> e, em poucos minutos, passa a <i>Ativa</i>. Nesse momento ficam disponíveis <code>client_id</code>, <code>client_secret</code> e o botão para baixar o certificado e a chave.</p><blockquote>Contas com mais de um representante: se o contrato social exige assinatura conjunta, o outro sócio precisa aprovar a integração no aplicativo dele.</blockquote><h2>Editar ou excluir</h2><p>Na lista de integrações você pode renovar o certificado, alterar permissões ou excluir a integração. O token deixa de valer em até 5 minutos.</p>`,
        ),
        'GET /docs/introducao/certificado': page(
          'Certificado e chave',
          `<p>O arquivo ZIP contém <code>Inter_API_Certificado.crt</code> e <code>Inter_API_Chave.key</code>. O certificado é emitido pelo próprio Inter e vale por 1 ano. Avisamos por e-mail 30 dias antes do vencimento; basta clicar em Renovar.</p><h2>Converter para PFX</h2>${sample('openssl pkcs12 -export -out certificado.pfx -inkey "Inter_API_Chave.key" -in "Inter_API_Certificado.crt"')}<h2>Postman</h2><p>Settings, Certificates, Add Certificate: em Host informe <code>cdpj.partners.bancointer.com.br</code> e a porta 443.</p><h2>Erro comum</h2>${sample('400 Bad Request\nNo required SSL certificate was sent', 'text')}<p>O certificado não foi enviado na conexão. Confira os caminhos dos arquivos.</p>`,
        ),
        'GET /docs/introducao/escopos': page(
          'Escopos',
          `<p>Cada token só alcança os escopos pedidos, e só se podem pedir escopos que a integração tem.</p>${table([
            ['Escopo', 'Permite'],
            ['<code>extrato.read</code>', 'Consultar saldo e extrato'],
            ['<code>boleto-cobranca.read</code>', 'Consultar cobranças e baixar PDF'],
            ['<code>boleto-cobranca.write</code>', 'Emitir e cancelar cobranças'],
            ['<code>pagamento-boleto.write</code>', 'Pagar boletos e tributos com código de barras'],
            ['<code>pagamento-pix.write</code>', 'Enviar Pix'],
            ['<code>cob.read</code> <code>cob.write</code>', 'Cobranças imediatas'],
            ['<code>pix.read</code> <code>pix.write</code>', 'Consultar e devolver Pix'],
            ['<code>webhook.read</code> <code>webhook.write</code>', 'Webhooks'],
          ])}`,
        ),
        'GET /docs/introducao/sandbox': page(
          'Sandbox',
          `<p>Crie a integração de sandbox na mesma tela, escolhendo o ambiente de testes. Ela tem <code>client_id</code>, certificado e chave próprios; nenhuma operação movimenta dinheiro.</p><p>URL base: <code>${sandbox}</code></p><p>Para simular o pagamento de uma cobrança use <code>POST /cobranca/v3/cobrancas/{codigoSolicitacao}/pagar</code>, que só existe no sandbox.</p>`,
        ),
        'GET /docs/introducao/erros': page(
          'Limites e erros',
          `${table([
            ['Código', 'Motivo'],
            ['400', 'Requisição com formato inválido, ou sem certificado'],
            ['401', 'Token ausente, vencido ou inválido'],
            ['403', 'Token sem o escopo exigido'],
            ['404', 'Recurso não encontrado'],
            ['429', 'Limite de chamadas excedido'],
            ['503', 'Serviço indisponível'],
          ])}<h2>Corpo do erro</h2>${sample('{\n  "title": "Erro",\n  "detail": "Descrição do erro",\n  "timestamp": "2026-03-02T17:52:09-03:00",\n  "violacoes": [{"razao": "…", "propriedade": "…", "valor": "…"}]\n}', 'json')}<h2>Limites</h2><p>Token: 5 chamadas por minuto. Extrato: 10 chamadas por minuto.</p>`,
        ),
        'GET /references/token': page(
          'Obter token',
          `<p>A autenticação usa OAuth 2.0 com o fluxo <i>client credentials</i>, sobre uma conexão com o certificado da integração. O token vale por 60 minutos: guarde-o e só gere outro quando vencer.</p><p><code>POST</code> <code>${api}/oauth/v2/token</code></p>${params(
            [
              ['<code>client_id</code>', 'string', 'sim', 'Client Id da integração'],
              ['<code>client_secret</code>', 'string', 'sim', 'Client Secret da integração'],
              ['<code>grant_type</code>', 'string', 'sim', 'Valor fixo: <code>client_credentials</code>'],
              ['<code>scope</code>', 'string', 'sim', 'Escopos separados por espaço'],
            ],
          )}${sample(
            `curl -X POST "${api}/oauth/v2/token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  --cert Inter_API_Certificado.crt --key Inter_API_Chave.key \\\n  -d "client_id=<clientId>" -d "client_secret=<clientSecret>" \\\n  -d "scope=boleto-cobranca.read boleto-cobranca.write" \\\n  -d "grant_type=client_credentials"`,
          )}<h2>Resposta</h2>${sample('{\n  "access_token": "b1d15b8c-87c5-4d3b-8ba1-9d2f3fd4dbe2",\n  "token_type": "Bearer",\n  "expires_in": 3600,\n  "scope": "boleto-cobranca.read boleto-cobranca.write"\n}', 'json')}`,
        ),
        'GET /references/banking': page(
          'API Banking',
          `<h2>Consultar saldo</h2>${curl('GET', '/banking/v2/saldo', 'extrato.read')}${params([['<code>dataSaldo</code>', 'date', 'não', 'Data do saldo, no formato AAAA-MM-DD']])}<h2>Consultar extrato</h2>${curl('GET', '/banking/v2/extrato', 'extrato.read')}<h2>Incluir pagamento com código de barras</h2>${curl('POST', '/banking/v2/pagamento', 'pagamento-boleto.write', '{"codBarraLinhaDigitavel": "…", "valorPagar": "100.00"}')}<p>Se a conta tem alçada de aprovação, o pagamento fica pendente até que outro usuário o aprove no aplicativo.</p>`,
        ),
        'GET /references/cobranca-bolepix': page(
          'API Cobrança (Boleto com Pix)',
          `<h2>Emitir cobrança</h2>${curl('POST', '/cobranca/v3/cobrancas', 'boleto-cobranca.write', '{"seuNumero": "1", "valorNominal": 100, "dataVencimento": "2026-12-01"}')}<h2>Recuperar coleção de cobranças</h2>${curl('GET', '/cobranca/v3/cobrancas', 'boleto-cobranca.read')}${params(
            [
              ['<code>dataInicial</code>', 'date', 'sim', 'Início do período'],
              ['<code>dataFinal</code>', 'date', 'sim', 'Fim do período'],
              ['<code>situacao</code>', 'string', 'não', 'RECEBIDO, A_RECEBER, ATRASADO, CANCELADO, EXPIRADO'],
            ],
          )}`,
        ),
        'GET /references/pix': page(
          'API Pix',
          `<p>Segue a especificação do Banco Central: caminhos, esquemas e taxonomia de erros.</p><h2>Consultar lista de cobranças imediatas</h2>${curl('GET', '/pix/v2/cob', 'cob.read')}<h2>Consultar Pix recebidos</h2>${curl('GET', '/pix/v2/pix', 'pix.read')}`,
        ),
        'GET /references/pix-automatico': page(
          'API Pix Automático',
          `<p>O pagador autoriza a recorrência no aplicativo do banco dele. Sua empresa consulta e cancela as autorizações.</p>${curl('GET', '/pix/v2/rec', 'rec.read')}`,
        ),
        'GET /docs/webhooks': page(
          'Webhooks',
          '<p>Cadastre a URL com <code>PUT /cobranca/v3/cobrancas/webhook</code>. Nosso servidor se apresenta com um certificado: baixe o <code>ca.crt</code> no Internet Banking e valide a cadeia. Não há assinatura no corpo.</p>',
        ),
        'GET /docs/open-finance': page(
          'Open Finance',
          '<p>Instituições participantes do Open Finance Brasil registram seus clientes por DCR com o <i>software statement</i> do Diretório e pedem o consentimento do titular pelo fluxo híbrido. Esse ambiente é separado das APIs para empresas desta documentação e atende apenas instituições autorizadas pelo Banco Central.</p>',
        ),
        'GET /docs/faq': page(
          'Perguntas frequentes',
          `<h2>Preciso de autorização do Inter para usar as APIs?</h2><p>Não. Basta ter uma Conta Digital PJ ou MEI e criar a integração no Internet Banking.</p><h2>Pessoa física pode usar?</h2><p>Ainda não.</p><h2>Posso usar o certificado A1 da minha empresa?</h2><p>Não, só o certificado emitido para a integração.</p><h2>Existe refresh token?</h2><p>Não é necessário: gere outro token quando o atual vencer.</p>`,
        ),
        'GET /docs/changelog': page(
          'Changelog',
          `<h2>2026-08</h2><p>Pix Automático em produção.</p><h2>2024-05</h2><p>Cobrança v3 substitui boletos v2.</p><h2>2022-01</h2><p>${escapeHtml('Token v2: o certificado sozinho já não autentica.')}</p>`,
        ),
      },
    },
    'cdpj.partners.bancointer.com.br': { routes: {}, otherwise: noCertificate('nginx') },
    'cdpj-sandbox.partners.uatinter.co': { routes: {}, otherwise: noCertificate('nginx/1.24.0') },
    'status.inter.co': { routes: { 'GET /': json(200, { status: 'ok' }), 'GET /docs': redirect(302, docs) } },
    ...stubHost('ajuda.inter.co'),
  },
  expect: expectation({
    apiBases: [[api, sandbox]],
    tokenEndpoint: `${api}/oauth/v2/token`,
    flows: { client_credentials: 'yes', refresh_token: ['no', 'unknown'] },
    outcome: ['scored', 'blocked'],
    signals: {
      'structured-401': ['fail', 'partial', 'unknown'],
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial'],
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'the first table of the manual, and every sample',
    tokenEndpoint: 'the page on tokens; behind the certificate as well',
    client_credentials: 'grant_type has this one value',
    outcome: 'without a certificate nobody sees the challenge, only that a certificate is wanted',
    'structured-401': 'a guard: 400 and a page of nginx; the API’s own 401 stays behind the certificate',
    'bearer-token': 'every sample sends Authorization: Bearer, and the token answer says token_type Bearer',
    'client-credentials':
      '“fluxo client credentials”, grant_type fixed; only documents say it, so “partial” is honest too',
    'self-service-keys': 'made in the internet banking, active within minutes; an account of a company is needed first',
    'token-expiry': '60 minutes, and the same call gives the next one',
    'scope-restriction': 'scopes for each API, chosen at the integration and at the token',
    'manual-key-approval':
      '“Preciso de autorização do Inter? Não.” The partner who must agree is a colleague, not the bank',
    'token-rotation-without-refresh': 'client_credentials renews',
    'session-cookie-only': 'tokens are documented on every page',
    'browser-only-oauth': 'a machine grant is the only way in',
  },
};

function stubHost(name: string): World['hosts'] {
  const look = (title: string, body: string) =>
    html(
      200,
      `<!DOCTYPE html><html lang="pt-BR"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
    );
  return {
    [name]: {
      routes: { 'GET /': look('Central de ajuda', '<p>Como podemos ajudar?</p>'), ...stubs(look, ['/cartoes']) },
    },
  };
}
