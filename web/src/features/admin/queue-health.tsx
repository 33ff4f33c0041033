import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Loaded } from '../../ui/show.js';
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

const names = ['database', 'queue', 'sweep'] as const;

/** Whether reminders can be trusted to go out. */
export function QueueHealth() {
  const t = useText(queueText);
  return (
    <section className="stack" aria-labelledby="queue">
      <h2 id="queue">{t.title}</h2>
      <p className="soft">{t.about}</p>
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
