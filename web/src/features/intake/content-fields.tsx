import { Button } from '../../ui/button.js';
import { ChoiceField, LongTextField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { useCaseNames } from '../cases/case-names.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { IntegerField } from '../cases/step-integer.js';
import type { Draft } from './intake-draft.js';
import { text } from './intake.text.js';
import { mark } from './kind-fields.js';
import { readSignatories } from './read-signatories.js';

interface Props {
  draft: Draft;
  put(change: Partial<Draft>): void;
  errors: readonly FieldError[];
  subjects: Readonly<Record<string, string>>;
}

/** What is asked, by how many, and the further matters that become petitions of their own. */
export function ContentFields({ draft, put, errors, subjects }: Props) {
  const t = useText(text);
  const names = useCaseNames();
  const subject = (value: string, onChange: (value: string) => void, error?: string) => (
    <ChoiceField
      label={names.field('field', 'Lĩnh vực')}
      value={value}
      onChange={onChange}
      empty="—"
      options={Object.keys(subjects).map((key) => ({
        value: key,
        label: names.value({ field: 'field', type: 'choice', of: subjects }, key),
      }))}
      error={error}
    />
  );
  const setOther = (i: number, change: Partial<Draft['others'][number]>) =>
    put({ others: draft.others.map((other, j) => (i === j ? { ...other, ...change } : other)) });
  return (
    <fieldset className="card stack intake-part">
      <legend>
        <h2>{t.what}</h2>
      </legend>
      <LongTextField
        label={names.field('content', 'Nội dung')}
        hint={t.contentHint}
        required
        rows={3}
        maxLength={4000}
        value={draft.content}
        onChange={(content) => put({ content })}
        error={errorAt(errors, 'content', 'fields.content')}
      />
      <div className="form-grid narrow">
        {subject(draft.field, (field) => put({ field }), errorAt(errors, 'field', 'fields.field'))}
        <IntegerField
          label={names.field('letters', 'Số đơn')}
          value={draft.letters}
          onChange={(letters, problem) => put({ letters, unreadable: mark(draft, 'letters', problem) })}
          error={errorAt(errors, 'letters', 'fields.letters')}
        />
        <IntegerField
          label={names.field('matters', 'Số vụ việc')}
          value={draft.matters}
          onChange={(matters, problem) => put({ matters, unreadable: mark(draft, 'matters', problem) })}
          error={errorAt(errors, 'matters', 'fields.matters')}
        />
      </div>
      <details open={draft.signatories !== '' || undefined}>
        <summary>{t.collective}</summary>
        <LongTextField
          label={t.signatories}
          hint={t.signatoriesHint}
          rows={5}
          value={draft.signatories}
          onChange={(signatories) => put({ signatories })}
          error={errorAt(errors, 'signatories')}
        />
        <Signed typed={draft.signatories} />
      </details>
      <details open={draft.others.length > 0 || undefined}>
        <summary>{t.mixed}</summary>
        <div className="stack">
          <p className="soft small">{t.mixedWhy}</p>
          {draft.others.map((other, i) => (
            <div key={i} className="stack other-matter">
              <LongTextField
                label={t.other(i + 2)}
                required
                rows={2}
                maxLength={4000}
                autoFocus
                value={other.content}
                onChange={(content) => setOther(i, { content })}
                error={errorAt(errors, `others.${i}`)}
              />
              <div className="row">
                <div className="grow">{subject(other.field, (field) => setOther(i, { field }))}</div>
                <Button
                  small
                  aria-label={t.removeOther(i + 2)}
                  onClick={() => put({ others: draft.others.filter((_, j) => j !== i) })}
                >
                  ✕
                </Button>
              </div>
            </div>
          ))}
          <div>
            <Button small onClick={() => put({ others: [...draft.others, { content: '', field: '' }] })}>
              {t.addOther}
            </Button>
          </div>
        </div>
      </details>
    </fieldset>
  );
}

function Signed({ typed }: { typed: string }) {
  const t = useText(text);
  const { signatories, bad } = readSignatories(typed);
  if (!typed.trim()) return null;
  return (
    <div className="small" aria-live="polite">
      <p>
        <strong>{t.signed(signatories.length)}</strong>
        {bad.length > 0 && <span className="late"> {t.badLines(bad.join(', '))}</span>}
      </p>
      <ol className="signatories soft">
        {signatories.map((someone, i) => (
          <li key={i}>{[someone.name, someone.idNumber, someone.address].filter(Boolean).join(' · ')}</li>
        ))}
      </ol>
    </div>
  );
}
