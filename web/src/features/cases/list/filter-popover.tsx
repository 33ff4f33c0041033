import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useText } from '../../../text/language.js';
import { fold } from '../../../text/format.js';
import { filtersText } from './filters.text.js';

/** A button that opens a small panel; it says how many of its choices are in force. */
export function Panel({ label, chosen = 0, children }: { label: string; chosen?: number; children: ReactNode }) {
  const t = useText(filtersText);
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={chosen > 0 ? 'btn small on' : 'btn small'}>
        {label}
        {chosen > 0 && (
          <>
            <span className="sr-only">{t.chosen}</span>
            <span className="badge accent">{chosen}</span>
          </>
        )}
        <span aria-hidden>▾</span>
      </Button>
      <Popover className="list-panel" placement="bottom start" offset={4}>
        <Dialog aria-label={label}>
          {/* What leads elsewhere closes the panel; what is chosen in it does not. */}
          <div
            className="stack"
            onClick={(event) => (event.target as Element).closest('a, [data-leaves]') && setOpen(false)}
          >
            {children}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export interface Choice {
  value: string;
  label: string;
}
export interface ChoiceGroup {
  label?: string;
  choices: readonly Choice[];
}

/** Checkboxes in groups; above ten, a field narrows them, accents ignored. */
export function Checks({
  legend,
  groups,
  value,
  onChange,
}: {
  legend: string;
  groups: readonly ChoiceGroup[];
  value: readonly string[];
  onChange(value: string[] | undefined): void;
}) {
  const t = useText(filtersText);
  const id = useId();
  const [words, setWords] = useState('');
  const long = groups.reduce((n, group) => n + group.choices.length, 0) > 10;
  const shown = groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => fold(choice.label).includes(fold(words.trim()))),
    }))
    .filter((group) => group.choices.length > 0);
  const toggle = (one: string) => {
    const after = value.includes(one) ? value.filter((each) => each !== one) : [...value, one];
    onChange(after.length > 0 ? after : undefined);
  };
  return (
    <>
      {long && (
        <input
          type="search"
          className="input"
          aria-label={t.find}
          placeholder={t.find}
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
      )}
      {shown.length === 0 && <p className="soft">{t.nothingFound}</p>}
      {shown.map((group, i) => (
        <div
          key={group.label ?? i}
          role="group"
          aria-labelledby={group.label && `${id}-${i}`}
          aria-label={group.label ? undefined : legend}
          className="checks"
        >
          {group.label && (
            <div className="label small soft" id={`${id}-${i}`}>
              {group.label}
            </div>
          )}
          {group.choices.map((choice) => (
            <label key={choice.value} className="check">
              <input type="checkbox" checked={value.includes(choice.value)} onChange={() => toggle(choice.value)} />
              <span>{choice.label}</span>
            </label>
          ))}
        </div>
      ))}
    </>
  );
}
