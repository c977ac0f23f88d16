import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language, Text } from '../rules/text.ts'
import { texts } from './texts/index.ts'

/** Says a text in the reader's language; `{name}` in it is replaced. */
export type Say = (text: Text, params?: Readonly<Record<string, string | number>>) => string

const KEY = 'shouyue.language'
const Spoken = createContext<{ language: Language; say: Say; speak: (language: Language) => void }>(undefined!)

/** Chinese unless the reader chose English before. */
function remembered(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
}

export function saying(language: Language): Say {
  return (text, params = {}) =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered)
  useEffect(() => {
    localStorage.setItem(KEY, language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = texts.common.product[language]
  }, [language])
  const value = useMemo(() => ({ language, say: saying(language), speak: setLanguage }), [language])
  return <Spoken value={value}>{children}</Spoken>
}

export const useLanguage = () => use(Spoken)
export const useSay = () => use(Spoken).say

/** The language requests ask for, outside of components. */
export const spokenNow = remembered
