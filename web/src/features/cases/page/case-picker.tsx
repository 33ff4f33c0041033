import { useDeferredValue, useId, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { TextField } from '../../../ui/fields.js';

const text = defineText(
  {
    hint: 'Gõ mã, tên hoặc họ tên, không cần dấu.',
    none: 'Không tìm thấy hồ sơ nào như vậy.',
    chosen: 'Đã chọn',
    more: (n: number) => `và ${n} hồ sơ nữa: gõ thêm để thu hẹp`,
  },
  {
    hint: 'Type a code, a title or a name; accents are not needed.',
    none: 'No such case.',
    chosen: 'Chosen',
    more: (n: number) => `and ${n} more: type more to narrow`,
  },
);

interface Props {
  label: string;
  kind: string;
  /** Not to be offered: the case itself. */
  except?: string;
  open?: boolean;
  value: string;
  onChange(code: string): void;
  error?: string;
}

/** Another case, found while typing and chosen from the few that match. */
export function CasePicker({ label, kind, except, open, value, onChange, error }: Props) {
  const t = useText(text);
  const name = useNames();
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['cases', { pick: kind, q, open }],
    queryFn: () =>
      ask(
        api.GET('/api/cases', {
          params: {
            query: {
              kind: [kind],
              ...(q && { q }),
              ...(open && { phase: ['open', 'waiting', 'holdout'] as const }),
              sort: 'opened',
              descending: true,
              limit: 9,
            } as never,
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter(({ code }) => code !== except).slice(0, 8);
  return (
    <div className="stack case-picker">
      <TextField label={label} hint={t.hint} value={typed} onChange={setTyped} autoComplete="off" error={error} />
      {value && (
        <p className="small">
          <span className="badge good">{t.chosen}</span> {value}
        </p>
      )}
      <div role="radiogroup" aria-label={label}>
        <ul className="picker-list">
          {found.map((each) => (
            <li key={each.id}>
              <label className="check">
                <input type="radio" name={id} checked={value === each.code} onChange={() => onChange(each.code)} />
                <span>
                  {each.code} – {each.title}{' '}
                  <span className="small soft">{name({ vi: each.stateVi, en: each.stateEn })}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      {data && found.length === 0 && <p className="soft small">{t.none}</p>}
      {data && data.total > found.length && found.length > 0 && (
        <p className="soft small">{t.more(data.total - found.length)}</p>
      )}
    </div>
  );
}
