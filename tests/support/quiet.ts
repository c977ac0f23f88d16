import { DefaultLogger, Runtime } from '@temporalio/worker'

/** What goes wrong is worth a line; that workers start and stop is not. */
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
process.env['SHOUYUE_LOG_LEVEL'] ??= 'warn'
