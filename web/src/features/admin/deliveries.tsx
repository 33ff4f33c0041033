import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { count, moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { deliveryText } from './deliveries.text.js';
import { failureInWords, failureText } from './failure-words.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

const statuses = ['pending', 'sent', 'dead'] as const;
type Status = (typeof statuses)[number];

const askDeliveries = (status: Status | undefined, limit: number) =>
  ask(api.GET('/api/deliveries', { params: { query: { status, limit } } }));
type Delivery = Awaited<ReturnType<typeof askDeliveries>>['items'][number];
const deliveriesQuery = (status: Status | undefined, limit: number) =>
  queryOptions({
    queryKey: ['deliveries', status, limit],
    queryFn: () => askDeliveries(status, limit),
    placeholderData: keepPreviousData,
  });

/** What went out by e-mail and webhook, what waits, and what somebody has to look at. */
export function Deliveries() {
  const t = useText(deliveryText);
  const c = useText(everydayWords);
  const search = useSearch({ from: '/inside/quan-tri/$tab' });
  const status = statuses.find((each) => each === search.status);
  const limit = Math.min(Math.max(Number(search.limit) || 100, 1), 500);
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <p className="soft">{t.about}</p>
      <nav className="row" aria-label={t.status}>
        {[undefined, ...statuses].map((each) => (
          <Link
            key={each ?? 'all'}
            to="/quan-tri/$tab"
            params={{ tab: 'gui-di' }}
            search={{ status: each }}
            className={each === status ? 'btn small primary' : 'btn small'}
            aria-current={each === status ? 'true' : undefined}
          >
            {each ? t.statuses[each] : c.all}
          </Link>
        ))}
      </nav>
      <Loaded query={deliveriesQuery(status, limit)}>
        {({ total, items }) =>
          items.length === 0 ? (
            <Empty>{status === undefined ? t.empty : status === 'dead' ? t.emptyDead : t.emptyOf}</Empty>
          ) : (
            <>
              <p role="status">{t.shown(count(items.length), count(total))}</p>
              <DeliveryTable items={items} />
              {items.length < total && limit < 500 && (
                <Link
                  to="/quan-tri/$tab"
                  params={{ tab: 'gui-di' }}
                  search={{ status, limit: String(Math.min(limit + 100, 500)) }}
                  className="btn"
                  resetScroll={false}
                >
                  {t.more}
                </Link>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function DeliveryTable({ items }: { items: Delivery[] }) {
  const t = useText(deliveryText);
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t.title}>
      <table className="table admin-cards stacked">
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.channel}</th>
            <th scope="col">{t.target}</th>
            <th scope="col">{t.status}</th>
            <th scope="col">{t.when}</th>
            <th scope="col" className="num">
              {t.attempts}
            </th>
            <th scope="col">{t.error}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const badges = { pending: 'badge soon', sent: 'badge good', dead: 'badge late' };

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const t = useText(deliveryText);
  const f = useText(failureText);
  const write = useWrite();
  const { status, lastError } = delivery;
  const again = async () => {
    const sent = await write.run((headers) =>
      api.POST('/api/deliveries/{id}/send-again', { params: { path: { id: delivery.id } }, headers }),
    );
    if (sent) say(t.willSend);
  };
  const when = {
    sent: t.sentAt(moment(delivery.sentAt)),
    pending: t.nextAt(moment(delivery.nextAttemptAt)),
    dead: t.lastAt(moment(delivery.nextAttemptAt)),
  };
  return (
    <tr>
      <th scope="row">{count(delivery.id)}</th>
      <td data-label={t.channel}>{t.channels[delivery.channel]}</td>
      <td data-label={t.target} className="delivery-target">
        {delivery.target}
      </td>
      <td data-label={t.status}>
        <span className={badges[status]}>{t.statuses[status]}</span>
      </td>
      <td data-label={t.when}>{when[status]}</td>
      <td data-label={t.attempts} className="num">
        {count(delivery.attempts)}
      </td>
      <td className="delivery-error">
        {lastError && (
          <>
            <p>{failureInWords(lastError, f)}</p>
            <details className="small">
              <summary>{t.verbatim}</summary>
              <code>{lastError}</code>
            </details>
          </>
        )}
        {status === 'dead' && (
          <Button small disabled={write.busy} aria-label={t.againOf(count(delivery.id))} onClick={() => void again()}>
            {t.again}
          </Button>
        )}
        <WriteNotes write={write} />
      </td>
    </tr>
  );
}
