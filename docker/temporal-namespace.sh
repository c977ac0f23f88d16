#!/bin/sh
# Makes our namespace where it doesn't stand yet. Finished workflows are kept 30 days; what they did stands in Postgres.
set -eu
temporal operator cluster health
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
