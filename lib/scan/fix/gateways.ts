/** Gateways, servers and walls in front of an API, a row each, in the vendor's own words; as in authorization-servers.ts. */
import { filesOf, grant, lifted, refusal, type Product } from './product.ts';
import { any, both, says, sends } from './signs.ts';

export const gateways: readonly Product[] = [
  {
    id: 'wordpress',
    name: 'WordPress',
    manual: 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
    checked: '2026-11',
    signs: any(sends('link', '*https://api.w.org/*'), says('"code":"rest_')),
    advice: {
      'self-service-keys': {
        steps: [
          'Application Passwords are built in since WordPress 5.6, on sites with HTTPS: a user makes one under Users > Profile > Application Passwords, and it works at once with HTTP Basic.',
          'If the section is missing, a plugin or the filter wp_is_application_passwords_available has switched it off.',
          'Say at {{DOCS_URL}} who may make one and that nobody has to approve it.',
        ],
        instead: false,
      },
    },
  },
  {
    id: 'kong',
    name: 'Kong Gateway',
    manual: 'https://developer.konghq.com/plugins/',
    checked: '2026-11',
    signs: any(
      sends('via', '*kong*'),
      sends('server', 'kong*'),
      sends('x-kong-request-id'),
      sends('x-kong-response-latency'),
    ),
    advice: {
      ...refusal([
        'Let a plugin of the gateway guard the route: key-auth, jwt and oauth2 answer 401 with WWW-Authenticate and a JSON message by themselves.',
        'The plugin openid-connect falls back to the authorization code flow, which redirects: on the API’s route let config.auth_methods hold only what programs bring, such as bearer.',
        'Where the app behind it redirects to a login page, exempt the API’s route from that; the gateway cannot know what the redirect meant.',
      ]),
      'client-credentials': {
        steps: [
          'The plugin oauth2 issues tokens for a service of your own: set config.enable_client_credentials to true.',
          'With the plugin openid-connect (Enterprise) the grant belongs to the identity provider behind it; allow it there and keep client_credentials in config.auth_methods.',
        ],
        instead: false,
      },
    },
  },
  {
    id: 'apigee',
    name: 'Apigee',
    manual:
      'https://docs.cloud.google.com/apigee/docs/api-platform/security/oauth/oauth-20-client-credentials-grant-type',
    checked: '2026-11',
    signs: any(says('"errorcode":"oauth.v2.', '"errorcode":"steps.'), sends('x-apigee-fault-code')),
    advice: {
      ...grant([
        'In the policy OAuthV2 with the operation GenerateAccessToken add client_credentials to SupportedGrantTypes, beside the grants that are there.',
        'Make a developer app for the program: its key and secret are client id and client secret.',
      ]),
      ...refusal([
        'In FaultRules catch faults of OAuthV2 and VerifyAPIKey and answer with the policy RaiseFault or AssignMessage: status 401, the field WWW-Authenticate, a JSON body with error.',
      ]),
    },
  },
  {
    id: 'aws-api-gateway',
    name: 'Amazon API Gateway',
    manual:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-gateway-response-using-the-console.html',
    checked: '2026-11',
    signs: any(sends('x-amz-apigw-id'), sends('apigw-requestid')),
    advice: refusal([
      'REST APIs: under Gateway responses edit Unauthorized (UNAUTHORIZED): status 401, the response header WWW-Authenticate, a JSON template with error. Leave Missing authentication token as it is: paths that do not exist are answered with it too.',
      'A Lambda authorizer that throws “Unauthorized” gets this 401; one that returns a Deny gets 403.',
      'Deploy the API: changes of gateway responses count from the next deployment on.',
    ]),
  },
  {
    id: 'azure-api-management',
    name: 'Azure API Management',
    manual: 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
    checked: '2026-11',
    signs: any(
      says('Access denied due to missing subscription key', 'Access denied due to invalid subscription key'),
      sends('ocp-apim-trace-location'),
    ),
    advice: refusal([
      'In the section on-error of the API’s policy answer with return-response: set-status 401, set-header WWW-Authenticate, set-body with JSON that has error.',
      'The policy validate-jwt answers 401 by failed-validation-httpcode.',
    ]),
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    manual: 'https://developers.cloudflare.com/waf/custom-rules/skip/',
    checked: '2026-11',
    signs: both(sends('cf-ray'), sends('server', 'cloudflare')),
    advice: lifted([
      'Open Security > Security rules > Create rule > Custom rules, and match the API’s host and paths, the token endpoint and /.well-known/.',
      'Take the action Skip: all remaining custom rules, all managed rules, all Super Bot Fight Mode rules.',
      'Bot Fight Mode of the free plan cannot be skipped by a rule: switch it off.',
      'Keep Rate limiting rules on those paths: they stop abuse, and a program can read a 429.',
    ]),
  },
  {
    id: 'envoy',
    name: 'Envoy',
    manual: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/local_reply',
    checked: '2026-11',
    signs: any(sends('server', 'envoy'), sends('x-envoy-upstream-service-time')),
    advice: refusal([
      'The filter jwt_authn answers 401 with WWW-Authenticate: Bearer by itself; ext_authz hands on what your service answers.',
      'Give the body JSON with local_reply_config: a mapper with a status_code_filter for 401 and, in its body_format_override, a json_format; that makes the type application/json.',
    ]),
  },
  {
    id: 'traefik',
    name: 'Traefik',
    manual: 'https://doc.traefik.io/traefik/middlewares/http/forwardauth/',
    checked: '2026-11',
    signs: any(sends('server', 'traefik*'), sends('via', '*traefik*')),
    advice: refusal([
      'ForwardAuth hands on the answer of your auth service: let that answer 401 with WWW-Authenticate and JSON for the API’s router, and redirect on the router of your pages only.',
    ]),
  },
  {
    id: 'nginx',
    name: 'nginx',
    manual: 'https://nginx.org/en/docs/http/ngx_http_auth_request_module.html',
    checked: '2026-11',
    signs: sends('server', 'nginx* openresty*'),
    advice: refusal(
      [
        'Where nginx itself guards the API (auth_request, auth_basic, auth_jwt), give its 401 a JSON body and a challenge with the lines below.',
        'Where the app behind it redirects to a login page, wrap the app’s guard instead: nginx cannot know what the redirect meant.',
      ],
      filesOf('nginx'),
    ),
  },
  {
    id: 'apache',
    name: 'Apache HTTP Server',
    manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#errordocument',
    checked: '2026-11',
    signs: sends('server', 'apache apache/*'),
    advice: refusal([
      'Where Apache itself guards the API (Require valid-user), it sends 401 and WWW-Authenticate already; give it a JSON body with ErrorDocument 401 and the path of a local file such as /401.json. A full URL there would make Apache redirect, and the 401 would be lost.',
      'Where the app behind it redirects to a login page, wrap the app’s guard instead.',
    ]),
  },
];
