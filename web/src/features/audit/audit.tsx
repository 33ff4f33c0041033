import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { count, moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Empty, Loaded } from '../../ui/show.js';
import { AuditFilters } from './audit-filters.js';
import { auditQuery, type AuditHead, type AuditSearch } from './audit-query.js';
import { AuditTable } from './audit-table.js';
import { auditText } from './audit.text.js';
import './audit.css';

const route = getRouteApi('/inside/nhat-ky');
const readers = ['supervisor', 'auditor', 'admin'];

/** Who did and read what; where the chain of the unit ends. */
export function Audit() {
  const t = useText(auditText);
  const { role } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!readers.includes(role))
    return (
      <>
        <h1>{t.title}</h1>
        <Empty>{t.refused}</Empty>
      </>
    );
  // Another filter starts at the newest entry again.
  const set = (change: AuditSearch) =>
    void navigate({ search: { ...search, before: undefined, ...change }, replace: true, resetScroll: false });
  const { before, ...filter } = search;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <h1>{t.title}</h1>
      <p className="soft">{role === 'admin' ? t.aboutUnit : t.aboutCases}</p>
      <AuditFilters search={search} set={set} />
      <Loaded query={auditQuery(search)}>
        {({ items, next, head }) => (
          <>
            {items.length === 0 ? <Empty>{filtered ? t.emptyOf : t.empty}</Empty> : <AuditTable items={items} />}
            <nav className="row no-print" aria-label={t.title}>
              {before && (
                <Link to="/nhat-ky" search={filter} className="btn">
                  ← {t.newest}
                </Link>
              )}
              {next !== null && (
                <Link to="/nhat-ky" search={{ ...filter, before: String(next) }} className="btn">
                  {t.older} →
                </Link>
              )}
            </nav>
            {head && <Chain head={head} mayTake={role !== 'supervisor'} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Chain({ head, mayTake }: { head: AuditHead; mayTake: boolean }) {
  const t = useText(auditText);
  return (
    <section className="card stack audit-chain">
      <h2>{t.chain}</h2>
      <p>
        {t.chainSays(count(head.seq), moment(head.at))}.{' '}
        <span className="soft">
          {t.hash}: <code title={head.hash}>{head.hash.slice(0, 12)}…</code>
        </span>
      </p>
      <p className="soft small">{t.chainHint}</p>
      {mayTake && (
        <>
          <p>
            <a href="/api/audit/heads" download className="btn no-print">
              {t.download}
            </a>
          </p>
          <p className="soft small">{t.downloadHint}</p>
        </>
      )}
    </section>
  );
}
