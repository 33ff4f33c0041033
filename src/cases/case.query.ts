import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { namesOfAction } from '../audit/action-names.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { withoutReadings } from '../audit/record-history.js';
import type { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { clocksOf } from '../deadlines/turn-clocks.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import { isAside, lacks, openActions } from '../domain/workflow/decide.js';
import { documentNames } from '../domain/workflow/documents.js';
import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { askingTogether } from '../platform/ask.js';
import { findRows } from '../platform/rows.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { CaseFile } from './case-file.entity.js';
import { linksOf, petitionsOn } from './case-links.js';
import { CasePerson } from './case-person.entity.js';
import type { CaseDocumentView, HistoryLine } from './case-record.view.js';
import { summaryOf, wardNames, type WardNames } from './case-summary.js';
import type { CasePersonView, CaseView } from './case.view.js';
import { clockFactsOf, factsOf, lawFor } from './case-facts.js';
import { clockOf } from './clock-of.js';
import { Contact } from './contact.entity.js';
import { CaseDocument } from './document.entity.js';
import { findCase, mergedInto, withinReach } from './find-case.js';
import type { OpenAction } from './open-action.view.js';
import { mayCorrect } from './own-entry.js';
import { sharesOf } from './show-case.js';
import { eyesOf, type Eyes } from './eyes.js';
import { takenBackContacts } from './taken-back.js';
import { openWords } from './protect-case.js';

/** One case with all an officer decides on: clocks with proof, history, papers, links, and the actions now open. */
@Injectable()
export class CaseQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * `withReason`: what is sealed is opened, once the reading is written down (`open-secrets.ts`). It asks twice: for the
   * case, and for all about it at once.
   */
  async show(idOrCode: string, officer: Officer, withReason = false): Promise<CaseView> {
    const manager = askingTogether(this.database.manager);
    const today = this.clock.today();
    const file = await findCase(manager, officer, idOrCode, 'open');
    const duplicates = await mergedInto(manager, file);
    const ids = [file.id, ...duplicates.map((d) => d.id)];
    const eyes = await eyesOf(manager, officer, [file, ...duplicates], withReason);
    const petitionsAsked = petitionsOn(manager, file);
    const clocksAsked = clocksOf(manager, file.id);
    const namesAsked = wardNames(manager, file.unitId);
    const [petitions, deadlines, names, may, [assignee = null], people, documents, contacts, history, ...others] =
      await Promise.all([
        petitionsAsked,
        clocksAsked,
        namesAsked,
        withinReach(manager, officer, [file], 'work'),
        findRows(manager, Account, { id: [file.assigneeId ?? 0] }, { of: ['id', 'name', 'active'] }),
        this.peopleOf(manager, ids, eyes),
        this.documentsOf(manager, ids, eyes),
        findRows(manager, Contact, { caseId: file.id }, { order: ['onDay', 'id'], of: contactColumns }),
        this.historyOf(manager, file, eyes, namesAsked),
        linksOf(manager, officer, file, duplicates, petitionsAsked),
        findRows(manager, Reminder, { caseId: file.id }, { order: ['sendAt', 'id'], of: reminderColumns }),
        sharesOf(manager, file.id, eyes),
        this.actionsOf(manager, file, clocksAsked, officer, today),
      ]);
    const [links, reminders, shares, actions] = others;
    const protection = eyes.protectionOf(file.id);
    const words = protection === 'opened' ? openWords(manager, file) : file;
    const mayWork = may.length > 0;
    const view: CaseView = {
      ...summaryOf({ ...file, title: words.title, protected: eyes.hides(file.id) }, today, names),
      protected: file.protected,
      protection,
      legalHold: file.legalHold,
      erasedAt: file.erasedAt,
      assignee,
      fields: Object.entries(eyes.content(file.id, file.fields)).map(([name, value]) => ({
        name: name as FieldName,
        vi: fieldSpecs[name as FieldName].vi,
        value,
        illustrative: file.illustrative.includes(name),
      })),
      people,
      counts: countsOf(file, people),
      clocks: deadlines.map((deadline) => eyes.content(file.id, clockOf(deadline, today))),
      documents,
      contacts,
      takenBackContacts: takenBackContacts(history),
      history,
      links,
      hasOpenComplaint:
        file.kind === 'household-file' && petitions.some((p) => p.variant === 'complaint' && p.phase !== 'closed'),
      reminders,
      shares,
      mayWork,
      mayCorrect: mayWork && mayCorrect(file, history, officer),
      actions: mayWork ? actions : [],
    };
    return protection === 'closed' ? closed(view) : view;
  }

  private async actionsOf(
    manager: EntityManager,
    file: CaseFile,
    deadlines: Promise<readonly Deadline[]>,
    officer: Officer,
    today: PlainDate,
  ): Promise<OpenAction[]> {
    const workflow = workflowOf(file.kind);
    const [facts, clockFacts, calendar] = await Promise.all([
      factsOf(manager, file, deadlines),
      clockFactsOf(manager, file),
      loadCalendar(manager),
    ]);
    const law = lawFor(clockFacts, calendar, today);
    return openActions(workflow, facts)
      .filter(([, action]) => action.by.includes(officer.role))
      .map(([name, action]) => ({
        action: name,
        vi: action.vi,
        en: action.en,
        to: action.to ?? file.state,
        toVi: workflow.states[action.to ?? file.state]!.vi,
        aside: isAside(action, facts),
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
        lacks: lacks(workflow, action, facts, { on: today, fields: {}, documents: [] }, law),
      }));
  }

  private async documentsOf(manager: EntityManager, ids: number[], eyes: Eyes): Promise<CaseDocumentView[]> {
    const papers = await findRows(manager, CaseDocument, { caseId: ids }, { order: ['id'] });
    return papers.map(({ id, caseId, name, onDay, storedAs, mediaType, size, accountId, at, ...sealed }) => ({
      id,
      caseId,
      name,
      nameVi: documentNames[name],
      number: eyes.content(caseId, sealed.number),
      onDay,
      hasFile: storedAs !== null,
      fileName: eyes.content(caseId, sealed.fileName),
      mediaType,
      size,
      accountId,
      at,
    }));
  }

  private async peopleOf(manager: EntityManager, ids: number[], eyes: Eyes): Promise<CasePersonView[]> {
    const ofCases = {
      sql: 'c.id IN (SELECT person_id FROM case_person WHERE case_id IN (:...ids))',
      parameters: { ids },
    };
    const [links, known] = await Promise.all([
      findRows(manager, CasePerson, { caseId: ids }, { order: ['id'] }),
      findRows(manager, Person, {}, { and: ofCases }),
    ]);
    const persons = new Map(known.map((person) => [person.id, person]));
    return links.map(({ role, personId, caseId }) => {
      const person = persons.get(personId)!;
      const [name, phone, address] = (['name', 'phone', 'address'] as const).map((of) =>
        eyes.content(caseId, person[of]),
      );
      const idNumber = eyes.number(caseId, person.idNumber);
      return { personId, role, caseId, name: name!, idNumber, phone: phone!, address: address! };
    });
  }

  private async historyOf(
    manager: EntityManager,
    file: CaseFile,
    eyes: Eyes,
    ward: Promise<WardNames>,
  ): Promise<HistoryLine[]> {
    const [lines, { people }] = await Promise.all([
      findRows(manager, HistoryEntry, { caseId: file.id }, { order: ['id'], and: withoutReadings, of: historyColumns }),
      ward,
    ]);
    // Few lines are of somebody of another unit.
    const others = [...new Set(lines.flatMap((l) => [l.accountId ?? [], l.forAccountId ?? []].flat()))].filter(
      (id) => !people.has(id),
    );
    const foreign = await findRows(manager, Account, { id: others }, { of: ['id', 'name'] });
    const accounts = new Map([...people, ...foreign.map(({ id, name }) => [id, name] as const)]);
    return lines.map(({ forAccountId, ...line }) => ({
      ...line,
      before: eyes.content(file.id, line.before as HistoryLine['before']),
      after: eyes.content(file.id, line.after as HistoryLine['after']),
      note: eyes.content(file.id, line.note),
      by: line.accountId === null ? null : (accounts.get(line.accountId) ?? null),
      forName: forAccountId === null ? null : (accounts.get(forAccountId) ?? null),
      actionVi: namesOfAction(line.action, file.kind).vi,
    }));
  }
}

