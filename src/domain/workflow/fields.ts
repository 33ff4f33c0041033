import { DomainError, type Problem } from '../errors.js';
import { parseArea, vnd } from '../money-and-area.js';
import { plainDate } from '../plain-date.js';

/** Why a household has not agreed; a case may add its own words in `reasonNote`. */
export const holdoutReasons = {
  price: 'Giá bồi thường',
  legal_file: 'Hồ sơ pháp lý',
  land_origin: 'Nguồn gốc đất',
  inheritance: 'Thừa kế',
  area_dispute: 'Chênh lệch, tranh chấp diện tích',
  house_cut_by_line: 'Chỉ giới cắt vào nhà',
  absent: 'Vắng mặt, không liên lạc được',
  mortgage: 'Đang thế chấp',
  other: 'Lý do khác',
} as const;

type FieldSpec = { vi: string } & (
  | { type: 'text' | 'day' | 'vnd' | 'area' | 'boolean' }
  | { type: 'integer'; least?: number }
  | { type: 'choice'; of: Record<string, string> }
);

const field = (vi: string, type: 'text' | 'day' | 'vnd' | 'area' | 'integer' | 'boolean') => ({ vi, type }) as const;
/** A number of days from the day after: at least one, or as many as the law gives. */
const days = (vi: string, least = 1) => ({ vi, type: 'integer', least }) as const;
const choice = <const O extends Record<string, string>>(vi: string, of: O) => ({ vi, type: 'choice', of }) as const;

