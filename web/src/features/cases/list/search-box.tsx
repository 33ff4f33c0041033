import { useEffect, useRef, useState, type RefObject } from 'react';
import { Icon } from '../../../ui/icons.js';
import { useText } from '../../../text/language.js';
import { listText } from './list.text.js';
import { useListSearch } from './list-search.js';

/** Answers while typing: the address follows a moment after the last key. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const t = useText(listText);
  const { search, change } = useListSearch();
  const [typed, setTyped] = useState(search.q ?? '');
  const sent = useRef(search.q ?? '');
  // The address changed by itself (a chip, a saved view, Back): the field follows, but never while it is typed in.
  useEffect(() => {
    if ((search.q ?? '') === sent.current) return;
    sent.current = search.q ?? '';
    setTyped(sent.current);
  }, [search.q]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      change({ q: sent.current || undefined }, true);
    }, 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="list-search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        className="input"
        aria-label={t.search}
        placeholder={t.search}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <kbd className="wide-only" aria-hidden>
        /
      </kbd>
    </div>
  );
}
