import { In } from 'typeorm';
import { idsWithin, reach } from '../access/reach.js';
import { rights } from '../access/rights.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { openingDay } from '../cases/correct-case.js';
import { draftOf, type NewCase } from '../cases/open-case.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { areaText, parseArea } from '../domain/money-and-area.js';
import { dayOf, type PlainDate } from '../domain/plain-date.js';
import { foldVietnamese } from '../domain/search-text.js';
import { trueSteps } from '../cases/true-steps.js';
import { checkFields, fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { Person } from '../people/person.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { sealingOf } from '../platform/sealing.js';
import { cellText } from './cell.js';
import { applyCases, casesChangedSince, takeBackCases } from './apply-cases.js';
import { columnsOf, type ImportKind } from './import-columns.js';
import { groupFinder } from './group-names.js';
import { KnownCases, peopleOf, type Marks } from './known-cases.js';
import { personChecks } from './person-checks.js';
import { planned, refusedRow, type Plan, type PlannedRow, type Planner } from './planned-row.js';
import { lackingIn, type ReadRow } from './read-rows.js';

export const caseKinds = {
  households: 'household-file',
  graves: 'grave-relocation',
  petitions: 'citizen-petition',
} as const;
export type CaseImport = keyof typeof caseKinds;
/** Whom the name on a row is, in the case. */
export const rolesNamed = { households: 'holder', graves: 'kin', petitions: 'petitioner' } as const;

export const isField = (name: string): name is FieldName => Object.hasOwn(fieldSpecs, name);
type Steps = Awaited<ReturnType<typeof trueSteps>>;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What rows would do to households, graves and petitions. */
export class PlanCases implements Planner {
  private readonly kind: (typeof caseKinds)[CaseImport];
  private known!: KnownCases;
  private projects!: Map<string, CaseFile[]>;
  private group!: (said: string) => number | undefined;
  /** By what tells a row apart: the row that said it first. */
  private readonly said = new Map<string, number>();

  private constructor(
    private readonly what: CaseImport,
    readonly given: Plan,
  ) {
    this.kind = caseKinds[what];
  }

  static async begin(what: CaseImport, given: Plan): Promise<PlanCases> {
    const planner = new PlanCases(what, given);
    const { manager, officer } = given;
    planner.known = given.afresh ? await KnownCases.load(manager, officer.unitId, planner.kind) : new KnownCases();
    planner.projects = await projectsOf(given);
    const groups = await manager.findBy(ResidentialGroup, { unitId: officer.unitId });
    planner.group = groupFinder(groups);
    return planner;
  }

  async plan(rows: readonly ReadRow[]): Promise<PlannedRow[]> {
    const { manager, officer } = this.given;
    const seen = rows.map((row) => this.look(row));
    const ids = [...new Set(seen.flatMap(({ found }) => found))];
    const files = new Map((await manager.findBy(CaseFile, { id: In(ids) })).map((file) => [file.id, file]));
    const within = await idsWithin(manager, officer, ids, 'work');
    const people = await peopleOf(manager, [...files.values()]);
    const owners = await this.ownersOf(seen);
    const steps = await this.stepsOfMoved(seen, files);
    return rows.map((row, i) => {
      const { given, problems, found, marks } = seen[i]!;
      if (row.problems.length + problems.length > 0) return refusedRow(row, ...problems);
      if (found.length > 1)
        return refusedRow(row, `Có ${found.length} hồ sơ trùng tên này; hãy ghi thêm mã hồ sơ hoặc số định danh.`);
      const file = found.length === 1 ? files.get(found[0]!) : undefined;
      const first = this.first(row, file, marks);
      if (first !== row.n) return refusedRow(row, `Trùng với dòng ${first} của tệp này.`);
      if (file)
        return within.has(file.id)
          ? this.compare(row, file, { given, people: people.get(file.id) ?? [], steps })
          : outOfReach(row);
      return this.fresh(row, given, owners);
    });
  }

  apply = (rows: readonly PlannedRow[], note: (row: PlannedRow) => string): Promise<void> =>
    applyCases(this.given, rows, note, (row) => this.look(row).given);
  changedSince = (rows: readonly PlannedRow[]): Promise<string[]> => casesChangedSince(this.given.manager, rows);
  takeBack = (rows: readonly PlannedRow[], note: string): Promise<void> => takeBackCases(this.given, rows, note);

  /** The case a row tells of, as it would be opened, and those there are that it may mean. */
  private look(row: ReadRow): { given: NewCase; problems: string[]; found: number[]; marks: Marks } {
    const { manager, choice } = this.given;
    const problems: string[] = [];
    const { values } = row;
    const project = text(values.project) ?? choice.project;
    const projects = project ? (this.projects.get(foldVietnamese(project)) ?? []) : [];
    const needsProject = this.kind !== 'citizen-petition';
    if (needsProject && !project && !values.code)
      problems.push('Chưa ghi dự án; hãy thêm cột dự án hoặc chọn dự án chung.');
    if (needsProject && project && projects.length !== 1)
      problems.push(
        projects.length === 0
          ? `Không có dự án "${project}"; hãy ghi đúng mã hoặc tên dự án.`
          : `Có ${projects.length} dự án tên "${project}"; hãy ghi mã dự án.`,
      );
    const groupId = text(values.group) === undefined ? undefined : this.group(text(values.group)!);
    if (values.group !== undefined && groupId === undefined)
      problems.push(`Không có tổ dân phố "${String(values.group)}" trong đơn vị.`);
    const fields = Object.fromEntries(
      Object.entries(values).filter(
        ([name]) => isField(name) && columnsOf[this.what as ImportKind].some((c) => c.name === name),
      ),
    );
    if (this.what === 'petitions' && foldVietnamese(text(values.variant) ?? '').includes('to cao'))
      fields.protectSender = true;
    if (this.what === 'petitions') fields.channel ??= 'office';
    const name = text(values.name);
    const given: NewCase = {
      kind: this.kind,
      ...(values.code !== undefined && { code: String(values.code) }),
      ...(values.openedOn !== undefined && { on: values.openedOn as PlainDate }),
      fields,
      ...(projects.length === 1 && needsProject && { project: projects[0]!.code }),
      ...(groupId !== undefined && { residentialGroupId: groupId }),
      ...(name && {
        people: [
          {
            role: rolesNamed[this.what],
            name,
            ...(values.idNumber !== undefined && { idNumber: String(values.idNumber) }),
            ...(values.phone !== undefined && { phone: String(values.phone) }),
            ...(values.address !== undefined && { address: String(values.address) }),
          },
        ],
      }),
    };
    const hashes = values.idNumber === undefined ? [] : sealingOf(manager).keyedHashes(String(values.idNumber));
    const on = text(values.receivedOn) ?? dayOf(this.given.now);
    const marks: Marks = { projectId: projects[0]?.id ?? null, on, fields, hashes, ...(name && { name }) };
    return {
      given,
      problems,
      marks,
      found: problems.length > 0 ? [] : this.known.find(this.kind, text(values.code), marks),
    };
  }

  /** The first row of the file that means the same case. */
  private first(row: ReadRow, file: CaseFile | undefined, marks: Marks): number {
    const means = file
      ? [`case ${file.id}`]
      : row.values.code
        ? [`code ${String(row.values.code)}`]
        : this.marksIn(marks);
    const before = means.map((mark) => this.said.get(mark)).find((n) => n !== undefined);
    if (before !== undefined && before !== row.n) return before;
    for (const mark of means) this.said.set(mark, row.n);
    return row.n;
  }

  private marksIn(marks: Marks): string[] {
    const numbered = marks.hashes.length > 0;
    const one = { ...marks, hashes: marks.hashes.slice(0, 1) };
    const { projectId, on, fields, name, hashes } = one;
    return [
      JSON.stringify([
        projectId,
        on,
        numbered ? hashes[0] : (name ?? ''),
        fields.parcel ?? fields.graveNumber ?? fields.content ?? '',
      ]),
    ];
  }

  private compare(
    row: ReadRow,
    file: CaseFile,
    { given, people, steps }: { given: NewCase; people: readonly Person[]; steps: Steps },
  ): PlannedRow {
    const target = { id: file.id, code: file.code, version: file.version };
    // Nothing of a protected petition is laid out beside a sheet.
    if (file.protected) return planned(row, { status: 'unchanged', target });
    const name = given.people?.[0]?.name;
    if (name && people.length > 0 && !people.some((p) => foldVietnamese(p.name) === foldVietnamese(name)))
      return refusedRow(row, `Hồ sơ ${file.code} đứng tên người khác; muốn đổi tên hãy sửa trong hồ sơ.`);
    const person = people.find((p) => name && foldVietnamese(p.name) === foldVietnamese(name));
    const checks = { ...row.checks, ...(person && personChecks(this.given.manager, row, person)) };
    const changes: NonNullable<PlannedRow['changes']> = {};
    const stands = file.fields as Record<string, string | number | boolean | undefined>;
    for (const [field, to] of Object.entries(given.fields ?? {}))
      if (field in row.values && !same(field as FieldName, stands[field], to))
        changes[field] = { from: stands[field] ?? null, to: to as string };
    if (given.residentialGroupId !== undefined && given.residentialGroupId !== file.residentialGroupId)
      changes.residentialGroupId = { from: file.residentialGroupId, to: given.residentialGroupId };
    if (this.given.choice.eraseBlank)
      for (const column of Object.keys(this.given.choice.columns))
        if (isField(column) && row.original[column] === undefined && stands[column] !== undefined)
          changes[column] = { from: stands[column], to: null };
    const proposal = this.proposalOf(row, file.state);
    const more = { target, checks, ...(proposal && { proposal }) };
    if (Object.keys(changes).length === 0) return planned(row, { status: 'unchanged', ...more });
    if (!rights['mend case'].includes(this.given.officer.role))
      return refusedRow(row, `Vai trò của bạn không được đính chính hồ sơ ${file.code}.`);
    const wrong = this.refusedCorrection(file, changes, steps);
    if (wrong.length > 0) return refusedRow(row, ...wrong);
    return planned(row, { status: 'changed', changes, ...more });
  }

  /** The steps of the petitions whose day of receipt the rows would move. */
  private async stepsOfMoved(
    seen: readonly { given: NewCase; found: number[] }[],
    files: ReadonlyMap<number, CaseFile>,
  ): Promise<Steps> {
    if (this.what !== 'petitions') return [];
    const moved = seen.flatMap(({ given, found: [id] }) => {
      const file = files.get(id ?? 0);
      return file && given.fields?.receivedOn !== file.fields.receivedOn ? [file.id] : [];
    });
    return moved.length === 0 ? [] : trueSteps(this.given.manager, moved);
  }

  /** What the correction of a case would be refused for; one such row would take back the whole import. */
  private refusedCorrection(file: CaseFile, changes: NonNullable<PlannedRow['changes']>, steps: Steps): string[] {
    const { residentialGroupId: _, ...told } = changes;
    const { fields: changed, problems } = checkFields(
      Object.fromEntries(Object.entries(told).map(([name, { to }]) => [name, to])),
    );
    if (problems.length > 0 || !('receivedOn' in told)) return problems.map(({ detail }) => detail);
    try {
      const fields = { ...file.fields, receivedOn: changed.receivedOn };
      const mine = steps.filter(({ caseId }) => caseId === file.id);
      openingDay(file, fields, changed, mine, undefined, dayOf(this.given.now));
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [error.message];
    }
  }

  private fresh(row: ReadRow, given: NewCase, owners: ReadonlyMap<string, string>): PlannedRow {
    const { manager, officer, now } = this.given;
    const lacking = lackingIn(this.what, row);
    if (row.original.idNumber !== undefined && row.values.idNumber === undefined)
      lacking.push('Số CCCD: số đã che bớt không dùng cho hồ sơ mới; hãy ghi đủ số hoặc để trống.');
    if (lacking.length > 0) return refusedRow(row, ...lacking);
    try {
      draftOf(given, officer, now);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refusedRow(row, error.message);
    }
    const number = given.people?.[0]?.idNumber;
    const owner =
      number &&
      sealingOf(manager)
        .keyedHashes(number)
        .map((hash) => owners.get(hash))
        .find(Boolean);
    if (owner && foldVietnamese(owner) !== foldVietnamese(given.people![0]!.name!))
      return refusedRow(row, `Trong danh bạ, số định danh này là của "${owner}"; hãy xem lại giấy tờ.`);
    const proposal = this.proposalOf(row, workflowOf(this.kind).initial);
    return planned(row, { status: 'new', ...(proposal && { proposal }) });
  }

  /** Whose the identity numbers of these rows are, in the ward and earlier in this file. */
  private async ownersOf(seen: readonly { given: NewCase }[]): Promise<Map<string, string>> {
    const { manager, officer } = this.given;
    const numbers = seen.flatMap(({ given }) => given.people?.[0]?.idNumber ?? []);
    const hashes = numbers.flatMap((number) => sealingOf(manager).keyedHashes(number));
    const people =
      hashes.length === 0
        ? []
        : await manager.findBy(Person, { unitId: officer.unitId, protected: false, idHash: In(hashes) });
    for (const { given } of seen) {
      const { idNumber, name } = given.people?.[0] ?? {};
      if (!idNumber || !name) continue;
      const hash = sealingOf(manager).keyedHash(idNumber);
      if (!this.inFile.has(hash)) this.inFile.set(hash, name);
    }
    return new Map([...this.inFile, ...people.map((person) => [person.idHash!, person.name] as const)]);
  }
  private readonly inFile = new Map<string, string>();

  /** The step that leads from the case's state to the one the sheet names. */
  private proposalOf(row: ReadRow, from: string): PlannedRow['proposal'] {
    const { states, actions } = workflowOf(this.kind);
    const said = foldVietnamese(text(row.values.state) ?? '');
    if (foldVietnamese(states[from]?.vi ?? '') === said) return undefined;
    const wanted = Object.entries(states).find(([, { vi }]) => said && foldVietnamese(vi) === said)?.[0];
    if (!wanted || wanted === from) return undefined;
    const step = Object.entries(actions).find(([, action]) => action.to === wanted && action.from.includes(from));
    return step && { action: step[0], vi: step[1].vi };
  }
}

/** The projects of the unit, by code and by title. */
export async function projectsOf({ manager, officer }: Plan): Promise<Map<string, CaseFile[]>> {
  const { sql, parameters } = reach(officer);
  const found = await manager
    .createQueryBuilder(CaseFile, 'c')
    .where(sql, parameters)
    .andWhere("c.kind = 'compensation-project' AND c.unit_id = :own", { own: officer.unitId })
    .getMany();
  const projects = new Map<string, CaseFile[]>();
  for (const project of found)
    for (const name of new Set([project.code, project.title].map(foldVietnamese)))
      projects.set(name, [...(projects.get(name) ?? []), project]);
  return projects;
}

const outOfReach = (row: ReadRow) => refusedRow(row, 'Hồ sơ này đã có nhưng ngoài phạm vi của bạn.');

function same(field: FieldName, stands: unknown, to: unknown): boolean {
  if (fieldSpecs[field].type === 'area' && typeof stands === 'string' && typeof to === 'string')
    return areaText(parseArea(stands)) === areaText(parseArea(to));
  return (typeof stands === 'string' ? cellText(stands) : stands) === to;
}
