import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LessThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { dayOf, later, type Instant, type PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { everyWard } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import { InBatches } from '../platform/in-batches.js';
import type { Officer } from '../platform/officer.js';
import { grouped } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import type { Account } from './account.entity.js';
import type { SessionView } from './me.view.js';
import { hashOf } from './passwords.js';
import { factorDemanded } from './second-factor-code.js';
import type { Visitor } from './session-cookie.js';
import { SignInSession } from './sign-in-session.entity.js';

const hourMs = 3_600_000;
/** Long enough to take a phone out; a password alone opens nothing for longer. */
const halfSessionMs = 5 * 60_000;
const minuteMs = 60_000;

/** Somebody signed in, and whether a second factor has yet to be set up before anything else may be done. */
export interface SignedPerson {
  officer: Officer;
  mustSetUpFactor: boolean;
  /** As `SignedRequest` has it. */
  asOf?: string;
}

type Row = Pick<Account, 'id' | 'unitId' | 'name' | 'role' | 'scope'> &
  Pick<SignInSession, 'createdAt' | 'expiresAt' | 'lastSeenAt'> & {
    sessionId: string;
    required: boolean | 0 | 1;
    confirmedAt: Instant | null;
    awayId: number | null;
    mark: number | null;
    markOfAll: number | null;
    isShown: boolean | 0 | 1;
  };

/** Sessions asked for at once. */
const mostTogether = 16;

/** Sessions kept by the server: the browser holds a secret, the row only its hash. */
@Injectable()
export class Sessions {
  private readonly log = new Logger('Phiên');
  private readonly seen = new Set<string>();
  /** Every request begins with this question; those of a busy moment go together. By the day in the ward. */
  private readonly asked = new InBatches<PlainDate, string, Row[]>(mostTogether, async (today, ids) => {
    const rows = await ask<Row>(this.database.manager, whoAre, { ids: [...new Set(ids)], today });
    return ids.map(grouped(rows, ({ sessionId }) => sessionId));
  });

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens a session inside the transaction of a sign-in and gives its secret. The session the browser came with ends:
   * a cookie planted before the sign-in is worth nothing after it. The ward stands before the secret, so that a proxy
   * may send the people of one ward to one process (`deploy/haproxy.cfg`); the program itself takes nothing from it.
   */
  async open(
    manager: EntityManager,
    { id: accountId, unitId }: Pick<Account, 'id' | 'unitId'>,
    visitor: Visitor,
    { stage, before }: { stage: SignInSession['stage']; before?: string },
  ): Promise<string> {
    const secret = `${unitId}.${randomBytes(32).toString('base64url')}`;
    const now = this.clock.now();
    const length = stage === 'half' ? halfSessionMs : this.config.sessionHours * hourMs;
    if (before) await manager.delete(SignInSession, { id: hashOf(before) });
    await manager.delete(SignInSession, { accountId, expiresAt: LessThan(now) });
    await manager.insert(SignInSession, {
      id: hashOf(secret),
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, length),
      ...visitor,
      stage,
    });
    return secret;
  }

  async close(secret: string, { id: accountId, unitId }: Officer): Promise<void> {
    await this.transaction.run(async (manager) => {
      await manager.delete(SignInSession, { id: hashOf(secret) });
      await recordHistory(manager, { unitId, accountId, at: this.clock.now(), action: 'sign-out' });
    });
  }

  /** The account whose password was right and whose code is asked for; undefined when that is too long ago. */
  async half(secret: string): Promise<number | undefined> {
    const session = await this.database.manager.findOneBy(SignInSession, { id: hashOf(secret), stage: 'half' });
    return session && session.expiresAt > this.clock.now() ? session.accountId : undefined;
  }

  /**
   * Who is behind a cookie; undefined when it is unknown, ended, idle too long, or the person left. `used`: somebody
   * asked for something, which an open event stream by itself does not say.
   */
  async person(secret: string, { used }: { used: boolean }): Promise<SignedPerson | undefined> {
    const id = hashOf(secret);
    const now = this.clock.now();
    const today = dayOf(now);
    const rows = await this.asked.run(today, id);
    const [row] = rows;
    if (!row || row.expiresAt <= now || this.isIdle(row, now)) return undefined;
    if (used) this.note(id, row.lastSeenAt, now);
    const { id: accountId, unitId, name, role, scope } = row;
    return {
      officer: {
        id: accountId,
        unitId,
        name,
        role,
        scope,
        groups:
          scope === 'groups'
            ? (await ask<{ id: number }>(this.database.manager, groupsOf, { accountId })).map(({ id }) => id)
            : [],
        standsInFor: rows.flatMap(({ awayId }) => awayId ?? []),
      },
      ...(!row.isShown && { asOf: `${row.mark ?? 0}/${row.markOfAll ?? 0}/${today}` }),
      mustSetUpFactor: factorDemanded({ requireSecondFactor: Boolean(row.required) }, role) && row.confirmedAt === null,
    };
  }

  /** The sessions of one person that still go on, the last used first. */
  async list(accountId: number, secret: string): Promise<SessionView[]> {
    const now = this.clock.now();
    const rows = await this.database.manager.find(SignInSession, {
      where: { accountId, stage: 'whole' },
      order: { lastSeenAt: 'DESC', id: 'ASC' },
    });
    return rows
      .filter((row) => row.expiresAt > now && !this.isIdle(row, now))
      .map((row) => ({
        id: row.id.slice(0, shownId),
        browser: row.browser,
        address: row.address,
        since: row.createdAt,
        lastSeenAt: row.lastSeenAt,
        current: row.id === hashOf(secret),
      }));
  }

  /** Ends one session of one's own, or all but the one in use. */
  async end(officer: Officer, secret: string, shown?: string): Promise<void> {
    await this.transaction.run(async (manager) => {
      const others = await manager.findBy(SignInSession, { accountId: officer.id, id: Not(hashOf(secret)) });
      const ended = shown ? others.filter(({ id }) => id.startsWith(shown)) : others;
      if (shown && (shown.length !== shownId || ended.length !== 1))
        throw new DomainError('not-found', 'Phiên này không còn, hoặc là phiên bạn đang dùng; hãy tải lại danh sách.');
      for (const { id } of ended) await manager.delete(SignInSession, { id });
      if (ended.length === 0) return;
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: this.clock.now(),
        action: 'end-sessions',
        after: { sessions: ended.length },
      });
    });
  }

  private isIdle({ lastSeenAt }: Pick<SignInSession, 'lastSeenAt'>, now: Instant): boolean {
    return Date.parse(now) - Date.parse(lastSeenAt) > this.config.sessionIdleHours * hourMs;
  }

  /** At most once a minute, and no request waits for it. */
  private note(id: string, lastSeenAt: Instant, now: Instant): void {
    if (Date.parse(now) - Date.parse(lastSeenAt) < minuteMs || this.seen.has(id)) return;
    this.seen.add(id);
    void this.transaction
      .run((manager) => manager.update(SignInSession, { id, lastSeenAt: LessThan(now) }, { lastSeenAt: now }))
      .catch((error: Error) => this.log.warn(`Chưa ghi được lần dùng cuối của một phiên: ${error.name}`))
      .finally(() => this.seen.delete(id));
  }
}

