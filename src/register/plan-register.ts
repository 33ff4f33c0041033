import { readFileSync } from 'node:fs';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { areaText, parseArea, priceOfArea } from '../domain/money-and-area.js';
import { addDays, plainDate, type PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { NewEvent } from '../reports/keep-events.js';

/** The ward's own figures; a name that ends in `_illustrative` is not in its report. */
interface Register {
  asOf: string;
  unit: {
    code: string;
    name: string;
    parent: string;
    province: string;
    residentialGroups: number;
    residentialGroupsNamed: string[];
  };
  projects: RegisteredProject[];
  dialogues: { residentialGroup: string }[];
  petitions: { from: string; to: string; groups: { kind: string; count: number; field: string; outcome: string }[] };
}

interface RegisteredProject {
  code: string;
  name: string;
  lengthKm?: number;
  residentialGroups?: string[];
  areaNotifiedHa?: number;
  note?: string;
  households?: { count: number; state: string; landDonatedM2?: number; areaRecoveredM2?: number };
  holdouts?: { count: number; state: string; reason: string; has?: string[]; since_illustrative: string }[];
  graveHouseholds?: { zone: string; count: number; totalPaidVnd: number };
}

export interface PlannedStep {
  action: string;
  on: PlainDate;
  fields?: Fields;
  note?: string;
  /** Papers beyond those the step needs. */
  papers?: string[];
}

/** One case of the register: how it was opened, and the dated steps that brought it to the state the report gives. */
export interface PlannedCase {
  kind: string;
  code?: string;
  title?: string;
  on: PlainDate;
  project?: string;
  residentialGroup?: string;
  petitioner?: string;
  fields: Fields;
  /** Fields that are filled in, not from the report. */
  illustrative: string[];
  note?: string;
  steps: PlannedStep[];
}

export const register = JSON.parse(readFileSync(new URL('./luong-son.json', import.meta.url), 'utf8')) as Register;
const day = plainDate;

/** What the report names besides cases: two papers on land, with their numbers, and two dialogues whose days it leaves out. */
export const plannedEvents: (NewEvent & { residentialGroup?: string })[] = [
  {
    kind: 'guidance',
    on: plainDate('2022-02-07'),
    number: '41/UBND-ĐC',
    about: 'về việc tiếp tục quản lý đất đai, trật tự xây dựng và khoáng sản trên địa bàn',
  },
  {
    kind: 'received',
    on: plainDate('2022-02-17'),
    number: '486/UBND-TNMT',
    about: 'của UBND thành phố Sông Công, niêm yết tại nhà văn hóa các TDP',
  },
  ...register.dialogues.map(({ residentialGroup }, i): NewEvent & { residentialGroup: string } => ({
    kind: 'dialogue',
    on: plainDate(`2022-0${i + 4}-14`),
    about: 'giữa Bí thư Đảng ủy, Chủ tịch UBND phường với nhân dân để nắm tâm tư, nguyện vọng và giải quyết vướng mắc',
    residentialGroup,
    illustrative: true,
  })),
];

/** The dates of each project's steps: filled in, the report states only the year and the state reached. */
const roads: Record<string, { opened: string; steps: [string, string, Fields?][] }> = {
  'duong-truc-2021': {
    opened: '2021-01-11',
    steps: [
      ['adopt-recovery-plan', '2021-01-25'],
      ['hold-meeting', '2021-02-03'],
      ['issue-notice', '2021-02-08', { landUse: 'agricultural' }],
      ['start-inventory', '2021-03-15'],
      ['draft-plan', '2021-04-05'],
      ['post-plan', '2021-04-12'],
      ['take-opinions', '2021-05-10'],
      ['submit-appraisal', '2021-05-17'],
      ['approve-plan', '2021-06-14', { decisionNumber: 'minh họa' }],
      ['start-payment', '2021-06-21'],
      ['start-handover', '2021-06-28'],
      ['complete', '2021-08-16'],
    ],
  },
  'mam-non': {
    opened: '2021-03-01',
    steps: [
      ['adopt-recovery-plan', '2021-03-15'],
      ['hold-meeting', '2021-03-29'],
      ['issue-notice', '2021-04-05', { landUse: 'agricultural' }],
      ['start-inventory', '2021-05-10'],
      ['draft-plan', '2021-06-14'],
      ['post-plan', '2021-06-21'],
      ['take-opinions', '2021-07-19'],
      ['submit-appraisal', '2021-07-26'],
      ['approve-plan', '2021-08-30', { decisionNumber: 'minh họa' }],
      ['start-payment', '2021-09-13'],
      ['start-handover', '2021-10-04'],
    ],
  },
  'kdc-1': {
    opened: '2022-01-10',
    steps: [
      ['adopt-recovery-plan', '2022-01-24'],
      ['hold-meeting', '2022-02-14'],
      ['issue-notice', '2022-02-21', { landUse: 'agricultural' }],
      ['start-inventory', '2022-04-04'],
    ],
  },
  'kdc-2': {
    opened: '2022-02-07',
    steps: [
      ['adopt-recovery-plan', '2022-02-21'],
      ['hold-meeting', '2022-03-07'],
      ['issue-notice', '2022-03-14', { landUse: 'agricultural' }],
      ['start-inventory', '2022-04-25'],
    ],
  },
  'cum-cong-nghiep': {
    opened: '2022-10-03',
    steps: [
      ['adopt-recovery-plan', '2022-10-31'],
      ['hold-meeting', '2023-03-06'],
      ['issue-notice', '2023-03-20', { landUse: 'agricultural' }],
    ],
  },
  'do-thi-ab': {
    opened: '2022-01-17',
    steps: [
      ['adopt-recovery-plan', '2022-02-07'],
      ['hold-meeting', '2022-02-21'],
      ['issue-notice', '2022-03-07', { landUse: 'agricultural' }],
      ['start-inventory', '2022-04-18'],
      ['draft-plan', '2022-06-06'],
      ['post-plan', '2022-06-13'],
      ['take-opinions', '2022-07-11'],
      ['submit-appraisal', '2022-07-18'],
      ['approve-plan', '2022-09-12', { decisionNumber: 'minh họa' }],
      ['start-payment', '2022-09-26'],
    ],
  },
};

const number = (i: number) => String(i + 1).padStart(2, '0');
const range = (count: number) => [...Array(count).keys()];

/** `total` in `count` whole parts that add up to it exactly. */
const parts = (total: number, count: number): number[] =>
  range(count).map((i) => Math.floor(total / count) + (i < total % count ? 1 : 0));

/** Every case of the register, projects before what belongs to them. */
export function planRegister(calendar: WorkCalendar): PlannedCase[] {
  return [
    ...register.projects.flatMap((project) => [
      projectCase(project),
      ...households(project),
      ...holdouts(project),
      ...graves(project),
    ]),
    ...petitions(calendar),
  ];
}

function projectCase(project: RegisteredProject): PlannedCase {
  const road = roads[project.code]!;
  return {
    kind: 'compensation-project',
    code: project.code,
    title: project.name,
    on: day(road.opened),
    fields: {
      ...(project.lengthKm && { lengthKm: String(project.lengthKm).replace('.', ',') }),
      ...(project.areaNotifiedHa && { areaNotifiedM2: String(project.areaNotifiedHa * 10_000) }),
    },
    illustrative: ['openedOn', 'landUse', 'decisionNumber'],
    note: project.note,
    steps: road.steps.map(([action, on, fields]) => ({ action, on: day(on), fields })),
  };
}

function households({ code, households: group, residentialGroups }: RegisteredProject): PlannedCase[] {
  if (!group) return [];
  const donated = parts(parseArea(String(group.landDonatedM2 ?? 0)), group.count);
  const recovered = parts(parseArea(String(group.areaRecoveredM2 ?? 0)), group.count);
  return range(group.count).map((i): PlannedCase => {
    const file = {
      kind: 'household-file',
      project: code,
      title: `Hộ số ${number(i)}`,
      residentialGroup: residentialGroups?.[i % residentialGroups.length],
      fields: {},
    };
    if (group.state === 'handed_over')
      return {
        ...file,
        on: day('2021-01-25'),
        illustrative: ['openedOn', 'residentialGroupId', 'areaDonatedM2'],
        steps: [
          {
            action: 'donate-land',
            on: day('2021-07-05'),
            fields: { areaDonatedM2: areaText(donated[i]!) },
            note: 'Diện tích chia đều; tổng diện tích hiến theo báo cáo.',
          },
        ],
      };
    const areaRecoveredM2 = areaText(recovered[i]!);
    return {
      ...file,
      on: day('2021-03-29'),
      illustrative: ['openedOn', 'landUse', 'areaRecoveredM2', 'amountVnd', 'effectiveOn'],
      steps: [
        { action: 'serve-notice', on: day('2021-04-06'), fields: { landUse: 'agricultural' } },
        { action: 'record-declaration', on: day('2021-04-26') },
        { action: 'record-inventory', on: day('2021-05-17'), fields: { holderSigned: true } },
        { action: 'confirm-origin', on: day('2021-06-07') },
        { action: 'include-in-plan', on: day('2021-06-21') },
        { action: 'approve-plan', on: day('2021-08-30'), fields: { effectiveOn: '2021-08-30' } },
        {
          action: 'record-payment',
          on: day('2021-09-14'),
          fields: { amountVnd: priceOfArea(recovered[i]!, 90_000) },
          note: 'Số tiền minh họa: báo cáo chỉ nêu diện tích.',
        },
        {
          action: 'record-recovery',
          on: day('2021-09-27'),
          fields: { areaRecoveredM2 },
          note: 'Diện tích chia đều; tổng diện tích thu hồi theo báo cáo.',
        },
      ],
    };
  });
}

function holdouts({ code, holdouts: groups }: RegisteredProject): PlannedCase[] {
  const opened = day(roads[code]!.steps.find(([action]) => action === 'hold-meeting')?.[1] ?? roads[code]!.opened);
  const notice = day(roads[code]!.steps.find(([action]) => action === 'issue-notice')?.[1] ?? opened);
  const all = (groups ?? []).flatMap((group) => range(group.count).map(() => group));
  return all.map((group, i): PlannedCase => {
    const since = day(group.since_illustrative);
    const served: PlannedStep = { action: 'serve-notice', on: addDays(notice, 1), fields: { landUse: 'agricultural' } };
    const steps: PlannedStep[] =
      group.state === 'plan_adjusting'
        ? [
            served,
            { action: 'record-declaration', on: addDays(notice, 21) },
            { action: 'record-inventory', on: addDays(notice, 49), fields: { holderSigned: true } },
            { action: 'confirm-origin', on: addDays(notice, 77) },
            { action: 'include-in-plan', on: addDays(since, -42) },
            {
              action: 'adjust-plan',
              on: since,
              fields: { holdoutReason: 'house_cut_by_line', reasonNote: group.reason },
            },
          ]
        : [
            served,
            {
              action: 'record-refusal',
              on: addDays(notice, 84),
              fields: {
                holderSigned: false,
                witnesses: 'Tổ trưởng tổ dân phố (minh họa)',
                holdoutReason: 'legal_file',
              },
            },
            { action: 'start-persuasion', on: addDays(notice, 105) },
            {
              action: 'report-legal-problem',
              on: since,
              fields: { holdoutReason: 'legal_file', reasonNote: group.reason },
              papers: group.has,
            },
          ];
    return {
      kind: 'household-file',
      project: code,
      title: `Hộ số ${number(i)}`,
      on: opened,
      fields: {},
      illustrative: ['openedOn', 'stateSince', 'landUse', 'holderSigned', 'witnesses'],
      steps,
    };
  });
}

function graves({ code, graveHouseholds: group }: RegisteredProject): PlannedCase[] {
  if (!group) return [];
  const amounts = parts(group.totalPaidVnd, group.count);
  return range(group.count).map((i) => ({
    kind: 'grave-relocation',
    project: code,
    title: `Mộ của hộ số ${number(i)} – ${group.zone}`,
    on: day('2022-04-25'),
    fields: { zone: group.zone },
    illustrative: ['openedOn', 'noticeDays', 'kin', 'effectiveOn', 'amountVnd'],
    steps: [
      { action: 'announce', on: day('2022-05-04'), fields: { noticeDays: 30 } },
      {
        action: 'record-declaration',
        on: day('2022-06-13'),
        fields: { kin: `Thân nhân hộ số ${number(i)} (minh họa)` },
      },
      { action: 'record-inventory', on: day('2022-06-27') },
      { action: 'approve-plan', on: day('2022-09-12'), fields: { effectiveOn: '2022-09-12' } },
      {
        action: 'record-payment',
        on: day('2022-10-03'),
        fields: { amountVnd: amounts[i]! },
        note: 'Số tiền chia đều; tổng số tiền theo báo cáo.',
      },
    ],
  }));
}

function petitions(calendar: WorkCalendar): PlannedCase[] {
  const { from, to, groups } = register.petitions;
  const kinds = groups.flatMap((group) => range(group.count).map(() => group));
  // Spread over the period so that the last one is answered before the report was written.
  const span = Date.parse(to) - Date.parse(from) - 40 * 86_400_000;
  return kinds.map((group, i): PlannedCase => {
    const received = calendar.workingDayFrom(
      addDays(day(from), 10 + Math.floor((span / 86_400_000 / kinds.length) * i)),
    );
    const after = (workingDays: number) => calendar.addWorkingDays(received, workingDays);
    const complaint = group.kind === 'complaint';
    const steps: PlannedStep[] = complaint
      ? [
          { action: 'start-classification', on: after(1) },
          { action: 'classify-as-complaint', on: after(2), fields: { decisionBy: 'ward' } },
          { action: 'accept-complaint', on: after(5), fields: { decisionBy: 'ward' } },
          { action: 'withdraw-complaint', on: after(12) },
          { action: 'stop-withdrawn-complaint', on: after(15) },
          { action: 'send-suspension-decision', on: after(17) },
          { action: 'close', on: after(20) },
        ]
      : [
          { action: 'start-classification', on: after(1) },
          { action: 'classify-as-request', on: after(2) },
          { action: 'assign', on: after(3), fields: { targetDays: 15 } },
          { action: 'answer', on: after(8), fields: { answer: 'Đã trả lời bằng văn bản (nội dung minh họa).' } },
          { action: 'close', on: after(9) },
        ];
    return {
      kind: 'citizen-petition',
      on: received,
      petitioner: `Công dân ${number(i)} (minh họa)`,
      fields: {
        content: complaint
          ? 'Khiếu nại trong lĩnh vực đất đai (nội dung minh họa)'
          : 'Đề nghị giải quyết việc trong lĩnh vực đất đai (nội dung minh họa)',
        channel: 'office',
        field: group.field,
      },
      illustrative: ['openedOn', 'receivedOn', 'content', 'channel', 'decisionBy', 'targetDays', 'answer'],
      steps,
    };
  });
}
