import type { Template } from '../notification/template.ts'
import { rulebookOf } from './rulebooks.ts'

const title = (id: unknown) => rulebookOf(String(id))?.title ?? { zh: String(id), en: String(id) }

/** What people are told on a rulebook's way. */
export const rulebookTemplates = {
  'rulebook.toSign': ({ params }) => ({
    title: { zh: '有一份制度草案待您签署', en: 'A draft rulebook waits for your signature' },
    body: {
      zh: `制度：《${title(params.rulebookId).zh}》`,
      en: `Rulebook: ${title(params.rulebookId).en}`,
    },
  }),
  'rulebook.sentBack': ({ params }) => ({
    title: { zh: '制度草案被退回', en: 'Your draft was sent back' },
    body: {
      zh: `《${title(params.rulebookId).zh}》，理由见草案。`,
      en: `${title(params.rulebookId).en}; the reason stands in the draft.`,
    },
  }),
  'rulebook.published': ({ params }) => ({
    title: {
      zh: `请阅读并确认：《${title(params.rulebookId).zh}》第 ${String(params.version)} 版`,
      en: `Please read and acknowledge: ${title(params.rulebookId).en}, version ${String(params.version)}`,
    },
    body: { zh: '打开制度页面，阅读后确认。', en: 'Open the rulebook, read it and acknowledge it.' },
  }),
} as const satisfies Record<`${string}.${string}`, Template>
