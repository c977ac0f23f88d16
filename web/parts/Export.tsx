import Button from 'antd/es/button'
import { useState } from 'react'
import { ask, type Given, type Operation } from '../client/ask.ts'
import { save } from '../client/save.ts'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { wordsOf } from './Shown.tsx'

type Table = Extract<Operation, `get /api/exports/${string}`>

/** The list on the screen as an Excel file, narrowed by the same filters: `<Export of="get /api/exports/ledger" query={filters} />`. `params` are what its address names. */
export function Export({ of, params, query }: { of: Table; params?: object; query?: object }) {
  return <ExportBy make={() => ask(of, { params, query } as Given<Table>)} />
}

/** A table that is no list of the server's, as a file tried out before it is loaded, as the Excel file that `make` asks for. */
export function ExportBy({ make }: { make: () => Promise<Blob> }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  async function fetchIt() {
    setBusy(true)
    setFailed(undefined)
    try {
      save(await make())
    } catch (error) {
      setFailed(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="row">
      <Button loading={busy} onClick={() => void fetchIt()}>
        {say(texts.common.exportXlsx)}
      </Button>
      {failed && (
        <span role="alert" className="small">
          {say(texts.common.exportFailed, { why: failed })}
        </span>
      )}
    </span>
  )
}
