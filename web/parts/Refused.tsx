import Alert from 'antd/es/alert'
import { isProblem } from '../client/problem.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { wordsOf } from './Shown.tsx'

/** Why a deed was refused, with the clause it was refused under. */
export function Refused({ error }: { error: unknown }) {
  const say = useSay()
  if (!error) return null
  const clause = isProblem(error) && error.clause ? `${say(texts.common.clause)} ${error.clause}` : undefined
  return <Alert type="error" role="alert" showIcon title={wordsOf(error)} description={clause} />
}
