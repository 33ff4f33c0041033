import { useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { ChoiceField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { CasesBehind } from './cases-behind.js';
import { ClosePeriod } from './close-period.js';
import type { Column } from './figure.js';
import { Narrative } from './narrative.js';
import { isKind, PeriodPicker, useDays, type Chosen } from './period-picker.js';
import { ReportTable, Wide } from './report-table.js';
import { reportQuery, reportsQuery, type CellPlace, type Days, type Report, type Reports } from './reports.query.js';
import { text } from './reports.text.js';
import { WardEvents } from './ward-events.js';
import './reports.css';

const route = getRouteApi('/inside/bao-cao');

/** The reports and registers of a period, each figure opening the cases behind it. */
export function ReportsPage() {
  return <Loaded query={reportsQuery}>{(reports) => <Chosen reports={reports} />}</Loaded>;
}

function Chosen({ reports }: { reports: Reports }) {
  const t = useText(text);
  const { today } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const year = Number(today.slice(0, 4));
  const chosen: Chosen = {
    kind: isKind(search.ky) ? search.ky : 'year',
    year: Number(search.nam ?? year),
    part: Number(search.quy ?? Math.ceil(Number(today.slice(5, 7)) / 3)),
    custom: { from: search.tu ?? `${year}-01-01`, to: search.den ?? today },
  };
  const days = useDays(chosen, today);
  const form = search.bieu ?? 'narrative';
  const choose = (change: Partial<Chosen>) => {
    const next = { ...chosen, ...change };
    const custom =
      next.kind === 'custom' ? { tu: next.custom.from, den: next.custom.to } : { tu: undefined, den: undefined };
    void navigate({
      search: { bieu: search.bieu, ky: next.kind, nam: String(next.year), quy: String(next.part), ...custom },
      replace: true,
      resetScroll: false,
    });
  };
  const groups = [
    { group: 'narrative' as const, items: [{ form: 'narrative', title: t.narrative }] },
    ...(['petitions', 'clearance', 'performance', 'registers'] as const).map((group) => ({
      group,
      items: reports.forms.filter((each) => each.group === group),
    })),
    { group: 'events' as const, items: [{ form: 'events', title: t.events }] },
  ];
  const { source, confidence } = reports.cutOff;
  return (
    <>
      <h1>{t.title}</h1>
      <PeriodPicker chosen={chosen} days={days} today={today} onChange={choose} />
      {chosen.kind !== 'week' && chosen.kind !== 'custom' && (
        <p className="soft small no-print">{t.rules(source, String(confidence).replace('.', ','))}</p>
      )}
      <div className="report-choice no-print">
        <ChoiceField
          label={t.form}
          value={form}
          onChange={(bieu) => void navigate({ search: (before) => ({ ...before, bieu }), resetScroll: false })}
          options={groups.flatMap(({ items }) =>
            items.map((item) => ({
              value: item.form,
              label: item.form.includes('/') ? `${item.form} ${item.title}` : item.title,
            })),
          )}
        />
      </div>
      <div className="reports">
        <nav className="card no-print" aria-label={t.form}>
          {groups.map(({ group, items }) => (
            <div key={group} className="report-group">
              <h2>{t.groups[group]}</h2>
              <ul>
                {items.map((item) => (
                  <li key={item.form}>
                    <Link
                      from="/bao-cao"
                      search={(before) => ({ ...before, bieu: item.form })}
                      resetScroll={false}
                      aria-current={item.form === form ? 'page' : undefined}
                    >
                      {item.form.includes('/') && <strong>{item.form}</strong>} {item.title}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="stack">
          {days && form === 'narrative' && <Narrative days={days} />}
          {days && form === 'events' && <WardEvents days={days} />}
          {days && form !== 'narrative' && form !== 'events' && (
            <Loaded key={form} query={reportQuery(form, days)}>
              {(report) => <Shown form={form} days={days} report={report} chosen={chosen} />}
            </Loaded>
          )}
        </div>
      </div>
    </>
  );
}

function Shown({ form, days, report, chosen }: { form: string; days: Days; report: Report; chosen: Chosen }) {
  const t = useText(text);
  const { role, today } = useMe();
  const [open, setOpen] = useState<{ place: CellPlace; column: Column }>();
  const onOpen = (place: CellPlace, column: Column) => setOpen({ place, column });
  const file = (as: string) => `/api/reports/file?${new URLSearchParams({ form, ...days, as }).toString()}`;
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{report.table.title}</h2>
        <div className="row no-print">
          <a className="btn" href={file('xlsx')}>
            {t.excel}
          </a>
          <a className="btn" href={file('docx')}>
            {t.word}
          </a>
          {role === 'supervisor' && !report.closedAt && days.to < today && (
            <ClosePeriod kind={chosen.kind} days={days} />
          )}
        </div>
      </div>
      {report.closedAt && <p className="note good">{t.closedOn(moment(report.closedAt))}</p>}
      <ReportTable report={report} onOpen={onOpen} />
      {report.sums.length > 0 && (
        <ul className="soft small sums" aria-label={t.sums}>
          {report.sums.map(({ says, holds, cases }) => (
            <li key={says} className={holds ? undefined : 'late'}>
              {says}: {holds ? t.holds : t.fails(cases.length)}{' '}
              {cases.map(({ code }) => (
                <Link key={code} to="/ho-so/$code" params={{ code }} search={{}}>
                  {code}{' '}
                </Link>
              ))}
            </li>
          ))}
        </ul>
      )}
      {report.adjustments && (
        <>
          <h3>{t.late}</h3>
          <Wide table={report.adjustments} part="adjustments" onOpen={onOpen} />
        </>
      )}
      {open && <CasesBehind form={form} days={days} {...open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
