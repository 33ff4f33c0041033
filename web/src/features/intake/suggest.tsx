import { useId, useState, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from '../../ui/fields.js';

interface Props<T> {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  value: string;
  onChange(value: string): void;
  items: readonly T[];
  keyOf(item: T): string | number;
  show(item: T): ReactNode;
  onPick(item: T): void;
  /** Names the list, and what it says when nothing is found. */
  listLabel: string;
  none?: string;
  input?: InputHTMLAttributes<HTMLInputElement>;
}

/** A text field that offers what is known while one types: arrows choose, Enter takes, typing on ignores it. */
export function Suggest<T>({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  items,
  keyOf,
  show,
  onPick,
  listLabel,
  none,
  input,
}: Props<T>) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && value.trim().length >= 2 && (items.length > 0 || none !== undefined);
  const current = active < items.length ? active : -1;
  const take = (item: T) => {
    setOpen(false);
    setActive(-1);
    onPick(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) setOpen(true);
      else if (items.length > 0)
        setActive((current + (event.key === 'ArrowDown' ? 1 : items.length + (current < 0 ? 0 : -1))) % items.length);
    }
    if (event.key === 'Enter' && !event.ctrlKey && shown && current >= 0) {
      event.preventDefault();
      take(items[current]!);
    }
  };
  return (
    <div className="suggest">
      <Field label={label} hint={hint} error={error} required={required}>
        {(control) => (
          <input
            type="text"
            autoComplete="off"
            {...input}
            {...control}
            role="combobox"
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown && current >= 0 ? `${id}-${current}` : undefined}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
              setOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      <ul className="suggest-list" id={`${id}-list`} role="listbox" aria-label={listLabel} hidden={!shown}>
        {shown &&
          items.map((item, i) => (
            <li
              key={keyOf(item)}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === current}
              className={i === current ? 'current' : undefined}
              onMouseDown={(event) => {
                event.preventDefault();
                take(item);
              }}
            >
              {show(item)}
            </li>
          ))}
        {shown && items.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className="soft">
            {none}
          </li>
        )}
      </ul>
    </div>
  );
}
