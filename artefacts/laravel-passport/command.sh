php artisan passport:client --client --name=billing-export
