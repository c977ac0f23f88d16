import { when, type Template } from '../notification/template.ts'

/** What service staff are told. The bulletin's own words are read in the product, by whoever may. */
export const accidentTemplates = {
  'accident.bulletin': ({ params }) => ({
    title: { zh: `事故通报：${String(params.class)} 类事故`, en: `Accident bulletin: Class ${String(params.class)}` },
    body: {
      zh: `发生时间：${when(params.occurredAt)}\n请阅读事故通报并引以为戒。`,
      en: `Occurred: ${when(params.occurredAt)}\nPlease read the bulletin.`,
    },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