/** As much of the hash as names a session to its owner. */
const shownId = 16;

/** A row for each colleague away today who named this person; one who left, or has another role by now, no longer counts. */
const whoAre = `
  SELECT s.id AS "sessionId", a.id AS id, a.unit_id AS "unitId", a.name AS name, a.role AS role, a.scope AS scope,
    s.created_at AS "createdAt", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt",
    u.require_second_factor AS required, f.confirmed_at AS "confirmedAt", away.id AS "awayId",
    (SELECT n FROM change_mark WHERE unit_id = a.unit_id) AS mark,
    (SELECT n FROM change_mark WHERE unit_id = ${everyWard}) AS "markOfAll",
    EXISTS (
      SELECT 1 FROM case_share h
      WHERE h.ended_at IS NULL AND (h.to_account_id = a.id OR h.to_unit_id = a.unit_id)
    ) AS "isShown"
  FROM sign_in_session s
  JOIN account a ON a.id = s.account_id AND a.active
  JOIN unit u ON u.id = a.unit_id
  LEFT JOIN second_factor f ON f.account_id = a.id
  LEFT JOIN (
    SELECT o.id AS id, o.unit_id AS unit_id, o.role AS role, i.stand_in_id AS stand_in_id
    FROM stand_in i JOIN account o ON o.id = i.account_id AND o.active
    WHERE i.ended_at IS NULL AND i.from_day <= :today AND i.to_day >= :today
  ) away ON away.stand_in_id = a.id AND away.unit_id = a.unit_id AND away.role = a.role
  WHERE s.id IN (:...ids) AND s.stage = 'whole'
  ORDER BY away.id`;

const groupsOf = 'SELECT residential_group_id AS id FROM account_group WHERE account_id = :accountId ORDER BY 1';
