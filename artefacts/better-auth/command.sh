node --import tsx make-oauth-client.ts auth.ts billing-export
