import { Link } from '@tanstack/react-router';
import { Button } from '../../ui/button.js';
import { useText } from '../../text/language.js';
import type { Draft } from './intake-draft.js';
import { text } from './intake.text.js';
import { kindsOfPetition } from './kinds-of-petition.js';
import type { Saving } from './save-petition.js';

interface Props {
  saving: Saving;
  draft: Draft;
  session: string | undefined;
  busy: boolean;
  onAgain(): void;
  onNext(): void;
}

/** The number to say aloud, what is left to do, and the next petition one key away. */
export function SavedPanel({ saving, draft, session, busy, onAgain, onNext }: Props) {
  const t = useText(text);
  const kinds = useText(kindsOfPetition);
  const { main, others, done, failures } = saving;
  if (!main) return null;
  return (
    <section className="card stack saved" aria-labelledby="saved">
      <h2 id="saved">{t.savedTitle}</h2>
      <p className="saved-number" role="status">
        {main.code}
      </p>
      {done.has('merge') && draft.mergeInto && <p>{t.mergedInto(draft.mergeInto)}</p>}
      {done.has('classify') && draft.variant && <p>{t.classified(kinds[draft.variant].name)}</p>}
      {others.length > 0 && (
        <p>
          {t.alsoSaved}:{' '}
          {others.map((other, i) => (
            <span key={other.code}>
              {i > 0 && ', '}
              <Link to="/ho-so/$code" params={{ code: other.code }}>
                {other.code}
              </Link>
            </span>
          ))}
        </p>
      )}
      {failures.length > 0 && (
        <div className="note late stack" role="alert">
          <p>{t.notDone}</p>
          <ul className="stack">
            {failures.map((failure, i) => (
              <li key={i}>
                <strong>{t.steps[failure.step]}:</strong> {failure.detail}
              </li>
            ))}
          </ul>
          <div>
            <Button onClick={onAgain} disabled={busy}>
              {t.again}
            </Button>
          </div>
        </div>
      )}
      <div className="row">
        <Button look="primary" onClick={onNext} autoFocus>
          {t.next}
        </Button>
        <Link to="/nhan-don/$code/bien-nhan" params={{ code: main.code }} className="btn">
          {t.printReceipt}
        </Link>
        <Link to="/ho-so/$code" params={{ code: main.code }} className="btn">
          {t.openCase}
        </Link>
        {session && (
          <Link to="/tiep-dan" className="btn">
            {t.backToSession}
          </Link>
        )}
      </div>
    </section>
  );
}
