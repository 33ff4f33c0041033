import { queryOptions } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { placesFor } from '../../app/places.js';
import { useMe, worksCases } from '../../app/session.js';
import { Day, DaysLeft, Empty, Loaded } from '../../ui/show.js';
import { day } from '../../text/format.js';
import { defineText, useNames, useText } from '../../text/language.js';
import './my-work.css';

type Section = components['schemas']['WorkSection'];
type Line = components['schemas']['WorkLine'];

const text = defineText(
  {
    title: (today: string) => `Việc của tôi – ${today}`,
    sections: {
      overdue: 'Quá hạn',
      dueToday: 'Đến hạn hôm nay',
      dueThisWeek: 'Trong bảy ngày tới',
      later: 'Sau bảy ngày tới',
      waiting: 'Chờ người khác, chờ hết thời gian',
      undated: 'Chưa có thời hạn',
    },
    empty: 'Không có việc nào đang chờ bạn. Mở một hồ sơ mới hoặc nhận một hồ sơ chưa có người phụ trách.',
    ownerlessCases: 'Hồ sơ chưa có người phụ trách',
    ownerless: 'chưa có người phụ trách',
    standsIn: (names: string) => `Bạn đang làm thay: ${names}. Hồ sơ làm thay có ghi tên người nghỉ.`,
    until: (name: string, toDay: string) => `${name} (nghỉ đến hết ${toDay})`,
    stoodInFor: (name: string) => `thay ${name}`,
    lacks: (n: number) => `còn thiếu ${n}`,
    more: (n: number) => `và ${n} hồ sơ nữa`,
    noStep: 'Không có bước nào cho vai trò của bạn',
    digest: 'Tổng hợp sáng nay',
  },
  {
    title: (today: string) => `My work – ${today}`,
    sections: {
      overdue: 'Overdue',
      dueToday: 'Due today',
      dueThisWeek: 'Next seven days',
      later: 'Later',
      waiting: 'Waiting for others or for a term to end',
      undated: 'Without a date',
    },
    empty: 'Nothing waits for you. Open a case, or take one that nobody has.',
    ownerlessCases: 'Cases nobody has',
    ownerless: 'nobody has it',
    standsIn: (names: string) => `You stand in for: ${names}. Their cases carry their name.`,
    until: (name: string, toDay: string) => `${name} (away until ${toDay})`,
    stoodInFor: (name: string) => `for ${name}`,
    lacks: (n: number) => `${n} lacking`,
    more: (n: number) => `and ${n} more`,
    noStep: 'No step for your role',
    digest: "This morning's digest",
  },
);

const myWorkQuery = queryOptions({ queryKey: ['my-work'], queryFn: () => ask(api.GET('/api/my-work')) });

const order = ['overdue', 'dueToday', 'dueThisWeek', 'later', 'waiting', 'undated'] as const;

/** What the officer does today, most pressing first; each line offers the next lawful step. */
export function MyWork() {
  const t = useText(text);
  const me = useMe();
  if (!worksCases(me.role)) return <Navigate to={placesFor(me.role)[0]!.to} replace />;
  return (
    <>
      <h1>{t.title(day(me.today))}</h1>
      {me.standsInFor.length > 0 && (
        <p className="note">
          {t.standsIn(me.standsInFor.map(({ name, toDay }) => t.until(name, day(toDay))).join(', '))}
        </p>
      )}
      <Loaded query={myWorkQuery}>
        {(work) => (
          <>
            {work.digest && (
              <details className="note soon">
                <summary>
                  {t.digest}: {work.digest.subject}
                </summary>
                <pre className="digest">{work.digest.body}</pre>
              </details>
            )}
            <nav className="row work-counts" aria-label={t.title(day(me.today))}>
              {order.map((name) => (
                <a key={name} href={`#${name}`} className={`work-count ${name}`}>
                  <b>{work[name].total}</b>
                  <span>{t.sections[name]}</span>
                </a>
              ))}
            </nav>
            {order.every((name) => work[name].total === 0) && (
              <Empty>
                <p>{t.empty}</p>
                <Link to="/ho-so" search={{ assignee: ['none'] }} className="btn">
                  {t.ownerlessCases}
                </Link>
              </Empty>
            )}
            {order.map((name) => work[name].total > 0 && <WorkSection key={name} name={name} section={work[name]} />)}
          </>
        )}
      </Loaded>
    </>
  );
}

function WorkSection({ name, section }: { name: (typeof order)[number]; section: Section }) {
  const t = useText(text);
  return (
    <section className="stack" aria-labelledby={name}>
      <h2 id={name} className={name === 'overdue' ? 'late' : undefined}>
        {t.sections[name]} <span className="soft">({section.total})</span>
      </h2>
      <ul className="work-lines card">
        {section.lines.map((line) => (
          <WorkRow key={line.id} line={line} />
        ))}
      </ul>
      {section.total > section.lines.length && <p className="soft">{t.more(section.total - section.lines.length)}</p>}
    </section>
  );
}

function WorkRow({ line }: { line: Line }) {
  const t = useText(text);
  const name = useNames();
  const me = useMe();
  return (
    <li className="work-line">
      <div className="work-case">
        <Link to="/ho-so/$code" params={{ code: line.code }}>
          {line.code}
        </Link>
        <span className="work-title">{line.title}</span>
        {line.stoodInFor && line.assigneeName && (
          <span className="badge accent">{t.stoodInFor(line.assigneeName)}</span>
        )}
        {line.ownerless && <span className="badge late">{t.ownerless}</span>}
      </div>
      <div className="work-state small">
        <span>{name({ vi: line.stateVi, en: line.stateEn })}</span>
        {line.clock && (
          <span className="soft">
            {name({ vi: line.clock.vi, en: line.clock.en })}
            {line.clock.dueOn && (
              <>
                {' · '}
                <Day of={line.clock.dueOn} />
              </>
            )}
          </span>
        )}
      </div>
      <div className="work-due">
        {line.clock && (
          <DaysLeft
            dueOn={line.clock.dueOn}
            kind={line.clock.kind}
            today={me.today}
            standsLate={line.clock.standsStill && -line.clock.daysLeft}
          />
        )}
      </div>
      <div className="work-next">
        {line.next ? (
          <Link
            to="/ho-so/$code"
            params={{ code: line.code }}
            search={{ viec: line.next.action }}
            className="btn small"
          >
            {name({ vi: line.next.vi, en: line.next.en })}
            {line.next.lacks > 0 && <span className="soft small">({t.lacks(line.next.lacks)})</span>}
          </Link>
        ) : (
          <span className="soft small">{t.noStep}</span>
        )}
      </div>
    </li>
  );
}
