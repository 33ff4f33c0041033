import { Link } from '@tanstack/react-router';
import { useNames, useText } from '../../text/language.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/show.js';
import { titleOf, type Column } from './figure.js';
import { behindQuery, type CellPlace, type Days } from './reports.query.js';
import { text } from './reports.text.js';

/** The cases one figure counts. */
export function CasesBehind({
  form,
  days,
  place,
  column,
  onClose,
}: {
  form: string;
  days: Days;
  place: CellPlace;
  column: Column;
  onClose(): void;
}) {
  const t = useText(text);
  const name = useNames();
  return (
    <Dialog title={titleOf(column)} wide onClose={onClose}>
      <Loaded query={behindQuery(form, days, place)}>
        {({ cases, hidden }) => (
          <>
            <p className="soft">{t.behind(cases.length + hidden, titleOf(column))}</p>
            <ul className="behind">
              {cases.map((file) => (
                <li key={file.id}>
                  <Link to="/ho-so/$code" params={{ code: file.code }} search={{}}>
                    {file.code} – {file.title}
                  </Link>{' '}
                  <span className="soft small">{name({ vi: file.stateVi, en: file.stateEn })}</span>
                </li>
              ))}
            </ul>
            {hidden > 0 && <p className="note">{t.hidden(hidden)}</p>}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
