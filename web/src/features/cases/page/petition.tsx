import { Link } from '@tanstack/react-router';
import { count } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import type { CaseView } from './case-types.js';
import { Section } from './section.js';

const text = defineText(
  {
    title: 'Đơn thư',
    letters: 'lá đơn',
    matters: 'vụ việc',
    people: 'người',
    merge: 'Nhập vào đơn khác',
    undo: 'Bỏ nhập',
    receipt: 'Giấy biên nhận',
    merged: 'Đơn này đã nhập vào đơn khác: việc giải quyết và thời hạn theo đơn chính.',
  },
  {
    title: 'Petition',
    letters: 'letters',
    matters: 'matters',
    people: 'people',
    merge: 'Merge into another',
    undo: 'Undo the merge',
    receipt: 'Receipt',
    merged: 'Merged into another petition: the work and its clocks are there.',
  },
);

/** Letters, matters and people are three counts; a duplicate is merged and may be taken out again. */
export function Petition({ file, onMerge, onUndo }: { file: CaseView; onMerge(): void; onUndo(): void }) {
  const t = useText(text);
  if (!file.counts) return null;
  const counts = [
    [file.counts.letters, t.letters],
    [file.counts.matters, t.matters],
    [file.counts.people, t.people],
  ] as const;
  const merged = file.links.mergedInto !== null;
  return (
    <Section
      title={t.title}
      action={
        <>
          <Link to="/nhan-don/$code/bien-nhan" params={{ code: file.code }} className="btn small">
            {t.receipt}
          </Link>
          {merged && (
            <Button small onClick={onUndo}>
              {t.undo}
            </Button>
          )}
          {!merged && file.phase !== 'closed' && (
            <Button small onClick={onMerge}>
              {t.merge}
            </Button>
          )}
        </>
      }
    >
      <p className="petition-counts">
        {counts.map(([n, word]) => (
          <span key={word}>
            <b>{count(n)}</b> {word}
          </span>
        ))}
      </p>
      {merged && <p className="note soon">{t.merged}</p>}
    </Section>
  );
}
