import { useMe } from '../../../app/session.js';
import { day, lawOf } from '../../../text/format.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Day, DaysLeft, waits } from '../../../ui/show.js';
import type { ClockView } from './case-types.js';
import { ClockProof } from './clock-proof.js';
import { RuleBadge } from './rule-badge.js';

const text = defineText(
  {
    due: 'Hạn',
    ends: 'Kết thúc',
    lawfulFrom: 'Bước sau được làm từ',
    decisionFrom: 'Được ra quyết định thu hồi từ',
    safe: 'Ngày làm việc an toàn cuối cùng',
    noDate: 'luật không ấn định số ngày',
    over: 'đã hết',
    pausedSince: (from: string) => `tạm dừng từ ${from}`,
    assumed: 'tạm tính',
    extended: (n: number) => `đã gia hạn ${n} lần`,
  },
  {
    due: 'Due',
    ends: 'Ends',
    lawfulFrom: 'Next step lawful from',
    decisionFrom: 'Recovery decision lawful from',
    safe: 'Last safe working day',
    noDate: 'the law sets no number of days',
    over: 'ended',
    pausedSince: (from: string) => `paused since ${from}`,
    assumed: 'provisional',
    extended: (n: number) => `extended ${n} times`,
  },
);

/** These bar the recovery decision, not the step that is next: the inventory goes on meanwhile. */
const noticeWaits = ['notice-wait', 'notice-rewait'];

export function ClockBadges({ clock }: { clock: ClockView }) {
  const t = useText(text);
  return (
    <>
      <RuleBadge rule={clock.rule} />
      {(clock.proof?.assumptions.length ?? 0) > 0 && <span className="badge soon">{t.assumed}</span>}
      {clock.extensions.length > 0 && <span className="badge">{t.extended(clock.extensions.length)}</span>}
    </>
  );
}

/** One running or paused clock: the date, how near it is, and why it is that date. */
export function ClockCard({ clock }: { clock: ClockView }) {
  const t = useText(text);
  const name = useNames();
  const { today } = useMe();
  const wait = waits.includes(clock.kind);
  const { proof } = clock;
  const pausedFrom = clock.status === 'paused' ? clock.pauses.at(-1)?.from : undefined;
  // A right or a validity ends; only a duty of the ward is late.
  const over = !clock.overdue && !wait && clock.dueOn !== null && clock.dueOn < today;
  return (
    <article className={clock.overdue ? 'clock late-edge' : 'clock'}>
      <div className="row spread">
        <h3>{name(clock)}</h3>
        {pausedFrom ? (
          <span className="row">
            {clock.overdue && (
              <DaysLeft dueOn={clock.dueOn} kind={clock.kind} today={today} standsLate={clock.daysLate ?? 0} />
            )}
            <span className="badge wait">{t.pausedSince(day(pausedFrom))}</span>
          </span>
        ) : clock.dueOn === null ? (
          <span className="badge">{t.noDate}</span>
        ) : over ? (
          <span className="badge">{t.over}</span>
        ) : (
          <DaysLeft dueOn={clock.dueOn} kind={clock.kind} today={today} />
        )}
      </div>
      <dl className="clock-days">
        {clock.dueOn && (
          <div>
            <dt>{wait ? t.ends : t.due}</dt>
            <dd>
              <b>
                <Day of={clock.dueOn} />
              </b>
            </dd>
          </div>
        )}
        {proof?.lawfulFrom && (
          <div>
            <dt>{noticeWaits.includes(clock.clock) ? t.decisionFrom : t.lawfulFrom}</dt>
            <dd>
              <b>
                <Day of={proof.lawfulFrom} />
              </b>
            </dd>
          </div>
        )}
        {proof && !wait && clock.dueOn && proof.lastSafeWorkingDay !== clock.dueOn && (
          <div>
            <dt>{t.safe}</dt>
            <dd>
              <Day of={proof.lastSafeWorkingDay} />
            </dd>
          </div>
        )}
      </dl>
      <div className="row small">
        <span>{lawOf(clock.rule)}</span>
        <ClockBadges clock={clock} />
      </div>
      <ClockProof clock={clock} />
    </article>
  );
}
