import type { EntityManager } from 'typeorm';
import { namesOfAction } from '../audit/action-names.js';
import type { Instant } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import type { WebhookEvents } from './webhook-events.entity.js';
import type { WebhookEventView } from './webhook-events.view.js';

/** Units with something to carry that nobody carries just now. */
export async function dueEvents(
  manager: EntityManager,
  now: Instant,
): Promise<Pick<WebhookEvents, 'unitId' | 'seq' | 'attempts'>[]> {
  return ask(
    manager,
    `SELECT w.unit_id AS "unitId", w.seq AS seq, w.attempts AS attempts
     FROM webhook_events w INNER JOIN history_head h ON h.unit_id = w.unit_id
     WHERE h.seq > w.seq AND w.events <> '[]' AND w.next_attempt_at <= :now
       AND (w.claimed_until IS NULL OR w.claimed_until < :now)`,
    { now },
  );
}

type Row = Omit<WebhookEventView, 'id' | 'actionVi' | 'case'> & {
  hash: string;
  caseId: number;
  code: string;
  kind: string;
  state: string;
};

/**
 * The next events of a unit in their order. Only what every reader of the list sees: nothing of what an entry says is
 * read here, so there is nothing of a protected petition, and nobody but officials is named.
 */
export async function eventsAfter(
  manager: EntityManager,
  { unitId, seq, events }: Pick<WebhookEvents, 'unitId' | 'seq' | 'events'>,
  most: number,
): Promise<WebhookEventView[]> {
  const rows = await ask<Row>(
    manager,
    `SELECT h.unit_id AS "unitId", h.seq AS seq, h.hash AS hash, h.at AS at, h.on_day AS "on", h.action AS action,
       h.from_state AS "fromState", h.to_state AS "toState", a.name AS "by", f.name AS "forName",
       c.id AS "caseId", c.code AS code, c.kind AS kind, c.state AS state
     FROM history h INNER JOIN case_file c ON c.id = h.case_id
       LEFT JOIN account a ON a.id = h.account_id LEFT JOIN account f ON f.id = h.for_account_id
     WHERE h.unit_id = :unitId AND h.seq > :seq AND h.action IN (:...events) ORDER BY h.seq LIMIT ${most}`,
    { unitId, seq, events },
  );
  return rows.map(({ hash, caseId, code, kind, state, ...entry }) => ({
    // After a restore the same place may hold another entry; its hash tells them apart.
    id: `event-${entry.unitId}-${entry.seq}-${hash.slice(0, 12)}`,
    ...entry,
    actionVi: namesOfAction(entry.action, kind).vi,
    case: { id: caseId, code, kind, state },
  }));
}
