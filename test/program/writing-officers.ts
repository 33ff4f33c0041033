import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account } from '../../src/people/account.entity.js';
import type { Ward } from '../support/ward.js';

const password = 'demo-mat-bang';

/** Accounts of their own, so that no officer waits for another's session. */
export async function enterOfficers(ward: Ward, count: number): Promise<string[]> {
  const accounts = ward.database.getRepository(Account);
  const pattern = await accounts.findOneByOrFail({ login: 'can-bo' });
  const logins = [...Array(count).keys()].map((i) => `nguoi-ghi-${i}`);
  await accounts.insert(logins.map((login) => ({ ...pattern, id: undefined, login, name: login })));
  return logins;
}

/** What an officer was answered; everything in it must be found again. */
export interface AnsweredPetition {
  id: number;
  code: string;
  version: number;
  classified: boolean;
  title?: string;
  notes: string[];
  /** SHA-256 of every scan, by the number of its paper. */
  scans: Map<number, string>;
}

interface Sent {
  status: number;
  body: any;
}

/** Where the program is just now, and whether to go on. */
export interface Desk {
  url: string;
  open: boolean;
}

/**
 * An officer who takes petitions in, classifies, notes, corrects and scans as fast as the program answers. A line that
 * breaks is tried again with the same idempotency key, so that each write is there once however often it was sent.
 */
export class WritingOfficer {
  private cookie = '';
  readonly answered: AnsweredPetition[] = [];
  /** Answers to writes that no kill explains. */
  readonly odd: string[] = [];
  /** 503 by code: the program said that it could not write just now. */
  readonly refusals = new Map<string, number>();
  lastRefusal: { code: string; detail: string } | undefined;
  writes = 0;

  constructor(
    private readonly login: string,
    private readonly desk: Desk,
  ) {}

  async work(): Promise<void> {
    while (this.desk.open) await this.petition();
  }

  private async petition(): Promise<void> {
    const content = `Đơn ${randomUUID()}`;
    const opened = await this.keyed('/cases', {
      kind: 'citizen-petition',
      fields: { content, channel: 'office', field: 'land' },
      people: [{ role: 'petitioner', name: `Người gửi ${content.slice(-8)}` }],
    });
    if (opened?.status !== 201) return this.wonder('open', opened);
    const { id, code, version } = opened.body as AnsweredPetition;
    const petition: AnsweredPetition = { id, code, version, classified: false, notes: [], scans: new Map() };
    this.answered.push(petition);
    const step = { version, on: '2025-03-07', documents: [{ name: 'processing-slip' }] };
    const classified = await this.keyed(`/cases/${id}/actions/start-classification`, step);
    if (classified?.status !== 200) return this.wonder('classify', classified);
    Object.assign(petition, { classified: true, version: classified.body.version });
    await this.note(petition);
    await this.correct(petition);
    await this.scan(petition);
  }

  private async note(petition: AnsweredPetition): Promise<void> {
    const note = `Ghi chú ${randomUUID()}`;
    const noted = await this.keyed(`/cases/${petition.id}/notes`, { note });
    if (noted?.status === 201) petition.notes.push(note);
    else this.wonder('note', noted);
  }

  private async correct(petition: AnsweredPetition): Promise<void> {
    const { version, id } = petition;
    const title = `Tên mới ${randomUUID()}`;
    const corrected = await this.keyed(`/cases/${id}/corrections`, { version, reason: 'Sửa tên', title });
    if (corrected?.status !== 200) return this.wonder('correct', corrected);
    Object.assign(petition, { title, version: corrected.body.version });
  }

  private async scan(petition: AnsweredPetition): Promise<void> {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(20_000, randomUUID()),
      Buffer.from('\n%%EOF'),
    ]);
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob([bytes], { type: 'application/pdf' }), 'don.pdf');
    const filed = await this.keyed(`/cases/${petition.id}/documents`, form);
    if (filed?.status !== 201) return this.wonder('scan', filed);
    petition.scans.set(filed.body.id, createHash('sha256').update(bytes).digest('hex'));
  }

  private wonder(what: string, sent: Sent | undefined): void {
    if (sent) this.odd.push(`${what}: ${sent.status} ${JSON.stringify(sent.body)}`);
  }

  /** Tried until it is answered, or the day is over. */
  private async keyed(path: string, body: object): Promise<Sent | undefined> {
    const key = randomUUID();
    while (this.desk.open) {
      const sent = await this.once('POST', path, body, key);
      if (sent) return sent;
      await this.another();
    }
    return undefined;
  }

  /** Until the program has another address; now and then the same one is tried again. */
  private async another(): Promise<void> {
    const { url } = this.desk;
    for (let i = 0; i < 10 && this.desk.open && this.desk.url === url; i++) await sleep(100);
  }

  /** Undefined where the line broke before an answer came, or the program said that it could not write just now. */
  private async once(method: string, path: string, body: object, key: string): Promise<Sent | undefined> {
    for (;;) {
      const sent = await this.send(method, path, body, key);
      if (sent?.status === 503) {
        this.lastRefusal = sent.body;
        this.refusals.set(sent.body.code, (this.refusals.get(sent.body.code) ?? 0) + 1);
        return undefined;
      }
      if (sent?.status === 401 || sent?.status === 429) {
        if (!this.desk.open) return undefined;
        if (sent.status === 429 || !(await this.signIn())) await sleep(100);
        continue;
      }
      if (sent) this.writes++;
      return sent;
    }
  }

  private async signIn(): Promise<boolean> {
    const sent = await this.send('POST', '/session', { login: this.login, password });
    return sent?.status === 200;
  }

  async send(method: string, path: string, body?: object, key?: string): Promise<Sent | undefined> {
    const form = body instanceof FormData;
    try {
      const response = await fetch(`${this.desk.url}/api${path}`, {
        method,
        headers: {
          cookie: this.cookie,
          ...(body && !form && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        body: form || !body ? body : JSON.stringify(body),
      });
      const [cookie] = response.headers.getSetCookie();
      if (cookie) this.cookie = cookie.split(';')[0]!;
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined;
    }
  }
}
