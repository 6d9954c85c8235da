hydra create client --endpoint "$HYDRA_ADMIN_URL" --name billing-export --grant-type client_credentials --token-endpoint-auth-method client_secret_basic --scope read
