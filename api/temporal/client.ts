import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

/** A connection as Temporal's own environment settings say (address, namespace, TLS, API key), made when first used. */
export function temporalClient(): Client {
  const { connectionOptions, namespace } = loadClientConnectConfig()
  return new Client({ connection: Connection.lazy(connectionOptions), namespace })
}
