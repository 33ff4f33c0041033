import { defineText, useText } from '../../../text/language.js';
import type { CaseView, HistoryLine, WorkflowView } from './case-types.js';
import { useHistoryWords } from './history-words.js';

const text = defineText({ empty: 'để trống', becomes: 'đổi thành' }, { empty: 'empty', becomes: 'becomes' });

/** The values a history line changed: what was, and what is. */
export function HistoryChanges({
  line,
  file,
  workflow,
}: {
  line: HistoryLine;
  file: CaseView;
  workflow: WorkflowView;
}) {
  const t = useText(text);
  const changes = useHistoryWords(file, workflow)(line);
  if (changes.length === 0) return null;
  return (
    <dl className="history-changes small">
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
            <span className="history-after">{after || t.empty}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
