import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { proofInWords } from '../domain/deadlines/due-date.js';
import { daysLate, isOverdue } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { clocks } from '../domain/law/clocks.js';
import { actorOn } from '../domain/law/rule.js';
import { areaText } from '../domain/money-and-area.js';
import { daysBetween, type PlainDate } from '../domain/plain-date.js';
import { lacks, openActions } from '../domain/workflow/decide.js';
import { documentNames } from '../domain/workflow/documents.js';
import { fieldSpecs } from '../domain/workflow/fields.js';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { clockFactsOf, factsOf, lawFor } from './case-facts.js';
import { Contact } from './contact.entity.js';
import { CaseDocument } from './document.entity.js';
import { findCase, followMerge, mergedInto } from './find-case.js';

/** One case with all an officer decides on: clocks with proof, history, papers, links, and the actions now open. */
@Injectable()
export class CaseQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async show(idOrCode: string, officer: Officer) {
    const { manager } = this.database;
    const today = this.clock.today();
    const file = await findCase(manager, officer.unitId, idOrCode);
    const workflow = workflowOf(file.kind);
    const state = workflow.states[file.state]!;
    const duplicates = await mergedInto(manager, file);
    const petitions = await petitionsOn(manager, file);
    const ids = [file.id, ...duplicates.map((d) => d.id)];
    const deadlines = await manager.find(Deadline, { where: { caseId: file.id }, order: { id: 'ASC' } });
    const assignee = file.assigneeId === null ? null : await manager.findOneBy(Account, { id: file.assigneeId });
    return {
      ...summaryOf(file, today),
      stateVi: state.vi,
      stateEn: state.en,
      assignee: assignee && { id: assignee.id, name: assignee.name, active: assignee.active },
      fields: Object.entries(file.fields).map(([name, value]) => ({
        name,
        vi: fieldSpecs[name as keyof typeof fieldSpecs].vi,
        value,
        illustrative: file.illustrative.includes(name),
      })),
      illustrative: file.illustrative,
      people: await this.peopleOf(manager, ids),
      counts: await this.countsOf(manager, file, ids),
      clocks: deadlines.map((deadline) => clockView(deadline, today)),
      documents: (await manager.find(CaseDocument, { where: { caseId: In(ids) }, order: { id: 'ASC' } })).map(
        ({ storedAs, ...d }) => ({ ...d, nameVi: documentNames[d.name], hasFile: storedAs !== null }),
      ),
      contacts: await manager.find(Contact, { where: { caseId: file.id }, order: { onDay: 'ASC', id: 'ASC' } }),
      history: await this.historyOf(manager, file),
      links: await this.linksOf(manager, file, duplicates, petitions),
      hasOpenComplaint:
        file.kind === 'household-file' && petitions.some((p) => p.variant === 'complaint' && p.phase !== 'closed'),
      reminders: await manager.find(Reminder, {
        where: { caseId: file.id },
        order: { sendAt: 'ASC', id: 'ASC' },
        select: {
          id: true,
          rung: true,
          recipientId: true,
          sendAt: true,
          status: true,
          sentAt: true,
          dueOn: true,
          deadlineId: true,
        },
      }),
      actions: await this.actionsOf(manager, file, officer, today),
    };
  }

  private async actionsOf(manager: EntityManager, file: CaseFile, officer: Officer, today: PlainDate) {
    const workflow = workflowOf(file.kind);
    const facts = await factsOf(manager, file);
    const law = lawFor(await clockFactsOf(manager, file), await loadCalendar(manager), today);
    return openActions(workflow, facts)
      .filter(([, action]) => action.by.includes(officer.role))
      .map(([name, action]) => ({
        action: name,
        vi: action.vi,
        en: action.en,
        to: action.to ?? file.state,
        toVi: workflow.states[action.to ?? file.state]!.vi,
        needs: (action.needs ?? []).map((document) => ({
          document,
          vi: documentNames[document],
          // In the file is enough only for papers that describe the case; the others come with the step.
          inFile: (action.onFile?.includes(document) ?? false) && facts.documents.includes(document),
        })),
        fields: [
          ...(action.fields ?? []).map((field) => ({
            field,
            required: !(action.onFile?.includes(field) && facts.fields[field] !== undefined),
            ...fieldSpecs[field],
          })),
          ...(action.may ?? []).map((field) => ({ field, required: false, ...fieldSpecs[field] })),
        ],
        only: action.only ?? {},
        lacks: lacks(action, facts, { on: today, fields: {}, documents: [] }, law),
      }));
  }

  private async peopleOf(manager: EntityManager, ids: number[]) {
    const links = await manager.find(CasePerson, { where: { caseId: In(ids) }, order: { id: 'ASC' } });
    const persons = new Map(
      (await manager.findBy(Person, { id: In(links.map((l) => l.personId)) })).map((p) => [p.id, p]),
    );
    return links.map(({ role, personId, caseId }) => {
      const { name, idNumber, phone, address } = persons.get(personId)!;
      return { personId, role, caseId, name, idNumber, phone, address };
    });
  }

  /** Letters, matters and people are three different counts; somebody who signed twice is one person. */
  private async countsOf(manager: EntityManager, file: CaseFile, ids: number[]) {
    if (file.kind !== 'citizen-petition') return null;
    const people = new Set(
      (await manager.find(CasePerson, { where: { caseId: In(ids), role: In(['petitioner', 'signatory']) } })).map(
        (l) => l.personId,
      ),
    );
    return { letters: file.fields.letters ?? 1, matters: file.fields.matters ?? 1, people: people.size };
  }

  private async historyOf(manager: EntityManager, file: CaseFile) {
    const lines = await manager.find(HistoryEntry, { where: { caseId: file.id }, order: { id: 'ASC' } });
    const accounts = new Map(
      (await manager.findBy(Account, { id: In([...new Set(lines.flatMap((l) => l.accountId ?? []))]) })).map((a) => [
        a.id,
        a.name,
      ]),
    );
    const workflow = workflowOf(file.kind);
    return lines.map((line) => ({
      ...line,
      by: line.accountId === null ? null : (accounts.get(line.accountId) ?? null),
      actionVi: workflow.actions[line.action]?.vi ?? otherActions[line.action] ?? line.action,
    }));
  }

  private async linksOf(manager: EntityManager, file: CaseFile, duplicates: CaseFile[], petitions: CaseFile[]) {
    const brief = (f: CaseFile | null) =>
      f && {
        id: f.id,
        code: f.code,
        title: f.title,
        kind: f.kind,
        state: f.state,
        stateVi: workflowOf(f.kind).states[f.state]!.vi,
      };
    const one = async (id: number | null) => (id === null ? null : brief(await manager.findOneBy(CaseFile, { id })));
    return {
      project: await one(file.projectId),
      household: await one(file.householdId),
      firstPetition: await one(file.firstPetitionId),
      mergedInto: await one(file.mergedIntoId),
      duplicates: duplicates.map(brief),
      petitions: petitions.map(brief),
      graves: (
        await manager.find(CaseFile, {
          where: { householdId: file.id, kind: 'grave-relocation' },
          order: { id: 'ASC' },
        })
      ).map(brief),
    };
  }
}

