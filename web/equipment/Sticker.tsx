import QRCode from 'antd/es/qr-code'
import type { Answer } from '../client/ask.ts'
import { customer } from '../texts/customer.ts'
import { links as words } from '../texts/customerLinks.ts'
import './label.css'

type Labelled = Answer<'get /api/equipment/{id}/label'>

/** 80 by 50 millimetres, as label printers take them; both languages, since anybody may stand before it. */
export function Sticker({ of }: { of: Labelled }) {
  return (
    <div className="sticker">
      <QRCode
        aria-label={`${words.scan.zh} ${words.scan.en}`}
        value={of.url}
        type="svg"
        size={140}
        errorLevel="M"
        bordered={false}
        marginSize={2}
        color="#000"
        bgColor="#fff"
      />
      <div className="sticker-words">
        <strong>{words.scan.zh}</strong>
        <span lang="en">{words.scan.en}</span>
        <span>{of.product}</span>
        <span>
          {customer.serial.zh} {of.serialNumber}
        </span>
        {of.place && <span>{of.place}</span>}
      </div>
    </div>
  )
}
