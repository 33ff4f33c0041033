import { CheckField, ChoiceField, DayField, TextField } from '../../ui/fields.js';
import { Button } from '../../ui/button.js';
import { useText } from '../../text/language.js';
import { useCaseNames } from '../cases/case-names.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { isProtected, type Draft } from './intake-draft.js';
import { text } from './intake.text.js';
import { kindsOfPetition, variants, type Variant } from './kinds-of-petition.js';

interface Props {
  draft: Draft;
  put(change: Partial<Draft>): void;
  errors: readonly FieldError[];
  decisionBy: Readonly<Record<string, string>>;
}

/** What the law calls this letter: a guess that is noted, or a classification when the slip is at hand. */
export function KindFields({ draft, put, errors, decisionBy }: Props) {
  const t = useText(text);
  const kinds = useText(kindsOfPetition);
  const names = useCaseNames();
  const chosen = draft.variant ? kinds[draft.variant] : undefined;
  const choose = (variant: Variant | '') => put({ variant });
  return (
    <fieldset className="card stack intake-part">
      <legend>
        <h2>{t.kind}</h2>
      </legend>
      <div className="row kind-choices" role="radiogroup" aria-label={t.kind}>
        {(['', ...variants] as const).map((variant) => (
          <label key={variant} className="check">
            <input type="radio" name="variant" checked={draft.variant === variant} onChange={() => choose(variant)} />
            <span>{variant ? kinds[variant].name : t.unsure}</span>
          </label>
        ))}
      </div>
      {chosen ? (
        <div className="note" aria-live="polite">
          <p>{chosen.means}</p>
          <p className="soft small">{chosen.article}</p>
        </div>
      ) : (
        <details>
          <summary>{t.help}</summary>
          <ol className="kind-questions">
            {variants.map((variant) => (
              <li key={variant} className="row spread">
                <span className="grow">{kinds[variant].question}</span>
                <Button small onClick={() => choose(variant)}>
                  {t.itIs(kinds[variant].name)}
                </Button>
              </li>
            ))}
          </ol>
        </details>
      )}
      <div>
        <CheckField label={t.protect} checked={isProtected(draft)} onChange={(protect) => put({ protect })} />
        {isProtected(draft) && <p className="soft small">{t.protectHint}</p>}
      </div>
      {draft.variant === 'complaint' && (
        <div className="form-grid">
          <ChoiceField
            label={names.field('decisionBy', 'Người ban hành quyết định bị khiếu nại')}
            value={draft.decisionBy}
            onChange={(by) => put({ decisionBy: by })}
            empty="—"
            options={Object.keys(decisionBy).map((key) => ({
              value: key,
              label: names.value({ field: 'decisionBy', type: 'choice', of: decisionBy }, key),
            }))}
            error={errorAt(errors, 'decisionBy', 'fields.decisionBy')}
          />
          <DayField
            label={names.field('decisionDate', 'Ngày của quyết định, hành vi bị khiếu nại')}
            value={draft.decisionDate}
            onChange={(decisionDate, problem) =>
              put({ decisionDate, unreadable: mark(draft, 'decisionDate', problem) })
            }
            error={errorAt(errors, 'decisionDate', 'fields.decisionDate')}
          />
        </div>
      )}
      {draft.variant && !draft.mergeInto && (
        <div className="form-grid">
          <div>
            <CheckField
              label={t.classifyNow}
              checked={draft.classifyNow}
              onChange={(classifyNow) => put({ classifyNow })}
            />
            <p className="soft small">{draft.classifyNow ? t.classifyHint : t.kindNoted}</p>
          </div>
          {draft.classifyNow && (
            <TextField
              label={t.slipNumber}
              required
              maxLength={80}
              value={draft.slipNumber}
              onChange={(slipNumber) => put({ slipNumber })}
              error={errorAt(errors, 'slipNumber')}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}

/** The unreadable fields with one more, or one less. */
export function mark(draft: Draft, field: string, problem?: string): Draft['unreadable'] {
  const { [field]: _mended, ...others } = draft.unreadable;
  return problem ? { ...others, [field]: problem } : others;
}
