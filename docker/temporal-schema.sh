#!/bin/sh
# Brings Temporal's two databases to the schema of this server version; a second run changes nothing.
set -eu
schema=/etc/temporal/schema/postgresql/v12
for database in temporal temporal_visibility; do
  folder="$schema/${database#temporal_}/versioned"
  # setup-schema starts the version table and refuses one that stands already
  temporal-sql-tool --database "$database" update-schema --schema-dir "$folder" ||
    { temporal-sql-tool --database "$database" setup-schema --version 0.0 &&
      temporal-sql-tool --database "$database" update-schema --schema-dir "$folder"; }
done
