import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon } from '../../ui/icons.js';
import { useText } from '../../text/language.js';
import { useFixed, useFound, type Item } from './palette-items.js';
import { paletteText } from './palette.text.js';
import './palette.css';

/** Ctrl-K: one field over cases, people, screens and actions. */
export default function CommandPalette({ onClose }: { onClose(): void }) {
  const t = useText(paletteText);
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="overlay palette-overlay">
      <Modal className="palette">
        <Dialog aria-label={t.title}>
          <Palette onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function usePaused(value: string, ms: number): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}

/** Focus stays in the field; the arrows move the option that `aria-activedescendant` names. */
function Palette({ onClose }: { onClose(): void }) {
  const t = useText(paletteText);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = usePaused(typed.trim(), 150);
  const found = useFound(words);
  const fixed = useFixed(useDeferredValue(typed.trim()));
  const groups = [...found.groups, ...fixed].filter((group) => group.items.length > 0);
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(at, items.length - 1)];
  const busy = found.busy || words !== typed.trim();
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  const run = (item: Item) => {
    onClose();
    item.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const last = items.length - 1;
    const here = Math.min(at, last);
    const to = {
      ArrowDown: here >= last ? 0 : here + 1,
      ArrowUp: here <= 0 ? last : here - 1,
      PageDown: Math.min(here + 6, last),
      PageUp: Math.max(here - 6, 0),
    }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key !== 'Enter' || !active || event.nativeEvent.isComposing) return;
    else run(active);
    event.preventDefault();
  };
  return (
    <>
      <div className="palette-field">
        <Icon name="search" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={t.title}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${id}-${active.id}`}
          placeholder={t.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div className={busy ? 'progress-line' : 'progress-line idle'} aria-hidden />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t.title} className="palette-list">
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-g-${group.name}`}>
            <div id={`${id}-g-${group.name}`} role="presentation" className="palette-group">
              {t.groups[group.name]}
            </div>
            {group.items.map((item) => (
              <div
                key={item.id}
                id={`${id}-${item.id}`}
                role="option"
                aria-selected={item === active}
                lang={item.lang}
                className="palette-item"
                onPointerMove={() => item !== active && setAt(items.indexOf(item))}
                onClick={() => run(item)}
              >
                <span className="one">{item.label}</span>
                {item.detail && <span className="soft small">{item.detail}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-foot small soft" role="status">
        {items.length === 0 ? (busy ? t.searching : t.nothing) : t.found(items.length)}
        <span className="wide-only">{t.hint}</span>
      </p>
    </>
  );
}
