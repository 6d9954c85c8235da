<?php
// Programs register themselves (RFC 7591 section 3). Put the middleware throttle in front.

namespace App\Machine;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

final class Registration
{
    public function answer(Request $request): JsonResponse
    {
        $metadata = json_decode($request->getContent());
        $name = $metadata->client_name ?? 'unnamed';
        $grants = $metadata->grant_types ?? ['client_credentials'];
        if (! $metadata instanceof \stdClass || ! is_string($name) || strlen($name) > 100) {
            return self::refuse('The body is not a JSON object with a client_name of at most 100 characters.');
        }
        if (! is_array($grants) || array_diff($grants, ['client_credentials']) !== []) {
            return self::refuse('Send grant_types ["client_credentials"].');
        }
        [$id, $secret] = MachineClients::create($name);

        return response()->json([
            'client_id' => $id,
            'client_secret' => $secret,
            'client_id_issued_at' => time(),
            'client_secret_expires_at' => 0,
            'client_name' => $name,
            'grant_types' => ['client_credentials'],
            'token_endpoint_auth_method' => 'client_secret_basic',
            'scope' => implode(' ', MachineClients::knownScopes()),
        ], 201, ['Cache-Control' => 'no-store']);
    }

    private static function refuse(string $description): JsonResponse
    {
        return response()->json(['error' => 'invalid_client_metadata', 'error_description' => $description], 400);
    }
}
