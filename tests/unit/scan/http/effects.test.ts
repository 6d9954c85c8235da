import { describe, expect, test } from 'vitest';
import { asksToConfirm, effectOf, effectOfCall } from '../../../../lib/scan/http/effects.ts';

const of = (address: string): string | null => effectOf(new URL(address, 'https://acme-widgets.com'));

test.each([
  ['/logout', 'logout'],
  ['/log-out', 'logout'],
  ['/users/sign_out', 'signout'],
  ['/signOut.do', 'signout'],
  ['/%6Cogout', 'logout'],
  ['/%256Cogout', 'logout'],
  ['/a/%2e%2e/logout', 'logout'],
  ['/x%2Flogout', 'logout'],
  ['/session;logout', 'logout'],
  ['/unsubscribe?u=5f3a', 'unsubscribe'],
  ['/unsubscribe/5f3a9', 'unsubscribe'],
  ['/email/opt-out/5f3a', 'optout'],
  ['/account/delete?confirm=yes', 'delete'],
  ['/account/delete-account', 'delete'],
  ['/delete/user/5', 'delete'],
  ['/api/deleteUser/5', 'delete'],
  ['/delete-all-of-my-data-now', 'delete'],
  ['/users/5/ban', 'ban'],
  ['/cart/empty', 'empty'],
  ['/cart/empty/5', 'empty'],
  ['/checkout', 'checkout'],
  ['/confirm/5f3a9', 'confirm'],
  ['/orders/7/approve', 'approve'],
  ['/keys/revoke-key', 'revoke'],
  ['/index.php?action=cancel', 'cancel'],
  ['/index.php?do=logout', 'logout'],
  ['/index.php?r=site/logout', 'logout'],
  ['/index.php?page=logout', 'logout'],
  ['/index.php?logout', 'logout'],
  ['/index.php?LogOut=1', 'logout'],
  ['/shop?add-to-cart=42', 'add'],
  ['/state?confirm=yes', 'confirm'],
  ['/docs/keys?confirm=yes', 'confirm'],
  ['/konto/l%C3%B6schen', 'loschen'],
  ['/konto/loeschen', 'loeschen'],
  ['/compte/d%C3%A9sabonner', 'desabonner'],
  ['/cuenta/cerrar-sesion', 'cerrarsesion'],
  ['/uzytkownik/wyloguj', 'wyloguj'],
  ['/%E9%80%80%E5%87%BA', '退出'],
  ['/help/delete', 'delete'],
  ['/user/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95', '退出'],
  ['/%CE%B1%CF%80%CE%BF%CF%83%CF%8D%CE%BD%CE%B4%CE%B5%CF%83%CE%B7', 'αποσυνδεση'],
  ['/j_spring_security_logout', 'logout'],
  ['/v1/projects/p:undelete', 'undelete'],
  ['/install.php?step=2', 'installphp'],
  ['/wp-cron.php', 'cronphp'],
  ['/cgi-bin/ctl?stop', 'stop'],
  ['/graphql?query=mutation%20%7Bban(id:5)%7D', 'mutation {'],
  ['/graphql?query=query%20A%7Ba%7D%20mutation%20B%7Bb%7D&operationName=B', 'mutation B{'],
  ['/report?q=DELETE%20FROM%20users', 'DELETE FROM'],
  ['/users/5?_method=put', 'put'],
  ['/files?rm=5', 'rm'],
  ['/files?op=rm', 'rm'],
  ['/ctl?cmd=ls', 'cmd'],
  ['/verify?token=abc', 'verify'],
  ['/email/verify/5/abc', 'verify'],
  ['/newsletter/subscribe?email=a@b.c', 'subscribe'],
  ['/transfer?to=5&amount=9', 'transfer'],
  ['/job/site/build?token=abc', 'build'],
  ['/hooks/catch/1284/b7ac9', 'hooks'],
  ['/deploy/srv-c0ffee77?x=y', 'deploy'],
  ['https://docs.acme-widgets.com/logout', 'logout'],
  ['https://support.acme-widgets.com/tickets/cancel?id=5&delete=1', 'cancel'],
])('%s gives an order', (address, word) => {
  expect(of(address)).toBe(word);
});

test.each([
  '/',
  '/docs/keys/revoke',
  '/build',
  '/build/oauth2-setup',
  '/verify/v2/authentication-overview',
  '/webhooks/signature-verification',
  '/user/tokens/verify',
  '/deploy/getting-started-in-5-minutes',
  '/install',
  '/search?q=create+api+key',
  '/search?q=graphql+mutation',
  '/subscribe',
  '/docs/delete-an-account',
  '/reference/delete-user',
  '/api-reference/logout',
  '/api/docs/orders/cancel',
  '/en/developers/guides/confirm-a-payment',
  '/help/cancel-your-plan',
  '/hc/en-us/articles/360-how-to-cancel-my-subscription',
  '/blog/why-we-chose-to-cancel-everything',
  'https://docs.acme-widgets.com/users/delete',
  'https://help.acme-widgets.com/cancel-subscription',
  '/pricing',
  '/register',
  '/signup?next=/logout',
  '/login?returnTo=%2Faccount%2Fdelete',
  '/search?q=delete%20account',
  '/v1/checkout/orders/5',
  '/v1/bans',
  '/v1/cancellations',
  '/v1/deleted-items',
  '/v1/users?include_deleted=true',
  '/v1/posts',
  '/keys/create',
  '/oauth/token',
  '/oauth/authorize?response_type=code&prompt=none',
  '/.well-known/openid-configuration',
  '/100%',
  '/orders?status=cancelled',
])('%s gives none', (address) => {
  expect(of(address)).toBe(null);
});

describe('an operation of an API', () => {
  test('is no page of documentation, wherever it stands', () => {
    expect(effectOfCall(new URL('https://docs.acme-widgets.com/docs/5/delete'))).toBe('delete');
    expect(effectOfCall(new URL('https://api.acme-widgets.com/v1/users'))).toBe(null);
  });
});

test('parameters that confirm are known by their words', () => {
  expect(['confirm', 'confirm_delete', 'isConfirmed', 'force', 'page'].map(asksToConfirm)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});
