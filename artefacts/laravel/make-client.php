<?php
// php app/Machine/make-client.php NAME [SCOPE…]: makes a client, and a first token. The secret is told once.

use App\Machine\MachineClients;

require __DIR__.'/MachineClients.php';

[$id, $secret] = MachineClients::create($argv[1] ?? 'unnamed', array_slice($argv, 2));
$token = MachineClients::issue($id, MachineClients::scopesOf($id, $secret));
echo "CLIENT_ID=$id\nCLIENT_SECRET=$secret\nTOKEN=$token\n";
