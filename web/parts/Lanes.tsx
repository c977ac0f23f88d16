import { Link } from 'wouter'
import './lanes.css'

/** A choice that stands in the address, so that it can be linked to and the way back leads to it. */
export function Lanes(props: {
  label: string
  name: string
  chosen: string
  options: readonly { value: string; label: string }[]
}) {
  const { label, name, chosen, options } = props
  return (
    <nav aria-label={label} className="lanes">
      {options.map((option) => (
        <Link
          key={option.value}
          href={option.value ? `?${name}=${option.value}` : '?'}
          aria-current={option.value === chosen ? 'true' : undefined}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  )
}
