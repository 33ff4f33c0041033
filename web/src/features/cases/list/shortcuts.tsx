import { useEffect, useRef } from 'react';
import { useText } from '../../../text/language.js';
import { Dialog } from '../../../ui/dialog.js';
import { shortcutsText } from './shortcuts.text.js';

export interface ListKeys {
  move(by: number): void;
  select(withRange: boolean): void;
  open(): void;
  act(): void;
  /** The chosen rows, or else the row in focus. */
  assign(inRow: boolean): void;
  search(): void;
  help(): void;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
const rowOf = (target: EventTarget | null) => (target instanceof HTMLElement ? target.closest('tr[data-index]') : null);

/** Single keys that act on the list; never while one types, holds Ctrl or Alt, or a dialog is open. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => void (latest.current = keys));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
      if (document.querySelector('[role=dialog]')) return;
      const { move, select, open, act, assign, search, help } = latest.current;
      const inRow = rowOf(event.target) !== null;
      const onRow = event.target instanceof HTMLTableRowElement;
      const does: Record<string, (() => void) | undefined> = {
        j: () => move(1),
        k: () => move(-1),
        ArrowDown: onRow ? () => move(1) : undefined,
        ArrowUp: onRow ? () => move(-1) : undefined,
        x: inRow ? () => select(event.shiftKey) : undefined,
        Enter: onRow ? open : undefined,
        e: inRow ? act : undefined,
        a: () => assign(inRow),
        '/': search,
        '?': help,
      };
      const run = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const t = useText(shortcutsText);
  const rows: [string[], string][] = [
    [['j', '↓'], t.rows.next],
    [['k', '↑'], t.rows.previous],
    [['x'], t.rows.select],
    [['Enter'], t.rows.open],
    [['e'], t.rows.act],
    [['a'], t.rows.assign],
    [['/'], t.rows.search],
    [['Ctrl K'], t.rows.find],
    [['?'], t.rows.help],
  ];
  return (
    <Dialog title={t.title} onClose={onClose}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.key}</th>
            <th scope="col">{t.does}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key, i) => (
                  <span key={key}>
                    {i > 0 && ` ${t.or} `}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
