/** Every procedure by the kind of its cases. */
export { call } from './call.ts'
export { incident } from './incident.ts'
export { reach } from './reach.ts'
export { serviceTask } from './service-task.ts'
export { staffChange } from './staff-change.ts'