/** Every field a step can ask for. Areas are text in m² (`"7918.4"`), money whole đồng, days `YYYY-MM-DD`. */
export const fieldSpecs = {
  // Projects
  investor: field('Chủ đầu tư', 'text'),
  lengthKm: field('Chiều dài (km)', 'text'),
  areaNotifiedM2: field('Diện tích thông báo thu hồi (m²)', 'area'),
  ruleSet: choice('Bộ quy định áp dụng', {
    '2013': 'Luật Đất đai 2013',
    '2024': 'Luật Đất đai 2024',
    '2026': 'NQ 254/2025 và NĐ 49/2026',
  }),
  landUse: choice('Loại đất', {
    agricultural: 'Đất nông nghiệp',
    'non-agricultural': 'Đất phi nông nghiệp',
    mixed: 'Cả hai loại',
  }),
  decisionNumber: field('Số quyết định', 'text'),
  effectiveOn: field('Ngày quyết định có hiệu lực', 'day'),
  servedOn: field('Ngày giao quyết định', 'day'),
  // Households
  /** The decision may set a longer time than the law's ten days, never a shorter (Luật Đất đai 2024 Điều 89 khoản 3). */
  enforcementDays: days('Số ngày thi hành ghi trong quyết định cưỡng chế (nếu dài hơn 10 ngày)', 10),
  noticeOn: field('Ngày ban hành thông báo thu hồi đất', 'day'),
  opinionsOn: field('Ngày tổ chức lấy ý kiến về phương án', 'day'),
  parcel: field('Tờ – thửa', 'text'),
  areaM2: field('Diện tích (m²)', 'area'),
  areaRecoveredM2: field('Diện tích thu hồi (m²)', 'area'),
  areaDonatedM2: field('Diện tích hiến (m²)', 'area'),
  amountVnd: field('Số tiền (đồng)', 'vnd'),
  holdoutReason: choice('Lý do chưa đồng ý', holdoutReasons),
  reasonNote: field('Diễn giải lý do', 'text'),
  holderSigned: field('Chủ hộ (thân nhân) có ký biên bản', 'boolean'),
  witnesses: field('Người làm chứng', 'text'),
  zone: field('Khu', 'text'),
  // Graves
  graveNumber: field('Số mộ', 'text'),
  deceased: field('Người dưới mộ', 'text'),
  kin: field('Thân nhân', 'text'),
  diedOn: field('Ngày mất (ghi như khai)', 'text'),
  buriedOn: field('Ngày an táng (ghi như khai)', 'text'),
  graveKind: choice('Loại mộ', { built: 'Mộ xây', earth: 'Mộ đất' }),
  noticeDays: days('Số ngày ghi trong thông báo'),
  plannedMoveOn: field('Ngày dự kiến bốc mộ', 'day'),
  plannedMoveLunar: field('Ngày dự kiến bốc mộ (âm lịch)', 'text'),
  newPlot: field('Vị trí mới (lô, hàng, số)', 'text'),
  // Petitions
  /** Filled in at opening: the petition laws count from the day of receipt, not of classification. */
  receivedOn: field('Ngày nhận đơn', 'day'),
  content: field('Nội dung', 'text'),
  channel: choice('Nơi nhận', {
    reception: 'Buổi tiếp công dân',
    post: 'Bưu điện',
    office: 'Bộ phận một cửa',
    'board-or-deputy': 'Ban tiếp công dân, đại biểu chuyển đến',
    'transferred-in': 'Cơ quan khác chuyển đến',
    online: 'Trực tuyến',
  }),
  field: choice('Lĩnh vực', {
    land: 'Đất đai',
    construction: 'Xây dựng',
    environment: 'Môi trường',
    policy: 'Chính sách',
    other: 'Khác',
  }),
  letters: field('Số đơn', 'integer'),
  matters: field('Số vụ việc', 'integer'),
  anonymous: field('Đơn nặc danh', 'boolean'),
  protectSender: field('Người tố cáo cần được bảo vệ', 'boolean'),
  decisionBy: choice('Người ban hành quyết định bị khiếu nại', { ward: 'UBND phường', other: 'Cơ quan khác' }),
  denounced: choice('Người bị tố cáo', {
    'ward-staff': 'Cán bộ, công chức phường',
    outsider: 'Cá nhân, tổ chức vi phạm trong lĩnh vực phường quản lý',
    'ward-leader': 'Chủ tịch, Phó Chủ tịch phường',
    other: 'Người do cơ quan khác quản lý',
  }),
  decisionDate: field('Ngày của quyết định, hành vi bị khiếu nại', 'day'),
  competentBody: field('Cơ quan có thẩm quyền', 'text'),
  targetDays: days('Hạn nội bộ (ngày)'),
  answer: field('Nội dung trả lời', 'text'),
  finding: choice('Kết quả', { right: 'Đúng', 'partly-right': 'Đúng một phần', wrong: 'Sai' }),
  reason: field('Lý do', 'text'),
  returnOn: field('Ngày dự kiến tiếp tục', 'day'),
  grade: choice('Mức độ', { complex: 'Phức tạp', 'especially-complex': 'Đặc biệt phức tạp' }),
  dialogueOn: field('Ngày đối thoại', 'day'),
  // What a decision or conclusion brings, and what was carried out of it (Thông tư 02/2021/TT-TTCP, Biểu KQGQ)
  stateMoneyVnd: field('Kiến nghị thu hồi cho Nhà nước: tiền (đồng)', 'vnd'),
  stateLandM2: field('Kiến nghị thu hồi cho Nhà nước: đất (m²)', 'area'),
  peopleMoneyVnd: field('Kiến nghị trả lại cho công dân: tiền (đồng)', 'vnd'),
  peopleLandM2: field('Kiến nghị trả lại cho công dân: đất (m²)', 'area'),
  peopleHelped: field('Số người được trả lại quyền lợi', 'integer'),
  leadersToDiscipline: field('Kiến nghị xử lý: số cán bộ lãnh đạo', 'integer'),
  staffToDiscipline: field('Kiến nghị xử lý: số công chức, viên chức', 'integer'),
  mattersToPolice: field('Chuyển cơ quan điều tra: số vụ', 'integer'),
  personsToPolice: field('Chuyển cơ quan điều tra: số người', 'integer'),
  stateMoneyDoneVnd: field('Đã thu hồi cho Nhà nước đến nay: tiền (đồng)', 'vnd'),
  stateLandDoneM2: field('Đã thu hồi cho Nhà nước đến nay: đất (m²)', 'area'),
  peopleMoneyDoneVnd: field('Đã trả lại cho công dân đến nay: tiền (đồng)', 'vnd'),
  peopleLandDoneM2: field('Đã trả lại cho công dân đến nay: đất (m²)', 'area'),
  officialsHandled: field('Số cán bộ, công chức đã xử lý đến nay', 'integer'),
  // Reception
  sessionOn: field('Ngày tiếp công dân', 'day'),
  host: field('Người tiếp', 'text'),
  delegated: field('Tiếp theo ủy quyền', 'boolean'),
  visitors: field('Số lượt người', 'integer'),
  conclusion: field('Kết luận', 'text'),
} as const satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof fieldSpecs;
export type Fields = Partial<Record<FieldName, string | number | boolean>>;
/** What each field may hold; of a choice, one of its keys. */
export type FieldValues = {
  [N in FieldName]: (typeof fieldSpecs)[N] extends { of: infer Choices } ? keyof Choices : string | number | boolean;
};

