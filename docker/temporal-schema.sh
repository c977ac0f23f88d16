#!/bin/sh
# Brings Temporal's two databases to the schema of this server version; a second run changes nothing.
set -eu
schema=/etc/temporal/schema/postgresql/v12
for database in temporal temporal_visibility; do
  export SQL_DATABASE="$database"
  folder="$schema/${database#temporal_}/versioned"
  # setup-schema starts the version table and refuses one that stands already
  temporal-sql-tool update-schema --schema-dir "$folder" ||
    { temporal-sql-tool setup-schema --version 0.0 &&
      temporal-sql-tool update-schema --schema-dir "$folder"; }
done
