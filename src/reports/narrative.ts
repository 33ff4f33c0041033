import { In, type EntityManager } from 'typeorm';
import { isHandedOver } from '../domain/kinds/household-file/states.js';
import { areaText, moneyInWords } from '../domain/money-and-area.js';
import { vietnameseDay, weekdayName, yearOf } from '../domain/plain-date.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { Unit } from '../people/unit.entity.js';
import { ask } from '../platform/ask.js';
import { eventsIn } from './forms/state-management.js';
import { landFacts, projectsAt, type LandFact, type ProjectRow } from './land-fact.js';
import { petitionFacts, type PetitionFact } from './petition-fact.js';
import { periodInWords, type Period } from './report-period.js';

/** A part of the narrative report: heading and paragraphs, in the ward's own manner. */
export interface NarrativeSection {
  heading: string;
  paragraphs: string[];
}

/** `05`, `18`: as reports write a number of households or letters. */
const count = (n: number) => String(n).padStart(2, '0');
const decimal = (text: string) => {
  const [whole, fraction] = text.split('.') as [string, string?];
  return `${Number(whole).toLocaleString('vi-VN')}${fraction ? `,${fraction}` : ''}`;
};
const squareMetres = (area: number) => `${decimal(areaText(area))}m²`;
const hectares = (area: number) => `${decimal(areaText(Math.round(area / 10_000)).padStart(1, '0'))} ha`;
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng (${moneyInWords(amount)})`;
const sum = (facts: readonly LandFact[], of: 'recovered' | 'donated' | 'amount') =>
  facts.reduce((total, fact) => total + fact[of], 0);

/** The two sections a ward's report states from its cases, for any period. A ward where nothing happened says so. */
export async function narrative(manager: EntityManager, unitId: number, period: Period): Promise<NarrativeSection[]> {
  return [await clearance(manager, unitId, period), await petitions(manager, unitId, period)];
}

async function clearance(manager: EntityManager, unitId: number, period: Period): Promise<NarrativeSection> {
  const projects = (await projectsAt(manager, unitId, period.to)).filter(
    (project) => project.phase !== 'closed' || project.openedOn >= period.from,
  );
  const facts = [
    ...(await landFacts(manager, unitId, 'household-file', period)),
    ...(await landFacts(manager, unitId, 'grave-relocation', period)),
  ];
  const groups = await groupsOfProjects(manager, unitId);
  const years = [...new Set(projects.map(({ openedOn }) => yearOf(openedOn)))];
  const paragraphs = [...(await guidance(manager, unitId, period))];
  if (projects.length === 0)
    paragraphs.push(
      `Trong kỳ ${periodInWords(period)}, trên địa bàn phường không có dự án phải bồi thường, giải phóng mặt bằng.`,
    );
  for (const year of years) {
    const ofYear = projects.filter(({ openedOn }) => yearOf(openedOn) === year);
    paragraphs.push(`- Năm ${year}, trên địa bàn phường triển khai ${count(ofYear.length)} dự án:`);
    for (const project of ofYear)
      paragraphs.push(
        aboutProject(
          project,
          facts.filter(({ projectId }) => projectId === project.id),
          groups.get(project.id) ?? [],
        ),
      );
  }
  const holdouts = facts.filter((fact) => fact.kind === 'household-file' && fact.phase === 'holdout');
  paragraphs.push(
    holdouts.length === 0
      ? 'Đến cuối kỳ không còn hộ vướng mắc trong giải phóng mặt bằng.'
      : `Đến cuối kỳ, toàn phường còn ${count(holdouts.length)} hộ vướng mắc trong giải phóng mặt bằng.`,
  );
  return { heading: 'Quản lý đất đai và bồi thường, giải phóng mặt bằng', paragraphs };
}

function aboutProject(project: ProjectRow, facts: readonly LandFact[], groups: readonly string[]): string {
  const households = facts.filter(({ kind }) => kind === 'household-file');
  const graves = facts.filter(({ kind }) => kind === 'grave-relocation');
  const said: string[] = [];
  const { lengthKm } = project.fields;
  if (project.areaNotified > 0) said.push(`đã có thông báo thu hồi đất ${hectares(project.areaNotified)}`);
  const donated = households.filter((fact) => fact.ever('donate-land'));
  if (donated.length > 0)
    said.push(
      `vận động nhân dân${groups.length > 0 ? ` các TDP (${groups.join(', ')})` : ''} hiến đất với ${count(donated.length)} hộ gia đình, diện tích hiến ${squareMetres(sum(donated, 'donated'))}`,
    );
  const recovered = households.filter((fact) => fact.ever('record-recovery', 'record-recovery-after-persuasion'));
  if (recovered.length > 0)
    said.push(
      `đã có quyết định thu hồi đất đối với ${count(recovered.length)} hộ, diện tích thu hồi ${squareMetres(sum(recovered, 'recovered'))}`,
    );
  const handed = households.filter(({ state }) => isHandedOver(state));
  if (handed.length > 0) said.push(`đến nay ${count(handed.length)} hộ đã bàn giao mặt bằng`);
  const held = obstacles(households).map(
    ([why, n]) => `${count(n)} hộ (${why.charAt(0).toLowerCase()}${why.slice(1)})`,
  );
  if (held.length > 0) said.push(`hiện nay còn vướng mắc ${held.join(' và ')}`);
  const paid = graves.filter((fact) => fact.ever('record-payment'));
  if (paid.length > 0) {
    const owners = new Set(paid.map(({ householdId, id }) => householdId ?? -id)).size;
    const zones = [...new Set(paid.flatMap(({ zone }) => (zone ? [zone] : [])))];
    said.push(
      `đã chi trả cho ${count(owners)} hộ${zones.length > 0 ? ` (${zones.join(', ')})` : ''} có mộ phải di chuyển với số tiền là ${dong(sum(paid, 'amount'))}`,
    );
  }
  if (graves.length > paid.length) said.push(`còn ${count(graves.length - paid.length)} mộ đang làm thủ tục di chuyển`);
  if (said.length === 0 || (project.phase !== 'closed' && households.length + graves.length === 0))
    said.push(`hiện ở bước: ${workflowOf('compensation-project').states[project.state]!.vi.toLowerCase()}`);
  if (project.phase === 'closed') said.push('dự án đã hoàn thành');
  const length = typeof lengthKm === 'string' ? ` có chiều dài khoảng ${lengthKm}km` : '';
  return `+ Dự án ${project.title}${length}: ${said.join('; ')}.`;
}

/** Households held up for one and the same reason, the largest group first. */
function obstacles(households: readonly LandFact[]): [string, number][] {
  const groups = new Map<string, number>();
  for (const { phase, state, reasonNote } of households) {
    if (phase !== 'holdout') continue;
    const why = (reasonNote ?? workflowOf('household-file').states[state]!.vi).replace(/[.\s]+$/, '');
    groups.set(why, (groups.get(why) ?? 0) + 1);
  }
  return [...groups].sort((a, b) => b[1] - a[1]);
}

async function groupsOfProjects(manager: EntityManager, unitId: number): Promise<Map<number, string[]>> {
  const rows = await ask<{ projectId: number; name: string }>(
    manager,
    `SELECT DISTINCT c.project_id AS "projectId", g.name AS name
     FROM case_file c INNER JOIN residential_group g ON g.id = c.residential_group_id
     WHERE c.unit_id = :unitId AND c.kind = 'household-file' AND c.project_id IS NOT NULL`,
    { unitId },
  );
  const groups = new Map<number, string[]>();
  for (const { projectId, name } of rows) groups.set(projectId, [...(groups.get(projectId) ?? []), name].sort());
  return groups;
}

async function guidance(manager: EntityManager, unitId: number, period: Period): Promise<string[]> {
  const events = await eventsIn(manager, unitId, period);
  const paper = ({ number, onDay, about }: (typeof events)[number]) =>
    `${number ? `số ${number} ` : ''}ngày ${vietnameseDay(onDay)} ${about}`;
  const issued = events.filter(({ kind }) => kind === 'guidance').map(paper);
  const received = events.filter(({ kind }) => kind === 'received').map(paper);
  return [
    ...(issued.length > 0 ? [`- UBND phường đã ban hành văn bản ${issued.join('; văn bản ')}.`] : []),
    ...(received.length > 0 ? [`- Đã triển khai văn bản ${received.join('; văn bản ')}.`] : []),
  ];
}

const kindsVi: [PetitionFact['variant'], string][] = [
  ['complaint', 'khiếu nại'],
  ['denunciation', 'tố cáo'],
  ['proposal', 'kiến nghị'],
  ['reflection', 'phản ánh'],
  ['request', 'đề nghị'],
  [null, 'chưa phân loại'],
];
const fieldsVi: Record<string, string> = {
  land: 'đất đai',
  construction: 'xây dựng',
  environment: 'môi trường',
  policy: 'chế độ, chính sách',
};

async function petitions(manager: EntityManager, unitId: number, period: Period): Promise<NarrativeSection> {
  const unit = await manager.findOneByOrFail(Unit, { id: unitId });
  const facts = (await petitionFacts(manager, unitId, period)).filter(
    (fact) => fact.received || fact.carriedOver || fact.toSettle !== null || fact.settled !== null,
  );
  const letters = (some: readonly PetitionFact[]) => some.reduce((total, fact) => total + fact.letters, 0);
  const received = facts.filter((fact) => fact.received);
  const inside = received.filter((fact) => fact.competence === 'within');
  const settled = inside.filter((fact) => fact.state === 'once' || fact.state === 'again');
  const carried = facts.filter((fact) => !fact.received && (fact.carriedOver || fact.toSettle === 'carried'));
  const paragraphs = [
    `Công tác tiếp công dân và giải quyết đơn thư được thực hiện theo đúng quy định. UBND phường duy trì tiếp công dân vào ${weekday(unit.receptionWeekday)} hằng tuần tại phòng tiếp công dân của phường.`,
    ...(await dialogues(manager, unitId, period)),
  ];
  if (facts.length === 0)
    return {
      heading: 'Công tác tiếp công dân, giải quyết đơn thư',
      paragraphs: [...paragraphs, `Trong kỳ ${periodInWords(period)} không có đơn thư.`],
    };
  paragraphs.push(
    `Trong kỳ ${periodInWords(period)} tiếp nhận tổng số ${count(letters(received))} đơn, trong đó ${count(letters(inside))} đơn thuộc thẩm quyền.${carried.length > 0 ? ` Kỳ trước chuyển sang ${count(letters(carried))} đơn.` : ''} UBND phường giao công chức chuyên môn thụ lý và giải quyết theo từng lĩnh vực.`,
  );
  for (const [variant, vi] of kindsVi) {
    const mine = received.filter((fact) => fact.variant === variant);
    if (mine.length > 0) paragraphs.push(`- ${aboutKind(vi, mine, letters)}`);
  }
  const rest = letters(inside) - letters(settled);
  const percent = letters(inside) === 0 ? 100 : Math.floor((letters(settled) * 1000) / letters(inside)) / 10;
  paragraphs.push(
    `Kết quả: đã giải quyết ${count(letters(settled))}/${count(letters(inside))} đơn thuộc thẩm quyền, đạt tỷ lệ ${percent.toLocaleString('vi-VN')}%, ${rest === 0 ? 'không có đơn thư tồn đọng' : `còn ${count(rest)} đơn đang giải quyết`}.`,
  );
  return { heading: 'Công tác tiếp công dân, giải quyết đơn thư', paragraphs };
}

function aboutKind(
  vi: string,
  mine: readonly PetitionFact[],
  letters: (some: readonly PetitionFact[]) => number,
): string {
  const fields = [...new Set(mine.map(({ field }) => field ?? 'other'))].map((field) => {
    const n = letters(mine.filter((fact) => (fact.field ?? 'other') === field));
    return `${count(n)} đơn thuộc lĩnh vực ${fieldsVi[field] ?? 'khác'}`;
  });
  const settled = mine.filter((fact) => fact.state === 'once' || fact.state === 'again');
  const withdrawn = settled.filter((fact) => fact.settled === 'withdrawn');
  const said = [
    `${count(letters(mine))} đơn ${vi} (${fields.join(', ')})`,
    letters(settled) === letters(mine) ? 'đã giải quyết xong' : `đã giải quyết ${count(letters(settled))} đơn`,
    ...(withdrawn.length > 0 ? [`trong đó ${count(letters(withdrawn))} đơn do người gửi đã xin rút`] : []),
  ];
  return `${said.join(', ')}.`;
}

const weekday = (n: number) => weekdayName((n + 3) % 7);

async function dialogues(manager: EntityManager, unitId: number, period: Period): Promise<string[]> {
  const events = (await eventsIn(manager, unitId, period)).filter(({ kind }) => kind === 'dialogue');
  if (events.length === 0) return [];
  const named = await manager.findBy(ResidentialGroup, {
    id: In(events.flatMap(({ residentialGroupId }) => residentialGroupId ?? [])),
  });
  const where = named.length > 0 ? ` với nhân dân TDP ${named.map(({ name }) => name).join(' và TDP ')}` : '';
  return [
    `UBND phường tổ chức ${events.length} buổi đối thoại${where}: ${[...new Set(events.map(({ about }) => about))].join('; ')}.`,
  ];
}