/** Petitions about a household, or that follow a first one. Work on a merged petition goes on in its main one. */
async function petitionsOn(manager: EntityManager, file: CaseFile): Promise<CaseFile[]> {
  const found = await manager.find(CaseFile, {
    where: [{ householdId: file.id, kind: 'citizen-petition' }, { firstPetitionId: file.id }],
    order: { id: 'ASC' },
  });
  const mains = new Map<number, CaseFile>();
  for (const petition of found) {
    const main = await followMerge(manager, petition);
    mains.set(main.id, main);
  }
  return [...mains.values()];
}

/** History lines that are not workflow actions, in the officer's words. */
const otherActions: Record<string, string> = {
  open: 'Mở hồ sơ',
  correct: 'Đính chính',
  reopen: 'Mở lại',
  assign: 'Phân công',
  release: 'Thôi phụ trách',
  link: 'Gắn hồ sơ',
  unlink: 'Bỏ gắn hồ sơ',
  merge: 'Nhập vào đơn khác',
  'take-in-duplicate': 'Nhận đơn trùng',
  'undo-merge': 'Bỏ nhập đơn',
  note: 'Ghi chú',
  'add-document': 'Thêm giấy tờ',
  'add-people': 'Thêm người',
  'reminder-sent': 'Đã nhắc',
  'calendar-change': 'Đổi lịch nghỉ',
  'contact-visit': 'Thăm hộ',
  'contact-persuasion': 'Vận động',
  'contact-dialogue': 'Đối thoại',
  'contact-offer': 'Đề nghị giá',
};

