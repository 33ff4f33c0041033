import { defineText, useText } from '../../../text/language.js';
import type { ClockView } from './case-types.js';

const text = defineText(
  { recalled: 'ghi theo trí nhớ – cần kiểm lại', review: 'cần đối chiếu bản gốc' },
  { recalled: 'recalled from memory – to be checked', review: 'to be checked against the original' },
);

/** How far a rule is to be believed; nothing where its text was seen and is settled. */
export function RuleBadge({ rule }: { rule: Pick<ClockView['rule'], 'basis' | 'needsReview'> }) {
  const t = useText(text);
  if (rule.basis === 'recalled') return <span className="badge soon">{t.recalled}</span>;
  return rule.needsReview ? <span className="badge soon">{t.review}</span> : null;
}
