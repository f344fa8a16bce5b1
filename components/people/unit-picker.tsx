'use client'
import { useId, useRef, useState } from 'react'
import type { UnitChoice } from '@/domain/person'

const sentence = '请从列表里选一个机构。'

/** A unit out of hundreds, found by typing a part of its name. What the form sends under `name` is its id, or nothing. */
export function UnitPicker({
  name,
  label,
  units,
  initial = null,
  required = false,
  placeholder = '输入名称查找',
}: {
  name: string
  label: string
  units: UnitChoice[]
  initial?: UnitChoice | null
  required?: boolean
  placeholder?: string
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(initial?.label ?? '')
  const wanted = text.trim()
  const chosen = (wanted === initial?.label ? initial : undefined) ?? units.find((unit) => unit.label === wanted) ?? onlyOneOf(units, wanted)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        list={`${id}-list`}
        value={text}
        required={required}
        autoComplete="off"
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value)
          event.target.setCustomValidity('')
        }}
        onBlur={(event) => {
          if (chosen) setText(chosen.label)
          event.target.setCustomValidity(wanted === '' || chosen ? '' : sentence)
        }}
        onInvalid={(event) => {
          if (event.currentTarget.validity.valueMissing) event.currentTarget.setCustomValidity(sentence)
        }}
      />
      <datalist id={`${id}-list`}>
        {units.map((unit) => (
          <option key={unit.id} value={unit.label} />
        ))}
      </datalist>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
    </div>
  )
}

/** The unit meant by a part of a name, if it can be no other. */
function onlyOneOf(units: UnitChoice[], part: string): UnitChoice | undefined {
  if (part === '') return undefined
  const fitting = units.filter((unit) => unit.label.includes(part))
  return fitting.length === 1 ? fitting[0] : undefined
}