/** A case as lists show it. Areas are text in m², money whole đồng; overdue is compared with today. */
export function summaryOf(file: CaseFile, today: PlainDate) {
  const state = workflowOf(file.kind).states[file.state]!;
  return {
    id: file.id,
    kind: file.kind,
    kindVi: workflowOf(file.kind).vi,
    code: file.code,
    title: file.title,
    variant: file.variant,
    state: file.state,
    stateVi: state.vi,
    phase: file.phase,
    outcome: file.outcome,
    stateSince: file.stateSince,
    daysInState: daysBetween(file.stateSince, file.closedOn ?? today),
    openedOn: file.openedOn,
    receivedAt: file.receivedAt,
    closedOn: file.closedOn,
    version: file.version,
    assigneeId: file.assigneeId,
    residentialGroupId: file.residentialGroupId,
    projectId: file.projectId,
    householdId: file.householdId,
    mergedIntoId: file.mergedIntoId,
    holdoutReason: file.holdoutReason,
    areaRecoveredM2: area(file.areaRecovered),
    areaDonatedM2: area(file.areaDonated),
    areaNotifiedM2: area(file.areaNotified),
    amountVnd: file.amountVnd,
    nextDueOn: file.nextDueOn,
    overdue: isOverdue({ due: file.nextDueOn, kind: 'max', running: true }, today),
    daysLate: daysLate(file.nextDueOn, today),
    illustrative: file.illustrative,
  };
}

const area = (value: number | null): string | null => (value === null ? null : areaText(value));

function clockView(deadline: Deadline, today: PlainDate) {
  const rule = lawPack.rule(deadline.ruleId);
  const running = deadline.status === 'running';
  return {
    id: deadline.id,
    clock: deadline.clock,
    vi: clocks[deadline.clock].vi,
    status: deadline.status,
    kind: deadline.kind,
    version: deadline.version,
    triggerOn: deadline.triggerOn,
    // While paused nothing is counted, so no date is shown.
    dueOn: deadline.status === 'paused' ? null : deadline.dueOn,
    daysLeft: running && deadline.dueOn ? daysBetween(today, deadline.dueOn) : null,
    overdue: isOverdue({ due: deadline.dueOn, kind: deadline.kind, running }, today),
    proof: deadline.proof,
    words: deadline.proof ? proofInWords(deadline.proof) : rule.meaning_vi,
    rule: {
      id: rule.id,
      act: rule.act,
      article: rule.article,
      meaning: rule.meaning_vi,
      actor: actorOn(rule, deadline.triggerOn),
      basis: rule.basis,
      confidence: rule.confidence,
      needsReview: rule.needsReview ?? false,
      note: rule.note ?? null,
    },
    pauses: deadline.pauses,
    extensions: deadline.extensions,
    stoppedOn: deadline.stoppedOn,
    daysUsed: deadline.daysUsed,
    daysLate: deadline.daysLate,
    startedBy: deadline.startedBy,
    stoppedBy: deadline.stoppedBy,
  };
}
