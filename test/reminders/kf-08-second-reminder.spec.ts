import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';
import { ledger, notices, planned, projectDue, queueOf, settled } from './ledger.js';

const kind = 'citizen-petition';

describe.each(oneEngine(import.meta.url))(
  'reminders after a due date moved, finished jobs being kept, on %s',
  (engine) => {
    let ward: Ward;
    beforeAll(async () => {
      ward = await Ward.start({ engine, now: '2026-03-09T08:30:00+07:00' });
      // An operator who wants to look at finished jobs: none is removed any more.
      const queue = queueOf(ward);
      const { addBulk } = queue;
      queue.addBulk = (jobs) =>
        addBulk.call(
          queue,
          jobs.map((job) => ({ ...job, opts: { ...job.opts, removeOnComplete: false, removeOnFail: false } })),
        );
    });
    afterAll(() => ward.stop());

    /** Accepted on Sunday 08/02/2026: thirty days end on 10/03/2026 (Luật Khiếu nại Điều 28). */
    async function complaint(code: string): Promise<MadeCase> {
      ward.moveTo('2026-03-09');
      const [officer, chair] = [ward.as('can-bo'), ward.as('lanh-dao')];
      let file = await makeCase(officer, kind, { code, on: '2026-02-06' });
      file = await act(officer, kind, file, 'start-classification', '2026-02-06');
      file = await act(officer, kind, file, 'classify-as-complaint', '2026-02-06');
      file = await act(chair, kind, file, 'accept-complaint', '2026-02-08', { decisionBy: 'ward' });
      file = await act(chair, kind, file, 'order-verification', '2026-02-09');
      expect((await officer.get(`/cases/${file.id}`)).body.nextDueOn).toBe('2026-03-10');
      return file;
    }

    async function sentTo(login: string, file: MadeCase, count: number) {
      return eventually(async () => {
        const sent = (await notices(ward)).filter((n) => n.caseId === file.id && n.to === login);
        expect(sent).toHaveLength(count);
        return sent;
      });
    }

    test('KF-08 the second reminder of the same milestone is sent and mentions the new date', async () => {
      const chair = ward.as('lanh-dao');
      let file = await complaint('KN-2026-0042');
      ward.moveTo('2026-03-10');
      await ward.sweep();
      const [first] = await sentTo('can-bo', file, 1);
      expect(first!.subject).toContain('10/03/2026');
      await settled(ward);
      expect(await queueOf(ward).getCompletedCount()).toBeGreaterThan(0);

      // Fourteen days on which the matter stood still are recorded: 10/03 becomes 24/03.
      file = await act(chair, kind, file, 'suspend-complaint', '2026-02-24', { reason: 'Chờ kết quả giám định' });
      expect(planned(await ledger(ward, file)).filter((row) => row.clock === 'complaint-resolution')).toEqual([]);
      file = await act(chair, kind, file, 'resume-complaint', '2026-03-10');
      expect((await chair.get(`/cases/${file.id}`)).body.nextDueOn).toBe('2026-03-24');
      ward.moveTo('2026-03-24');
      await ward.sweep();
      const sent = await sentTo('can-bo', file, 2);
      expect(sent.map((n) => n.rung)).toEqual(['before-0', 'before-0']);
      expect(sent[1]!.subject).toContain('24/03/2026');
      expect(sent[1]!.body).toContain('24/03/2026');
      // The supervisor, too, once per due date.
      await sentTo('lanh-dao', file, 2);
    });

    test('KF-08 an extension by decision (30 days become 45) starts the ladder anew', async () => {
      let file = await complaint('KN-2026-0043');
      ward.moveTo('2026-03-10');
      await ward.sweep();
      await sentTo('can-bo', file, 1);
      file = await act(ward.as('lanh-dao'), kind, file, 'mark-complex', '2026-03-10', {
        grade: 'complex',
        reason: 'Nhiều thửa đất',
        decisionNumber: '12/QĐ-UBND',
      });
      const days = ['2026-03-13', '2026-03-20', '2026-03-23', '2026-03-25'];
      for (const [i, day] of days.entries()) {
        ward.moveTo(day);
        await ward.sweep();
        const sent = await sentTo('can-bo', file, 2 + i);
        expect(sent.at(-1)!.subject).toContain('25/03/2026');
      }
      const sent = await sentTo('can-bo', file, 5);
      expect(sent.map((n) => n.rung)).toEqual(['before-0', 'before-10', 'before-5', 'before-2', 'before-0']);
    });

    test('a reminder woken at night, whose finished job is kept, still goes out in the morning', async () => {
      ward.moveTo('2026-03-09T22:00:00+07:00');
      const file = await projectDue(ward.as('can-bo'), '2026-03-09');
      await ward.sweep();
      await settled(ward);
      expect((await notices(ward)).filter((n) => n.caseId === file.id)).toEqual([]);
      ward.moveTo('2026-03-10T07:31:00+07:00');
      await ward.sweep();
      await eventually(async () => {
        const sent = (await notices(ward)).filter((n) => n.at > '2026-03-10' && n.body.includes(file.code));
        // Overdue by now: the handler has the digest, the supervisor the escalation.
        expect(sent.map((n) => [n.to, n.rung])).toEqual(
          expect.arrayContaining([
            ['can-bo', 'digest'],
            ['lanh-dao', 'escalate-0'],
          ]),
        );
      });
    });
  },
);
