<?php

namespace App;

/** What the app knows of people, and the tokens that its authorization server gave them; one file, since each request is a process. */
final class Site
{
    public static function guard(): string
    {
        return getenv('GUARD') ?: 'session';
    }

    public static function hasServer(): bool
    {
        return in_array(self::guard(), ['oauth', 'bare'], true);
    }

    public static function make(string $kind): string
    {
        $made = bin2hex(random_bytes(16));
        touch(self::place($kind, $made));

        return $made;
    }

    public static function take(string $kind, string $made): bool
    {
        return $made !== '' && ctype_xdigit($made) && @unlink(self::place($kind, $made));
    }

    public static function ofPeople(?string $token): bool
    {
        return $token !== null && ctype_xdigit($token) && is_file(self::place('token', $token));
    }

    private static function place(string $kind, string $made): string
    {
        return storage_path("app/$kind-$made");
    }

    /** The answer of the token endpoint for people: it checks the grant first, and knows no machines. */
    public static function peopleToken(array $form): array
    {
        $kind = ['authorization_code' => 'code', 'refresh_token' => 'refresh'][$form['grant_type'] ?? ''] ?? null;
        if ($kind === null) {
            return [400, ['error' => 'unsupported_grant_type']];
        }
        if (! self::take($kind, $form['code'] ?? $form['refresh_token'] ?? '')) {
            return [400, ['error' => 'invalid_grant']];
        }

        return [200, ['access_token' => self::make('token'), 'token_type' => 'Bearer', 'expires_in' => 600, 'refresh_token' => self::make('refresh')]];
    }
}
