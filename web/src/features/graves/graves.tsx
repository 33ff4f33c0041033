import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { ChoiceField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { day } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { GraveTable } from './grave-table.js';
import { columns, gravesQuery, rowsFor, type Grave, type GraveTotals } from './grave-rows.js';
import { TotalsTable } from './grave-totals.js';
import { text } from './graves.text.js';
import './graves.css';

const route = getRouteApi('/inside/mo');

/** The register of graves, with the totals of each project. */
export function Graves() {
  const t = useText(text);
  const me = useMe();
  return (
    <>
      <div className="row spread">
        <div>
          <h1>{t.title}</h1>
          <p className="only-paper">
            {me.unit.name} · {t.printed(day(me.today))}
          </p>
        </div>
        <span className="row no-print">
          {me.role !== 'clerk' && (
            <Link to="/mo-ho-so" search={{ kind: 'grave-relocation' }} className="btn">
              {t.open}
            </Link>
          )}
          <Button onClick={() => window.print()}>{t.print}</Button>
        </span>
      </div>
      <Loaded query={gravesQuery}>{({ items, totals }) => <Register items={items} totals={totals} />}</Loaded>
    </>
  );
}

function Register({ items, totals }: { items: Grave[]; totals: GraveTotals[] }) {
  const t = useText(text);
  const names = useNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const put = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const rows = rowsFor(items, search);
  const states = [...new Map(items.map((grave) => [grave.state, { vi: grave.stateVi, en: grave.stateEn }]))];
  const shown = totals.filter((each) => !search.project || each.project?.code === search.project);
  return (
    <>
      <div className="form-grid graves-filters no-print">
        <ChoiceField
          label={t.project}
          value={search.project ?? ''}
          onChange={(project) => put({ project: project || undefined })}
          empty={t.allProjects}
          options={totals.flatMap(({ project }) => (project ? [{ value: project.code, label: project.title }] : []))}
        />
        <ChoiceField
          label={t.kin}
          value={search.kin ?? ''}
          onChange={(kin) => put({ kin: kin || undefined })}
          options={(['', 'known', 'unknown'] as const).map((value) => ({ value, label: t.kinChoices[value] }))}
        />
        <ChoiceField
          label={t.paid}
          value={search.paid ?? ''}
          onChange={(paid) => put({ paid: paid || undefined })}
          options={(['', 'yes', 'no'] as const).map((value) => ({ value, label: t.paidChoices[value] }))}
        />
        <ChoiceField
          label={t.state}
          value={search.state?.[0] ?? ''}
          onChange={(state) => put({ state: state ? [state] : undefined })}
          empty={t.allStates}
          options={states.map(([value, state]) => ({ value, label: names(state) }))}
        />
        {/* On a phone the rows are cards without headings to sort by. */}
        <div className="graves-phone-sort">
          <ChoiceField
            label={t.sort}
            value={search.sort ?? ''}
            onChange={(sort) => put({ sort: sort || undefined, descending: undefined })}
            empty="—"
            options={columns.map((value) => ({ value, label: t.columns[value] }))}
          />
        </div>
      </div>
      {shown.length > 0 && <TotalsTable totals={shown} />}
      <section className="stack" aria-labelledby="register">
        <h2 id="register" aria-live="polite">
          {t.register(rows.length)}
        </h2>
        {rows.length === 0 ? (
          <Empty>
            <p>{t.empty}</p>
            {(search.project || search.kin || search.paid || search.state) && (
              <Link to="/mo" search={{}} className="btn">
                {t.clear}
              </Link>
            )}
          </Empty>
        ) : (
          <GraveTable rows={rows} withProject={!search.project && totals.length > 1} />
        )}
      </section>
    </>
  );
}
