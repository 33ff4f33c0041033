import { useEffect, useSyncExternalStore } from 'react';
import { everydayWords } from '../text/everyday-words.js';
import { useText } from '../text/language.js';

interface Toast {
  id: number;
  text: string;
  late?: boolean;
}
let toasts: Toast[] = [];
let listeners: (() => void)[] = [];
let next = 1;
const set = (value: Toast[]) => {
  toasts = value;
  for (const listener of listeners) listener();
};

/** Says something for a few seconds; a refusal stays until it is closed. */
export function say(text: string, late = false): void {
  set([...toasts, { id: next++, text, late }]);
}

const subscribe = (listener: () => void) => {
  listeners.push(listener);
  return () => void (listeners = listeners.filter((each) => each !== listener));
};

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {shown.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast }: { toast: Toast }) {
  const t = useText(everydayWords);
  const close = () => set(toasts.filter((each) => each.id !== toast.id));
  useEffect(() => {
    if (toast.late) return;
    const timer = setTimeout(() => set(toasts.filter((each) => each.id !== toast.id)), 5000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={toast.late ? 'toast late' : 'toast'}>
      <span>{toast.text}</span>
      <button type="button" onClick={close}>
        {t.close}
      </button>
    </div>
  );
}
