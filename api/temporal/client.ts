import { Client, Connection, type ConnectionOptions } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

/** gRPC waits up to two minutes between tries when a server stays away; pokes shouldn't. Milliseconds. */
export const RECONNECT_SOON: ConnectionOptions['channelArgs'] = {
  'grpc.initial_reconnect_backoff_ms': 200,
  'grpc.max_reconnect_backoff_ms': 2_000,
}

/** A connection as Temporal's own environment settings say (address, namespace, TLS, API key), made when first used. */
export function temporalClient(): Client {
  const { connectionOptions, namespace } = loadClientConnectConfig()
  return new Client({ connection: Connection.lazy({ ...connectionOptions, channelArgs: RECONNECT_SOON }), namespace })
}
