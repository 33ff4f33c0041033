/** One field a template may hold, as the officer writes it between braces. */
export interface LetterField {
  name: string;
  meaning: string;
  example: string;
  /** Typed in when the letter is written: the case does not know it. */
  typed?: true;
}

/** A part that comes again for each of several, between `{#…}` and `{/…}`; most often a row of a table. */
export interface LetterLoop {
  name: string;
  meaning: string;
  fields: readonly LetterField[];
}

const field = (name: string, meaning: string, example: string): LetterField => ({ name, meaning, example });
const typed = (name: string, meaning: string, example: string): LetterField => ({
  name,
  meaning,
  example,
  typed: true,
});

/** Every field, by subject. What is written here is what the page of fields shows and what a template is checked by. */
export const fieldGroups = {
  'Văn bản': [
    field('Cơ quan cấp trên', 'Cơ quan chủ quản, dòng đầu bên trái', 'Ủy ban nhân dân thành phố Sông Công'),
    field('Tên đơn vị ở đầu văn bản', 'Cơ quan ban hành, viết thành hai dòng', 'Ủy ban nhân dân / phường Lương Sơn'),
    field('Tên đơn vị', 'Cơ quan ban hành, viết đầy đủ', 'Ủy ban nhân dân phường Lương Sơn'),
    field('Địa danh', 'Nơi ban hành', 'Lương Sơn'),
    field('Số văn bản', 'Số lấy trong sổ văn bản đi', '12'),
    field('Ký hiệu', 'Ký hiệu của loại văn bản', 'TB-UBND'),
    field('Địa danh và ngày tháng', 'Dòng địa danh, ngày, tháng, năm', 'Lương Sơn, ngày 05 tháng 02 năm 2026'),
    field('Ngày văn bản', 'Ngày ban hành', '05/02/2026'),
    field('Thể thức ký', 'Quyền hạn, chức vụ của người ký; có thể nhiều dòng', 'TM. ỦY BAN NHÂN DÂN'),
    field('Người ký', 'Họ tên người ký', 'Nguyễn Văn A'),
  ],
  'Hồ sơ': [
    field('Mã hồ sơ', 'Mã của hồ sơ trên hệ thống', 'DT-2023-0012'),
    field('Tên hồ sơ', 'Tên gọi của hồ sơ', 'Hộ Trần Thị B'),
    field('Tình trạng', 'Bước hiện nay của hồ sơ', 'Đang xác minh'),
    field('Cán bộ thụ lý', 'Người phụ trách hồ sơ', 'Lê Văn C'),
    field('Tổ dân phố', 'Tổ dân phố ghi trong hồ sơ', 'Tân Sơn'),
    field('Ngày mở hồ sơ', 'Ngày vào sổ', '15/06/2023'),
    field('Ngày hết hạn', 'Ngày đến hạn của thời hạn mà văn bản này nói tới', '15/07/2023'),
    field('Căn cứ thời hạn', 'Điều, khoản quy định thời hạn ấy', 'Điều 28 Luật Khiếu nại 2011'),
  ],
  'Đơn thư': [
    field('Người gửi đơn', 'Họ tên người đứng đơn', 'Nguyễn Văn D'),
    field('Địa chỉ người gửi đơn', 'Địa chỉ của người đứng đơn', 'TDP Tân Sơn, phường Lương Sơn'),
    field('Điện thoại người gửi đơn', 'Số điện thoại của người đứng đơn', '0912 345 678'),
    field('Người khiếu nại', 'Như người gửi đơn, nhưng để trống với đơn tố cáo', 'Nguyễn Văn D'),
    field('Loại đơn', 'Khiếu nại, tố cáo, kiến nghị, phản ánh hoặc đề nghị', 'khiếu nại'),
    field('Ngày nhận đơn', 'Ngày đơn đến đơn vị', '15/06/2023'),
    field('Nơi nhận đơn', 'Đơn đến bằng đường nào', 'Bưu điện'),
    field('Lĩnh vực', 'Lĩnh vực của đơn', 'Đất đai'),
    field('Nội dung đơn', 'Tóm tắt nội dung', 'Đề nghị đo lại diện tích thửa đất'),
    field('Cơ quan có thẩm quyền', 'Nơi có thẩm quyền giải quyết', 'UBND thành phố Sông Công'),
    field('Lý do', 'Lý do ghi trong hồ sơ ở bước gần nhất', 'Cần chờ kết quả đo đạc'),
    field('Mức độ', 'Mức độ phức tạp', 'Phức tạp'),
    field('Ngày đối thoại', 'Ngày tổ chức đối thoại', '20/06/2023'),
    field('Ngày dự kiến tiếp tục', 'Ngày dự kiến giải quyết tiếp', '20/07/2023'),
  ],
  'Đất và bồi thường': [
    field('Chủ hộ', 'Người có đất', 'Trần Thị B'),
    field('Địa chỉ chủ hộ', 'Địa chỉ của người có đất', 'TDP Ngân, phường Lương Sơn'),
    field('Dự án', 'Tên dự án', 'Khu dân cư số 1'),
    field('Chủ đầu tư', 'Chủ đầu tư của dự án', 'Ban Quản lý dự án thành phố'),
    field('Tờ - thửa', 'Số tờ bản đồ và số thửa', '12-5'),
    field('Loại đất', 'Loại đất', 'Đất nông nghiệp'),
    field('Diện tích', 'Diện tích thửa đất (m²)', '1.355,9'),
    field('Diện tích thu hồi', 'Diện tích thu hồi (m²)', '791,4'),
    field('Diện tích hiến', 'Diện tích hiến (m²)', '40'),
    field('Số tiền', 'Số tiền bồi thường, hỗ trợ (đồng)', '465.479.000'),
    field(
      'Số tiền bằng chữ',
      'Số tiền ấy viết bằng chữ',
      'Bốn trăm sáu mươi lăm triệu, bốn trăm bảy mươi chín nghìn đồng',
    ),
    field('Lý do chưa đồng ý', 'Lý do ghi trong hồ sơ', 'Giá bồi thường'),
    field('Diễn giải lý do', 'Lời của hộ', 'Đề nghị áp giá theo mặt đường'),
    field('Người làm chứng', 'Người làm chứng ghi trong hồ sơ', 'Phạm Văn E'),
  ],
  Mộ: [
    field('Số mộ', 'Số đánh cho mộ', '17'),
    field('Người dưới mộ', 'Tên người dưới mộ, nếu biết', 'Cụ Nguyễn Thị G'),
    field('Loại mộ', 'Mộ xây hoặc mộ đất', 'Mộ đất'),
    field('Thân nhân', 'Người đứng ra kê khai', 'Nguyễn Văn H'),
    field('Địa chỉ thân nhân', 'Địa chỉ của thân nhân', 'TDP Cừ, phường Lương Sơn'),
    field('Ngày bốc mộ', 'Ngày dự kiến bốc mộ', '12/12/2023'),
    field('Ngày bốc mộ (âm lịch)', 'Ngày ấy theo âm lịch', '30 tháng 10 năm Quý Mão'),
    field('Vị trí mới', 'Lô, hàng, số ở nghĩa trang mới', 'Lô B, hàng 3, số 12'),
  ],
  'Nhập khi soạn': [
    typed('Giờ', 'Giờ làm việc', '8 giờ 30 phút'),
    typed('Địa điểm', 'Nơi làm việc', 'Hội trường UBND phường'),
    typed('Ngày làm việc', 'Ngày diễn ra buổi làm việc', '20/06/2023'),
    typed('Thành phần tham dự', 'Những người dự', 'Ông Lê Văn C, công chức địa chính; bà Phạm Thị K, Mặt trận Tổ quốc'),
    typed('Nội dung làm việc', 'Diễn biến buổi làm việc', 'Cán bộ giải thích phương án; hộ nêu ý kiến'),
    typed('Ý kiến của người dân', 'Ý kiến của hộ, của người gửi đơn', 'Đồng ý nhận tiền trước ngày 30/6'),
    typed('Kết luận', 'Kết luận của buổi làm việc', 'Hai bên thống nhất kiểm đếm ngày 25/6'),
    typed('Tài liệu kèm theo', 'Giấy tờ gửi hoặc nhận kèm', '01 bản sao giấy chứng nhận'),
    typed('Tài liệu niêm yết', 'Văn bản được niêm yết', 'Dự thảo phương án bồi thường'),
    typed('Nơi niêm yết', 'Địa điểm niêm yết', 'Trụ sở UBND phường và nhà văn hóa TDP Ngân'),
    typed('Ngày bắt đầu niêm yết', 'Từ ngày', '01/06/2023'),
    typed('Ngày kết thúc niêm yết', 'Đến ngày', '21/06/2023'),
    typed('Thời gian gia hạn', 'Gia hạn thêm bao lâu', '30 ngày'),
    typed('Số giấy tờ tùy thân', 'Số CCCD của người nhận', '019 0xx xxx xxx'),
    typed('Người chi trả', 'Người giao tiền', 'Lê Văn C'),
  ],
} as const satisfies Record<string, readonly LetterField[]>;

