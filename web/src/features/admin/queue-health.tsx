import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { count, moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Empty, Loaded } from '../../ui/show.js';
import { queueText } from './queue.text.js';

type Ready = NonNullable<Awaited<ReturnType<typeof askReady>>['data']>;
const askReady = () => api.GET('/health/ready');

/** 503 is an answer like any other here: it says what does not run. */
const readyQuery = queryOptions({
  queryKey: ['ready'],
  queryFn: async () => {
    const { data, error } = await askReady();
    return (data ?? error) as Ready;
  },
  refetchInterval: 30_000,
});

const askQueue = () => ask(api.GET('/api/queue'));
type Queue = Awaited<ReturnType<typeof askQueue>>;
const queueQuery = queryOptions({ queryKey: ['queue'], queryFn: askQueue, refetchInterval: 30_000 });

const names = ['database', 'queue', 'sweep'] as const;

/** Whether reminders can be trusted to go out. */
export function QueueHealth() {
  const t = useText(queueText);
  return (
    <section className="stack" aria-labelledby="queue">
      <h2 id="queue">{t.title}</h2>
      <p className="soft">{t.about}</p>
      <p>
        <a href="/queue" target="_blank" rel="noreferrer">
          {t.jobs}
        </a>{' '}
        <span className="soft">{t.jobsAbout}</span>
      </p>
      <Loaded query={readyQuery}>
        {({ status, checks }) => (
          <>
            <p className={status === 'ok' ? 'note' : 'note late'} role="status">
              {status === 'ok' ? t.good : t.bad}
            </p>
            <ul className="admin-checks">
              {names.map((name) => (
                <Check key={name} name={name} check={checks[name]} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Loaded query={queueQuery}>
        {(queue) => (
          <>
            <Counts queue={queue} />
            <Sweeps sweeps={queue.sweeps} />
          </>
        )}
      </Loaded>
    </section>
  );
}

const instant = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

function Check({ name, check }: { name: (typeof names)[number]; check: Ready['checks']['queue'] }) {
  const t = useText(queueText);
  return (
    <li className="card stack">
      <div className="row spread">
        <h3>{t.checks[name]}</h3>
        <span className={check.ok ? 'badge good' : 'badge late'}>{check.ok ? t.ok : t.failed}</span>
      </div>
      {check.lastGoodAt && <p>{t.lastGood(moment(check.lastGoodAt))}</p>}
      {!check.ok && <p>{t.mend[name]}</p>}
      {check.why && (
        <details className="small">
          <summary>{t.verbatim}</summary>
          <code>{check.why.replace(instant, (at) => moment(at))}</code>
        </details>
      )}
    </li>
  );
}

const counts = ['waiting', 'active', 'delayed', 'failed'] as const;

function Counts({ queue }: { queue: Queue }) {
  const t = useText(queueText);
  return (
    <section className="card stack" aria-labelledby="queue-counts">
      <h3 id="queue-counts">
        {t.checks.queue} <span className="soft">({t.engines[queue.engine]})</span>
      </h3>
      <dl className="admin-figures">
        {counts.map((name) => (
          <div key={name} className={name === 'failed' && queue.failed ? 'late' : undefined}>
            <dt>{t.counts[name]}</dt>
            <dd>{queue[name] === null ? t.unknown : count(queue[name])}</dd>
          </div>
        ))}
      </dl>
      {queue.failed !== null && queue.failed > 0 && <p className="soft">{t.failedMeans}</p>}
    </section>
  );
}

function Sweeps({ sweeps }: { sweeps: Queue['sweeps'] }) {
  const t = useText(queueText);
  return (
    <section className="card stack" aria-labelledby="sweeps">
      <h3 id="sweeps">{t.sweeps}</h3>
      <p className="soft">{t.sweepsAbout}</p>
      {sweeps.length === 0 ? (
        <Empty>{t.noSweeps}</Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.at}</th>
              <th scope="col" className="num">
                {t.planned}
              </th>
              <th scope="col" className="num">
                {t.woken}
              </th>
            </tr>
          </thead>
          <tbody>
            {sweeps.map((sweep) => (
              <tr key={sweep.at}>
                <td>{moment(sweep.at)}</td>
                <td className="num">{count(sweep.planned)}</td>
                <td className="num">{count(sweep.woken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
