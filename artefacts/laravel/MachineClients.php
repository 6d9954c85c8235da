<?php
// Machine clients and their tokens, in one file below storage/, which suits one server: for several put `change` on your database.

namespace App\Machine;

final class MachineClients
{
    /** Seconds for which a token works; a program then asks for the next one (RFC 6749 section 4.4.3). */
    public const LIFETIME = 3600;

    /** What a client may be given at all. */
    public static function knownScopes(): array
    {
        return explode(' ', '{{SCOPES}}');
    }

    /** Makes a client. Its secret is told once and cannot be read again. */
    public static function create(string $name, array $scopes = []): array
    {
        $id = 'machine-'.bin2hex(random_bytes(9));
        $secret = bin2hex(random_bytes(32));
        self::change(function (array &$data) use ($id, $secret, $name, $scopes): void {
            $data['clients'][$id] = ['name' => $name, 'secret' => hash('sha256', $secret), 'scopes' => $scopes ?: self::knownScopes()];
        });

        return [$id, $secret];
    }

    /** The scopes of a client, or null. Unknown ids are compared too, so that the time of an answer does not tell which exist. */
    public static function scopesOf(string $id, string $secret): ?array
    {
        $client = self::change(fn (array &$data): ?array => $data['clients'][$id] ?? null);
        $matches = hash_equals($client['secret'] ?? hash('sha256', ''), hash('sha256', $secret));

        return $client !== null && $matches ? $client['scopes'] : null;
    }

    public static function issue(string $id, array $scopes): string
    {
        $token = bin2hex(random_bytes(32));
        self::change(function (array &$data) use ($token, $id, $scopes): void {
            $data['tokens'] = array_filter($data['tokens'], fn (array $one): bool => $one['expires'] > time());
            $data['tokens'][hash('sha256', $token)] = ['client' => $id, 'scopes' => $scopes, 'expires' => time() + self::LIFETIME];
        });

        return $token;
    }

    /** Who holds the token of an Authorization field, or null: no Bearer token, unknown, or expired. */
    public static function callerOf(?string $authorization): ?array
    {
        if (! preg_match('/^bearer +([\w.~+\/-]+=*)$/i', (string) $authorization, $match)) {
            return null;
        }
        $hash = hash('sha256', $match[1]);
        $token = self::change(fn (array &$data): ?array => $data['tokens'][$hash] ?? null);

        return $token !== null && $token['expires'] > time() ? $token : null;
    }

    /** Reads the file under a lock, and writes what `$how` made of it. */
    private static function change(callable $how): mixed
    {
        $handle = fopen(dirname(__DIR__, 2).'/storage/app/machine-clients.json', 'c+');
        flock($handle, LOCK_EX);
        $before = stream_get_contents($handle);
        $data = json_decode($before, true) ?: ['clients' => [], 'tokens' => []];
        $result = $how($data);
        $after = json_encode($data);
        if ($after !== $before) {
            ftruncate($handle, 0);
            rewind($handle);
            fwrite($handle, $after);
        }
        fclose($handle);

        return $result;
    }
}
