import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { day } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import type { CaseView, WorkflowView } from '../cases/page/case-types.js';
import { caseQuery } from '../cases/page/case-query.js';
import { petitionsOfQuery } from './reception-queries.js';
import { text } from './reception.text.js';

/** Sổ tiếp công dân of one day: the session's record and each petition handed in at it, to be printed and signed. */
export function ReceptionBook({ file, workflow, on }: { file: CaseView; workflow: WorkflowView; on: string }) {
  const t = useText(text);
  const me = useMe();
  const names = useNames();
  const { data: received = [] } = useQuery(petitionsOfQuery(on));
  const whole = useQueries({ queries: received.map((petition) => caseQuery(petition.code)) });
  const petitions = whole
    .flatMap(({ data }) => (data ? [data] : []))
    .filter((petition) => petition.fields.some(({ name, value }) => name === 'channel' && value === 'reception'));
  const value = (of: CaseView, name: string) => of.fields.find((field) => field.name === name)?.value;
  const content = value(file, 'content');
  const state = names(workflow.states[file.state]!);
  const results = [
    value(file, 'answer') && `${t.answered}: ${String(value(file, 'answer'))}`,
    value(file, 'conclusion'),
    state,
  ].filter(Boolean);
  const recorded = content !== undefined || value(file, 'visitors') !== undefined;
  return (
    <section className="card stack reception-book" aria-labelledby="book">
      <div className="row spread">
        <div>
          <p className="only-print">{me.unit.name}</p>
          <h2 id="book">{t.book(day(on))}</h2>
          <p className="soft">
            {t.sessionHost}: {String(value(file, 'host') ?? '…')} · {t.sessionState}: {state}
          </p>
        </div>
        <Button small className="no-print" onClick={() => window.print()}>
          {t.printBook}
        </Button>
      </div>
      {!recorded && petitions.length === 0 ? (
        <p className="soft">{t.bookEmpty}</p>
      ) : (
        <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="book">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.bookRows.number}</th>
                <th scope="col">{t.bookRows.who}</th>
                <th scope="col">{t.bookRows.what}</th>
                <th scope="col" className="num">
                  {t.bookRows.count}
                </th>
                <th scope="col">{t.bookRows.result}</th>
                <th scope="col">{t.bookRows.paper}</th>
              </tr>
            </thead>
            <tbody>
              {recorded && (
                <tr>
                  <td>1</td>
                  <td>{file.people.length > 0 ? file.people.map(personLine).join('; ') : t.whole}</td>
                  <td className="book-content">{String(content ?? '')}</td>
                  <td className="num">{String(value(file, 'visitors') ?? '')}</td>
                  <td>{results.join('. ')}</td>
                  <td>{file.code}</td>
                </tr>
              )}
              {petitions.map((petition, i) => {
                const senders = petition.people.filter((person) => person.role === 'petitioner');
                return (
                  <tr key={petition.code}>
                    <td>{i + (recorded ? 2 : 1)}</td>
                    <td>{senders.length > 0 ? senders.map(personLine).join('; ') : t.anonymous}</td>
                    <td className="book-content">{String(value(petition, 'content') ?? petition.title)}</td>
                    <td className="num">{petition.counts?.people || 1}</td>
                    <td>{names({ vi: petition.stateVi, en: petition.stateEn })}</td>
                    <td className="nowrap">
                      <Link to="/ho-so/$code" params={{ code: petition.code }}>
                        {petition.code}
                      </Link>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className="book-signs only-print">
        <div>
          <strong>{t.signClerk}</strong>
          <p>{t.sign}</p>
        </div>
        <div>
          <strong>{t.signHost}</strong>
          <p>{t.sign}</p>
        </div>
      </div>
    </section>
  );
}

const personLine = ({ name, idNumber, address }: CaseView['people'][number]) =>
  [name, idNumber, address].filter(Boolean).join(', ');
