<?php
// Laravel: an app that works for people, on PHP's own server, without the skeleton that Debian does not package.

use Illuminate\Contracts\Debug\ExceptionHandler;
use Illuminate\Contracts\Http\Kernel;
use Illuminate\Foundation\Application;
use Illuminate\Http\Request;

error_reporting(E_ALL & ~E_DEPRECATED);
require 'Illuminate/autoload.php';
spl_autoload_register(function (string $class): void {
    $file = __DIR__.'/app/'.str_replace('\\', '/', substr($class, strlen('App\\'))).'.php';
    if (str_starts_with($class, 'App\\') && is_file($file)) {
        require $file;
    }
});

$app = new Application(__DIR__);
$app->singleton(Kernel::class, App\Kernel::class);
$app->singleton(ExceptionHandler::class, Illuminate\Foundation\Exceptions\Handler::class);
$kernel = $app->make(Kernel::class);
$response = $kernel->handle($request = Request::capture());
$response->send();
$kernel->terminate($request, $response);
