import type { UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../api/schema.js';
import { useText } from '../../text/language.js';
import { LongTextField, TextField } from '../../ui/fields.js';
import { lettersText } from './letters.text.js';

/** Fields that hold a sentence or more. */
const long = ['Thành phần tham dự', 'Nội dung làm việc', 'Ý kiến của người dân', 'Kết luận', 'Lý do', 'Nội dung đơn'];

interface Props {
  look: UseQueryResult<components['schemas']['LetterLookView']>;
  values: Record<string, string>;
  onValues(values: Record<string, string>): void;
}

/** What the case lacks for this letter, to be typed in or left dotted; and the rules it rests on. */
export function LetterLook({ look, values, onValues }: Props) {
  const t = useText(lettersText);
  if (look.isLoading) return <p className="soft small">{t.checking}</p>;
  if (look.error) return <p className="note late">{look.error.message}</p>;
  if (!look.data) return null;
  const { missing, bases } = look.data;
  const field = (name: string) => ({
    label: name,
    value: values[name] ?? '',
    onChange: (value: string) => onValues({ ...values, [name]: value }),
    maxLength: 4000,
  });
  return (
    <>
      <p className="soft small">{missing.length === 0 ? t.complete : t.missing}</p>
      <div className="form-grid">
        {missing
          .filter((name) => !long.includes(name))
          .map((name) => (
            <TextField key={name} {...field(name)} />
          ))}
      </div>
      {missing
        .filter((name) => long.includes(name))
        .map((name) => (
          <LongTextField key={name} rows={2} {...field(name)} />
        ))}
      {bases.length > 0 && (
        <div className="small">
          <b>{t.bases}</b>
          <ul>
            {bases.map(({ text, needsReview }) => (
              <li key={text}>
                {text}
                {needsReview && <span className="soft"> – {t.review}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
