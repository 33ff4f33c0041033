import { defineText, useText } from '../text/language.js';
import './changed-values.css';

const text = defineText({ empty: 'để trống', becomes: 'đổi thành' }, { empty: 'empty', becomes: 'becomes' });

interface ChangedValue {
  label: string;
  before?: string;
  after?: string;
}

/** The values a line of history changed: what was, and what is. */
export function ChangedValues({ changes }: { changes: readonly ChangedValue[] }) {
  const t = useText(text);
  if (changes.length === 0) return null;
  return (
    <dl className="changed-values small">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt className="soft">{label}</dt>
          <dd>
            {before && (
              <>
                <del>{before}</del> <span aria-hidden>→</span>
                <span className="sr-only"> {t.becomes} </span>{' '}
              </>
            )}
            {after || t.empty}
          </dd>
        </div>
      ))}
    </dl>
  );
}
