import { useState } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { components } from '../../api/schema.js';
import { useMe } from '../../app/session.js';
import { day } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { DayField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { letterBookQuery } from './letters-query.js';
import { lettersText } from './letters.text.js';
import './letters.css';

const bookFile = (from: string, to: string, as: string) =>
  `/api/reports/file?${new URLSearchParams({ form: 'SO-VB', from, to, as }).toString()}`;

/** The book of outgoing letters for a period, to be printed. The period is in the address. */
export function LetterBook() {
  const t = useText(lettersText);
  const me = useMe();
  const search = useSearch({ from: '/inside/van-ban-di' });
  const navigate = useNavigate({ from: '/van-ban-di' });
  const from = search.from ?? `${me.today.slice(0, 7)}-01`;
  const to = search.to ?? me.today;
  const [wanted, setWanted] = useState<{ from?: string; to?: string }>({ from, to });
  return (
    <>
      <div className="row spread no-print">
        <h1>{t.book}</h1>
        <div className="row">
          {(['xlsx', 'docx'] as const).map((as) => (
            <a key={as} className="btn small" href={bookFile(from, to, as)}>
              {t.files[as]}
            </a>
          ))}
          <Button small onClick={() => window.print()}>
            {t.print}
          </Button>
        </div>
      </div>
      <form
        className="row letter-period no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.from && wanted.to) void navigate({ search: wanted });
        }}
      >
        <DayField label={t.from} value={wanted.from} onChange={(value) => setWanted({ ...wanted, from: value })} />
        <DayField label={t.until} value={wanted.to} onChange={(value) => setWanted({ ...wanted, to: value })} />
        <Button type="submit" look="primary">
          {t.show}
        </Button>
      </form>
      <Loaded query={letterBookQuery(from, to)}>{(book) => <Book book={book} />}</Loaded>
    </>
  );
}

function Book({ book }: { book: components['schemas']['LetterBookView'] }) {
  const t = useText(lettersText);
  const names = useNames();
  const gaps = book.gaps.map(
    ({ symbol, year, from, to }) => `${from === to ? from : `${from}–${to}`}/${symbol} (${year})`,
  );
  return (
    <section className="stack letter-book">
      <div className="only-print letter-book-head">
        <p>{book.unit}</p>
        <h1>{t.book}</h1>
        <p>{t.period(day(book.from), day(book.to))}</p>
      </div>
      {gaps.length > 0 && <p className="note soon">{t.gaps(gaps.join('; '))}</p>}
      {book.letters.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <div className="table-wrap" tabIndex={0} role="group" aria-label={t.book}>
          <table className="table">
            <thead>
              <tr>
                {Object.values(t.columns).map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {book.letters.map((letter) => (
                <tr key={letter.id}>
                  <td className="nowrap">{letter.numberText}</td>
                  <td className="nowrap">{day(letter.onDay)}</td>
                  <td>
                    {names({ vi: letter.kindVi, en: letter.kindEn })}
                    {letter.version > 1 && <span className="small soft"> ({t.version(letter.version)})</span>}
                    <div className="small soft">{letter.title}</div>
                  </td>
                  <td>{letter.signer}</td>
                  <td>{letter.addressee}</td>
                  <td className="nowrap">
                    <Link to="/ho-so/$code" params={{ code: letter.code }} search={{}}>
                      {letter.code}
                    </Link>
                  </td>
                  <td>
                    {letter.service
                      ? t.served(t.ways[letter.service.how], day(letter.service.on), letter.service.to)
                      : t.notServed}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
