import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { namesOfAction } from '../audit/action-names.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { notRead } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import { lacks, openActions } from '../domain/workflow/decide.js';
import { documentNames } from '../domain/workflow/documents.js';
import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { Account } from '../people/account.entity.js';
import { maskedIdNumber } from '../people/id-number.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { sealingOf } from '../platform/sealing.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { CaseFile } from './case-file.entity.js';
import { linksOf, petitionsOn } from './case-links.js';
import { CasePerson } from './case-person.entity.js';
import type { CaseDocumentView, HistoryLine } from './case-record.view.js';
import { summaryOf, wardNames } from './case-summary.js';
import type { CaseView } from './case.view.js';
import { clockFactsOf, factsOf, lawFor } from './case-facts.js';
import { clockOf } from './clock-of.js';
import { Contact } from './contact.entity.js';
import { CaseDocument } from './document.entity.js';
import { findCase, mergedInto, withinReach } from './find-case.js';
import type { OpenAction } from './open-action.view.js';
import { sharesOf } from './show-case.js';

/** One case with all an officer decides on: clocks with proof, history, papers, links, and the actions now open. */
@Injectable()
export class CaseQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async show(idOrCode: string, officer: Officer): Promise<CaseView> {
    const { manager } = this.database;
    const today = this.clock.today();
    const file = await findCase(manager, officer, idOrCode, 'open');
    const duplicates = await mergedInto(manager, file);
    const petitions = await petitionsOn(manager, file);
    const ids = [file.id, ...duplicates.map((d) => d.id)];
    const deadlines = await manager.find(Deadline, { where: { caseId: file.id }, order: { id: 'ASC' } });
    const mayWork = (await withinReach(manager, officer, [file], 'work')).length > 0;
    const assignee = file.assigneeId === null ? null : await manager.findOneBy(Account, { id: file.assigneeId });
    return {
      ...summaryOf(file, today, await wardNames(manager, file.unitId)),
      assignee: assignee && { id: assignee.id, name: assignee.name, active: assignee.active },
      fields: Object.entries(file.fields).map(([name, value]) => ({
        name: name as FieldName,
        vi: fieldSpecs[name as FieldName].vi,
        value,
        illustrative: file.illustrative.includes(name),
      })),
      people: await this.peopleOf(manager, ids),
      counts: await this.countsOf(manager, file, ids),
      clocks: deadlines.map((deadline) => clockOf(deadline, today)),
      documents: await this.documentsOf(manager, ids),
      contacts: await manager.find(Contact, {
        where: { caseId: file.id },
        order: { onDay: 'ASC', id: 'ASC' },
        select: {
          id: true,
          type: true,
          matter: true,
          onDay: true,
          reason: true,
          amountVnd: true,
          note: true,
          accountId: true,
          at: true,
        },
      }),
      history: await this.historyOf(manager, file),
      links: await linksOf(manager, officer, file, duplicates, petitions),
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
      shares: await sharesOf(manager, file.id),
      mayWork,
      actions: mayWork ? await this.actionsOf(manager, file, officer, today) : [],
    };
  }

  private async actionsOf(
    manager: EntityManager,
    file: CaseFile,
    officer: Officer,
    today: PlainDate,
  ): Promise<OpenAction[]> {
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

  private async documentsOf(manager: EntityManager, ids: number[]): Promise<CaseDocumentView[]> {
    const papers = await manager.find(CaseDocument, { where: { caseId: In(ids) }, order: { id: 'ASC' } });
    return papers.map(({ id, caseId, name, number, onDay, storedAs, fileName, mediaType, size, accountId, at }) => ({
      id,
      caseId,
      name,
      nameVi: documentNames[name],
      number,
      onDay,
      hasFile: storedAs !== null,
      fileName,
      mediaType,
      size,
      accountId,
      at,
    }));
  }

  private async peopleOf(manager: EntityManager, ids: number[]) {
    const links = await manager.find(CasePerson, { where: { caseId: In(ids) }, order: { id: 'ASC' } });
    const persons = new Map(
      (await manager.findBy(Person, { id: In(links.map((l) => l.personId)) })).map((p) => [p.id, p]),
    );
    const sealing = sealingOf(manager);
    return links.map(({ role, personId, caseId }) => {
      const { name, idNumber, phone, address } = persons.get(personId)!;
      return { personId, role, caseId, name, idNumber: maskedIdNumber(sealing, idNumber), phone, address };
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
    const { letters = 1, matters = 1 } = file.fields;
    return { letters: Number(letters), matters: Number(matters), people: people.size };
  }

  private async historyOf(manager: EntityManager, file: CaseFile): Promise<HistoryLine[]> {
    const lines = await manager.find(HistoryEntry, {
      where: { caseId: file.id, action: notRead },
      order: { id: 'ASC' },
      select: {
        id: true,
        at: true,
        onDay: true,
        accountId: true,
        forAccountId: true,
        action: true,
        fromState: true,
        toState: true,
        before: true,
        after: true,
        note: true,
        illustrative: true,
      },
    });
    const accounts = new Map(
      (
        await manager.findBy(Account, {
          id: In([...new Set(lines.flatMap((l) => [l.accountId ?? [], l.forAccountId ?? []].flat()))]),
        })
      ).map((a) => [a.id, a.name]),
    );
    return lines.map(({ forAccountId, ...line }) => ({
      ...line,
      before: line.before as HistoryLine['before'],
      after: line.after as HistoryLine['after'],
      by: line.accountId === null ? null : (accounts.get(line.accountId) ?? null),
      forName: forAccountId === null ? null : (accounts.get(forAccountId) ?? null),
      actionVi: namesOfAction(line.action, file.kind).vi,
    }));
  }
}