/** Rows: as many as the case has. */
export const letterLoops: readonly LetterLoop[] = [
  {
    name: 'Căn cứ',
    meaning: 'Các căn cứ pháp lý của văn bản, lấy trong bộ thời hạn theo luật',
    fields: [field('Quy định', 'Điều, khoản và văn bản', 'Điều 28 Luật Khiếu nại 2011 (02/2011/QH13)')],
  },
  {
    name: 'Thửa đất',
    meaning: 'Mỗi thửa một dòng',
    fields: [
      field('Tờ - thửa', 'Số tờ, số thửa', '12-5'),
      field('Diện tích thửa', 'm²; để trống khi hồ sơ chỉ ghi tổng', '1.355,9'),
    ],
  },
  {
    name: 'Những người',
    meaning: 'Mọi người ghi trong hồ sơ',
    fields: [
      field('Họ tên', 'Họ và tên', 'Trần Thị B'),
      field('Vai trò', 'Người có đất, thân nhân, người gửi đơn, người cùng ký', 'Người có đất'),
      field('Địa chỉ', 'Địa chỉ', 'TDP Ngân'),
      field('Điện thoại', 'Số điện thoại', '0912 345 678'),
    ],
  },
  {
    name: 'Thời hạn',
    meaning: 'Các thời hạn của hồ sơ',
    fields: [
      field('Tên thời hạn', 'Việc phải làm', 'Giải quyết khiếu nại lần đầu'),
      field('Tính từ ngày', 'Ngày bắt đầu', '15/06/2023'),
      field('Đến hạn ngày', 'Ngày đến hạn', '15/07/2023'),
      field('Quy định', 'Điều, khoản và văn bản', 'Điều 28 Luật Khiếu nại 2011'),
    ],
  },
  {
    name: 'Lần tiếp xúc',
    meaning: 'Các lần thăm hộ, vận động, đối thoại đã ghi',
    fields: [
      field('Ngày tiếp xúc', 'Ngày', '10/06/2023'),
      field('Hình thức', 'Thăm hộ, vận động, đối thoại, đề nghị giá', 'Vận động'),
      field('Lý do nêu', 'Lý do hộ nêu', 'Giá bồi thường'),
      field('Ghi chú', 'Ghi chú của cán bộ', 'Hẹn trả lời sau'),
    ],
  },
  {
    name: 'Giấy tờ',
    meaning: 'Giấy tờ đã có trong hồ sơ',
    fields: [
      field('Tên giấy tờ', 'Loại giấy tờ', 'Biên bản kiểm đếm'),
      field('Số giấy tờ', 'Số', '15/BB'),
      field('Ngày giấy tờ', 'Ngày', '01/06/2023'),
    ],
  },
];

export const letterFields: readonly LetterField[] = Object.values(fieldGroups).flat();

/**
 * How names are compared: composed, without case, single spaces; every dash is a dash, and what has no width (it comes
 * with text pasted from web pages and PDF files) is not there.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('vi');

const scalars = new Map(letterFields.map((each) => [nameKey(each.name), each]));
const loops = new Map(letterLoops.map((each) => [nameKey(each.name), each]));
export const fieldNamed = (name: string): LetterField | undefined => scalars.get(nameKey(name));
export const loopNamed = (name: string): LetterLoop | undefined => loops.get(nameKey(name));
