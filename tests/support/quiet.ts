import { DefaultLogger, Runtime } from '@temporalio/worker'

/** Test files share their process, and a process has one runtime. */
const once = globalThis as { shouyueQuiet?: Runtime }

/** What goes wrong is worth a line; that workers start and stop is not. */
once.shouyueQuiet ??= Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
process.env['SHOUYUE_LOG_LEVEL'] ??= 'warn'
