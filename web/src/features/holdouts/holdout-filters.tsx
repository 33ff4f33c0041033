import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { ChoiceField } from '../../ui/fields.js';
import type { Holdouts, HoldoutSearch } from './holdout-query.js';
import type { HoldoutWords } from './holdout-words.js';
import { holdoutsText } from './holdouts.text.js';

interface Props {
  answer: Holdouts;
  search: HoldoutSearch;
  words: HoldoutWords;
  onChange(part: HoldoutSearch): void;
}

export function HoldoutFilters({ answer, search, words, onChange }: Props) {
  const t = useText(holdoutsText);
  const c = useText(everydayWords);
  const options = (counts: Record<string, number>, word: (key: string) => string) =>
    Object.keys(counts).map((value) => ({ value, label: word(value) }));
  const fields = [
    { name: 'project', label: t.project, empty: c.all, options: options(answer.byProject, words.project) },
    { name: 'state', label: t.state, empty: c.all, options: options(answer.byReason, words.state) },
    { name: 'cause', label: t.cause, empty: c.all, options: options(answer.byCause, words.cause) },
    {
      name: 'days',
      label: t.days,
      empty: c.all,
      options: [30, 90, 180, 365].map((n) => ({ value: String(n), label: t.atLeast(n) })),
    },
    {
      name: 'contact',
      label: t.contact,
      empty: c.all,
      options: [
        ...[30, 90, 180].map((n) => ({ value: String(n), label: t.notFor(n) })),
        { value: 'never', label: t.never },
      ],
    },
    {
      name: 'group',
      label: t.group,
      empty: t.noGroup,
      options: [
        { value: 'project', label: t.project },
        { value: 'state', label: t.state },
        { value: 'cause', label: t.cause },
      ],
    },
  ] as const;
  return (
    <div className="holdout-filters no-print" role="group" aria-label={t.filters}>
      {fields.map(({ name, label, empty, options: choices }) => (
        <ChoiceField
          key={name}
          label={label}
          empty={empty}
          value={search[name] ?? ''}
          onChange={(value) => onChange({ [name]: value || undefined })}
          options={choices}
        />
      ))}
    </div>
  );
}
