import { useCallback, useState } from 'react'
import { isProblem } from '../client/problem.ts'
import { DRAFTS, useMe } from '../shell/session.tsx'

export type Values = Record<string, string>

function kept(key: string | undefined): Values | undefined {
  try {
    return key === undefined ? undefined : (JSON.parse(localStorage.getItem(key) ?? 'null') as Values) || undefined
  } catch {
    return undefined
  }
}

/** The field that a refusal points at; the third of its numbers is the field of numbers. */
const fieldNamed = (pointer: string) => pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? ''

/**
 * The fields of a form. With a `draft` name what was typed is kept on this device at every stroke, so that a page that
 * dies loses nothing; it goes when it was handed in, and when the person signs out. Fields named in `fresh` are not kept.
 */
export function useFields(initial: Values, draft?: string, fresh?: readonly string[]) {
  const { personId } = useMe()
  return useForm(initial, draft && `${DRAFTS}${personId}.${draft}`, fresh)
}

/** The fields of a form of somebody who isn't signed in; with a `key` what was typed is kept under it. */
export function useForm(initial: Values, key?: string, fresh: readonly string[] = []) {
  const [first] = useState(initial)
  const [unkept] = useState(fresh)
  const [before] = useState(() => kept(key))
  const [values, setValues] = useState<Values>({ ...first, ...before })
  const [errors, setErrors] = useState<Values>({})
  const [restored, setRestored] = useState(before !== undefined)

  const set = useCallback(
    (change: Values) => {
      setValues((old) => {
        const next = { ...old, ...change }
        const worthKeeping = Object.entries(next).filter(([name]) => !unkept.includes(name))
        if (key) localStorage.setItem(key, JSON.stringify(Object.fromEntries(worthKeeping)))
        return next
      })
      setErrors((old) => Object.fromEntries(Object.entries(old).filter(([name]) => !(name in change))))
    },
    [key, unkept],
  )
  const forget = useCallback(() => {
    if (key) localStorage.removeItem(key)
  }, [key])
  const clear = useCallback(() => {
    forget()
    setValues(first)
    setErrors({})
    setRestored(false)
  }, [forget, first])
  /** Puts each refusal of the server at its field. */
  const blame = useCallback((error: unknown) => {
    if (!isProblem(error)) return
    setErrors(Object.fromEntries(error.fields.map(({ pointer, detail }) => [fieldNamed(pointer), detail])))
  }, [])
  return { values, set, errors, setErrors, blame, forget, clear, restored }
}

export type Fields = ReturnType<typeof useForm>