/** A value as the officer reads it: `right` is "Đúng". */
export function valueInWords(name: FieldName, value: string | number | boolean): string {
  const spec: FieldSpec = fieldSpecs[name];
  if (spec.type === 'choice') return spec.of[String(value)] ?? String(value);
  return typeof value === 'boolean' ? (value ? 'có' : 'không') : String(value);
}

/** The fields of a request, each checked against its kind. Everything wrong is told at once. */
export function checkFields(given: Record<string, unknown>): { fields: Fields; problems: Problem[] } {
  const fields: Fields = {};
  const problems: Problem[] = [];
  for (const [name, typed] of Object.entries(given)) {
    const spec: FieldSpec | undefined = Object.hasOwn(fieldSpecs, name) ? fieldSpecs[name as FieldName] : undefined;
    // Spaces alone say nothing: they name no witness.
    const value = spec?.type === 'text' && typeof typed === 'string' ? typed.trim() : typed;
    const problem = spec ? fieldProblem(spec, value) : 'không có trường này';
    if (problem)
      problems.push({
        code: spec ? 'bad-field' : 'unknown-field',
        field: name,
        detail: `${spec?.vi ?? name}: ${problem}.`,
      });
    else if (value !== null && value !== '') fields[name as FieldName] = value as string | number | boolean;
  }
  return { fields, problems };
}

function fieldProblem(spec: FieldSpec, value: unknown): string | undefined {
  if (value === null || value === '') return undefined;
  try {
    switch (spec.type) {
      case 'text':
        return typeof value === 'string' && value.length <= 4000 ? undefined : 'phải là chữ, tối đa 4000 ký tự';
      case 'boolean':
        return typeof value === 'boolean' ? undefined : 'chỉ nhận đúng hoặc sai (true/false)';
      case 'integer':
        return Number.isSafeInteger(value) && (value as number) >= (spec.least ?? 0) && (value as number) <= 1_000_000
          ? undefined
          : spec.least
            ? `phải là số nguyên từ ${spec.least} trở lên`
            : 'phải là số nguyên không âm';
      case 'choice':
        return typeof value === 'string' && Object.hasOwn(spec.of, value)
          ? undefined
          : `chọn một trong: ${Object.entries(spec.of)
              .map(([k, vi]) => `${k} (${vi})`)
              .join(', ')}`;
      case 'day':
        if (typeof value !== 'string') return 'nhập ngày dạng năm-tháng-ngày, ví dụ 2023-06-15';
        plainDate(value);
        return undefined;
      case 'vnd':
        if (typeof value !== 'number') return 'phải là số nguyên đồng';
        return vnd(value) >= 0 ? undefined : 'không được âm';
      case 'area':
        if (typeof value !== 'string') return 'nhập dưới dạng chữ để giữ đúng phần lẻ, ví dụ "7918.4"';
        parseArea(value);
        return undefined;
    }
  } catch (error) {
    if (error instanceof DomainError) return error.message.replace(/\.$/, '');
    throw error;
  }
}
