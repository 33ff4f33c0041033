import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import type { Role } from '../domain/workflow/workflow.js';
import type { Scope } from '../platform/officer.js';
import type { ColumnType } from './parse-value.js';

export const importKinds = ['households', 'graves', 'petitions', 'payments', 'accounts'] as const;
export type ImportKind = (typeof importKinds)[number];

export interface Column {
  /** A field of the case under its own name, or one of the columns below. */
  name: string;
  vi: string;
  en: string;
  /** Other headers it is known by, as people write them; accents, case, spaces and line breaks do not matter. */
  also: readonly string[];
  read: ColumnType;
  /** An example for the sample workbook. */
  example: string | number;
  required?: true;
}

const column = (
  name: string,
  [vi, en]: readonly [string, string],
  read: ColumnType | Exclude<ColumnType['type'], 'choice'>,
  example: string | number,
  also: readonly string[] = [],
): Column => ({ name, vi, en, also, example, read: typeof read === 'string' ? { type: read } : read });
const required = (of: Column): Column => ({ ...of, required: true });
const choiceOf = (name: FieldName): ColumnType => ({
  type: 'choice',
  of: (fieldSpecs[name] as unknown as { of: Record<string, string> }).of,
});

const code = column('code', ['Mã hồ sơ', 'Case code'], 'text', '', ['Số hồ sơ', 'Mã HS', 'Mã']);
const project = column('project', ['Dự án', 'Project'], 'text', 'DA-2023-0001', [
  'Mã dự án',
  'Tên dự án',
  'Công trình',
]);
const idNumber = column('idNumber', ['Số CCCD', 'Identity number'], 'identity', '001088012345', [
  ...['CCCD', 'CMND', 'CCCD/CMND', 'Số CMND', 'Số định danh', 'Số căn cước', 'Căn cước công dân', 'Số CMND/CCCD'],
]);
const phone = column('phone', ['Điện thoại', 'Telephone'], 'phone', '0912345678', [
  ...['Số điện thoại', 'SĐT', 'ĐT', 'Điện thoại liên hệ'],
]);
const address = column('address', ['Địa chỉ', 'Address'], 'text', 'Tổ dân phố Soi', [
  ...['Nơi ở', 'Địa chỉ thường trú', 'Chỗ ở', 'Nơi thường trú'],
]);
const group = column('group', ['Tổ dân phố', 'Residential group'], 'text', 'Soi', [
  'TDP',
  'Tổ',
  'Thôn',
  'Xóm',
  'Khu phố',
]);
const openedOn = column('openedOn', ['Ngày mở hồ sơ', 'Opened on'], 'day', '15/06/2023', ['Ngày lập hồ sơ']);
const state = column('state', ['Trạng thái', 'State'], 'text', '', ['Tình trạng', 'Kết quả', 'Tiến độ']);
const amountVndNames = ['Số tiền (đồng)', 'Amount (đồng)'] as const;
const amountVnd = column('amountVnd', amountVndNames, 'money', '465.479.000', [
  ...['Số tiền', 'Thành tiền', 'Tổng tiền', 'Tiền bồi thường', 'Kinh phí', 'Số tiền bồi thường', 'Giá trị bồi thường'],
]);
const parcel = column('parcel', ['Tờ – thửa', 'Parcel'], 'parcel', '12-5', [
  ...['Tờ thửa', 'Thửa đất', 'Số tờ, số thửa', 'Tờ bản đồ - số thửa', 'Thửa', 'Số thửa'],
]);
// As the screens call them; workbooks made earlier say it in other words.
const roleNames: Readonly<Record<Role, string>> = {
  clerk: 'Công chức tiếp công dân',
  officer: 'Cán bộ địa chính',
  supervisor: 'Lãnh đạo',
  auditor: 'Kiểm tra',
  admin: 'Quản trị',
};
const scopeNames: Readonly<Record<Scope, string>> = {
  unit: 'Cả đơn vị',
  groups: 'Một số tổ dân phố',
  own: 'Chỉ hồ sơ được giao',
};
const earlierScopeNames = { groups: ['Theo tổ dân phố'], own: ['Việc của mình'] };
const zone = column('zone', ['Khu', 'Zone'], 'text', 'Khu 1', ['Khu vực']);

