import { callPromises, reachPromises } from './call/labels.ts'
import { incidentPromises } from './incident/labels.ts'
import { serviceTaskPromises } from './serviceTask/labels.ts'
import { staffChangePromises } from './staffChange/labels.ts'
import type { Text } from './text.ts'

/** The labels of all promises, by the kind of their case. */
export const promiseLabels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  call: callPromises,
  incident: incidentPromises,
  reach: reachPromises,
  serviceTask: serviceTaskPromises,
  staffChange: staffChangePromises,
}

/** What people call a promise; its own name where it has no label. */
export function promiseLabel(kind: string, promise: string): Text {
  return promiseLabels[kind]?.[promise] ?? { zh: promise, en: promise }
}
