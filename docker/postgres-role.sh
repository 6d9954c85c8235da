#!/bin/sh
# Runs once, when the container of docker-compose.yml makes its data folder: the role of the site, which owns its database and no more.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$ROLE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE latchkey LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE latchkey OWNER latchkey;
REVOKE ALL ON DATABASE latchkey FROM PUBLIC;
SQL
