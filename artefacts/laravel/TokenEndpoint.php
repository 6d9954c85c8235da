<?php
// client_credentials at a token endpoint (RFC 6749 section 4.4).

namespace App\Machine;

use Closure;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

final class TokenEndpoint
{
    /** Before the endpoint that is there: every other grant goes on to it. */
    public static function before(callable|array|string $there): Closure
    {
        return function (Request $request) use ($there) {
            return $request->request->get('grant_type') === 'client_credentials'
                ? app()->call([new self, 'answer'])
                : app()->call($there);
        };
    }

    /** Where there is no token endpoint yet. */
    public function answer(Request $request): JsonResponse
    {
        parse_str($request->getContent(), $form);
        $form = array_filter($form, 'is_string');
        if (count(array_filter(explode('&', $request->getContent()))) > count($form)) {
            return self::refuse(400, 'invalid_request', 'A parameter is repeated.');
        }
        $grant = $form['grant_type'] ?? '';
        if ($grant === '') {
            return self::refuse(400, 'invalid_request', 'grant_type is missing. Send the body as application/x-www-form-urlencoded.');
        }
        if ($grant !== 'client_credentials') {
            return self::refuse(400, 'unsupported_grant_type', 'Use client_credentials.');
        }
        if ($request->getUser() !== null && isset($form['client_secret'])) {
            return self::refuse(400, 'invalid_request', 'Send client_id and client_secret in Basic or in the body, not in both.');
        }
        // RFC 6749 section 2.3.1: in Basic, id and secret are form-urlencoded before base64.
        $id = $request->getUser() === null ? $form['client_id'] ?? '' : urldecode($request->getUser());
        $secret = $request->getUser() === null ? $form['client_secret'] ?? '' : urldecode((string) $request->getPassword());
        $known = MachineClients::scopesOf($id, $secret);
        if ($known === null) {
            return self::refuse(401, 'invalid_client', 'The client id or secret is wrong.', ['WWW-Authenticate' => 'Basic realm="token"']);
        }
        $scopes = ($form['scope'] ?? '') === '' ? $known : explode(' ', $form['scope']);
        if (array_diff($scopes, $known) !== []) {
            return self::refuse(400, 'invalid_scope', 'This client has: '.implode(' ', $known));
        }

        return response()->json([
            'access_token' => MachineClients::issue($id, $scopes),
            'token_type' => 'Bearer',
            'expires_in' => MachineClients::LIFETIME,
            'scope' => implode(' ', $scopes),
        ], 200, ['Cache-Control' => 'no-store']);
    }

    private static function refuse(int $status, string $error, string $description, array $headers = []): JsonResponse
    {
        $body = ['error' => $error, 'error_description' => $description];

        return response()->json($body, $status, ['Cache-Control' => 'no-store'] + $headers);
    }
}
