#!/bin/sh
# On the first start of an empty volume: an account and its databases for us and for Temporal, none of them a superuser.
set -eu
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set ours="$SHOUYUE_DB_PASSWORD" --set theirs="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role shouyue login password :'ours';
create database shouyue owner shouyue;
create role temporal login password :'theirs';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
SQL