/** What each kind of import reads. Names that are fields of the case go into its fields. */
export const columnsOf: Readonly<Record<ImportKind, readonly Column[]>> = {
  households: [
    code,
    project,
    required(
      column('name', ['Họ tên chủ hộ', 'Holder'], 'text', 'Bùi Văn An', [
        ...[
          'Họ và tên',
          'Họ tên',
          'Chủ hộ',
          'Tên chủ hộ',
          'Họ và tên chủ hộ',
          'Họ tên chủ sử dụng đất',
          'Chủ sử dụng đất',
          'Tên hộ',
          'Người sử dụng đất',
        ],
      ]),
    ),
    idNumber,
    phone,
    address,
    group,
    parcel,
    column('areaM2', ['Diện tích (m²)', 'Area (m²)'], 'area', '7.918,4', [
      ...['Diện tích', 'Diện tích thửa đất', 'Tổng diện tích', 'DT (m2)'],
    ]),
    column('areaRecoveredM2', ['Diện tích thu hồi (m²)', 'Area recovered (m²)'], 'area', '1.355,9', [
      ...['Diện tích thu hồi', 'DT thu hồi', 'Thu hồi (m2)', 'Thu hồi'],
    ]),
    column('landUse', ['Loại đất', 'Land use'], choiceOf('landUse'), 'Đất nông nghiệp', ['Mục đích sử dụng']),
    zone,
    amountVnd,
    openedOn,
    state,
  ],
  graves: [
    code,
    project,
    required(column('graveNumber', ['Số mộ', 'Grave number'], 'text', 'M-12', ['Số hiệu mộ', 'Mộ số', 'Ký hiệu mộ'])),
    column('deceased', ['Người dưới mộ', 'Deceased'], 'text', 'Bùi Văn Cổ', ['Tên người mất', 'Họ tên người mất']),
    column('kin', ['Thân nhân', 'Kin'], 'text', 'Bùi Văn An', ['Chủ mộ', 'Người đại diện', 'Thân nhân mộ']),
    column('diedOn', ['Ngày mất (ghi như khai)', 'Died (as told)'], 'told', '12 tháng Chạp 1968', [
      'Ngày mất',
      'Năm mất',
    ]),
    column('buriedOn', ['Ngày an táng (ghi như khai)', 'Buried (as told)'], 'told', '1968', [
      'Ngày an táng',
      'Năm chôn',
    ]),
    column('graveKind', ['Loại mộ', 'Kind of grave'], choiceOf('graveKind'), 'Mộ đất', []),
    group,
    zone,
    amountVnd,
    openedOn,
    state,
  ],
  petitions: [
    code,
    required(
      column('receivedOn', ['Ngày nhận đơn', 'Received on'], 'day', '15/06/2023', [
        'Ngày nhận',
        'Ngày đến',
        'Ngày tiếp nhận',
      ]),
    ),
    column('name', ['Người gửi đơn', 'Petitioner'], 'text', 'Bùi Văn An', [
      ...['Họ tên', 'Họ và tên', 'Người nộp đơn', 'Người khiếu nại', 'Tên người gửi', 'Công dân'],
    ]),
    idNumber,
    phone,
    address,
    required(
      column('content', ['Nội dung', 'Content'], 'text', 'Đề nghị đo lại ranh giới thửa đất', [
        'Nội dung đơn',
        'Trích yếu',
      ]),
    ),
    column('variant', ['Loại đơn', 'Kind of petition'], 'text', 'Kiến nghị', ['Phân loại', 'Phân loại đơn']),
    column('channel', ['Nơi nhận', 'Received at'], choiceOf('channel'), 'Bộ phận một cửa', ['Nguồn đơn', 'Kênh nhận']),
    column('field', ['Lĩnh vực', 'Field'], choiceOf('field'), 'Đất đai', []),
    column('anonymous', ['Đơn nặc danh', 'Anonymous'], 'boolean', 'không', ['Nặc danh']),
    group,
    state,
  ],
  payments: [
    code,
    project,
    column('name', ['Họ tên chủ hộ', 'Holder'], 'text', 'Bùi Văn An', [
      'Họ và tên',
      'Họ tên',
      'Người nhận tiền',
      'Chủ hộ',
    ]),
    idNumber,
    parcel,
    required(
      column('amountVnd', amountVndNames, 'money', '465.479.000', [
        'Số tiền',
        'Số tiền đã trả',
        'Thực nhận',
        'Thành tiền',
      ]),
    ),
    required(
      column('paidOn', ['Ngày chi trả', 'Paid on'], 'day', '15/06/2023', ['Ngày trả', 'Ngày nhận tiền', 'Ngày chi']),
    ),
    required(
      column('receipt', ['Số phiếu chi', 'Receipt number'], 'text', 'PC-15', ['Phiếu chi', 'Số chứng từ', 'Số phiếu']),
    ),
  ],
  accounts: [
    required(column('login', ['Tên đăng nhập', 'Login'], 'text', 'nguyen.an', ['Tài khoản', 'Login', 'User'])),
    required(column('name', ['Họ tên', 'Name'], 'text', 'Nguyễn Thị An', ['Họ và tên', 'Tên'])),
    column('email', ['Thư điện tử', 'E-mail'], 'text', 'an@phuong.example', ['Email', 'E-mail', 'Hòm thư']),
    required(
      column(
        'role',
        ['Vai trò', 'Role'],
        { type: 'choice', of: roleNames, also: { clerk: ['Công chức tiếp dân'] } },
        'Cán bộ địa chính',
        ['Chức vụ', 'Quyền'],
      ),
    ),
    column('scope', ['Phạm vi', 'Scope'], { type: 'choice', of: scopeNames, also: earlierScopeNames }, 'Cả đơn vị', []),
  ],
};

export const columnOf = (kind: ImportKind, name: string): Column | undefined =>
  columnsOf[kind].find((each) => each.name === name);