const contactColumns = ['id', 'type', 'matter', 'onDay', 'reason', 'amountVnd', 'note', 'accountId', 'at'] as const;
const reminderColumns = ['id', 'rung', 'recipientId', 'sendAt', 'status', 'sentAt', 'dueOn', 'deadlineId'] as const;
const historyColumns = [
  ...(['id', 'at', 'onDay', 'accountId', 'forAccountId', 'action'] as const),
  ...(['fromState', 'toState', 'before', 'after', 'note', 'illustrative'] as const),
] as const;

/** Letters, matters and people are three different counts; somebody who signed twice is one person. */
function countsOf(file: CaseFile, people: readonly CasePersonView[]) {
  if (file.kind !== 'citizen-petition') return null;
  const wrote = people.filter(({ role }) => role === 'petitioner' || role === 'signatory');
  const { letters = 1, matters = 1 } = file.fields;
  return {
    letters: Number(letters),
    matters: Number(matters),
    people: new Set(wrote.map(({ personId }) => personId)).size,
  };
}

/** A protected case for whoever may not open it: that it is there, since when, with whom and until when. */
const closed = (view: CaseView): CaseView => ({
  ...view,
  fields: [],
  people: [],
  counts: null,
  documents: [],
  contacts: [],
  takenBackContacts: [],
  shares: [],
  history: view.history.map((line) => ({ ...line, before: null, after: null, note: null })),
  links: {
    project: null,
    household: null,
    firstPetition: null,
    mergedInto: null,
    duplicates: [],
    petitions: [],
    graves: [],
  },
  illustrative: [],
});
