/** Names, places and matters as a ward writes them; none is of a real person. */
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Bùi', 'Đinh', 'Quách', 'Vũ', 'Đặng', 'Đỗ', 'Hà', 'Xa', 'Lường'];
const middle = ['Văn', 'Thị', 'Đức', 'Hữu', 'Thanh', 'Minh', 'Ngọc', 'Công', 'Xuân', 'Thu'];
const given = [
  ...['An', 'Bình', 'Cường', 'Dũng', 'Đông', 'Giang', 'Hạnh', 'Hiền', 'Hòa', 'Hùng', 'Hương', 'Khánh', 'Lan', 'Liên'],
  ...['Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quang', 'Quý', 'Sơn', 'Thảo', 'Thắng', 'Tiến', 'Tuấn', 'Vân', 'Yến'],
];

export const personName = ({ pick }) => `${pick(family)} ${pick(middle)} ${pick(given)}`;

/** A ward's 21 residential groups. */
export const groups = [
  ...['Soi', 'Xốp', 'Mòng', 'Hang Đồi', 'Đồi Mu', 'Cầu Sơn', 'Năm Lu', 'Đồng Tâm', 'Tân Sơn', 'Liên Khuê', 'Mỏ Ngô'],
  ...['Đầm Đa', 'Rổng Vòng', 'Suối Cỏ', 'Đồng Sương', 'Hui', 'Suối Rè', 'Gừa', 'Trại Mới', 'Quán Trắng', 'Cố Thổ'],
];

export const projectNames = ['Khu dân cư', 'Đường vào cụm công nghiệp', 'Mở rộng trường học', 'Kè suối', 'Khu đô thị'];

/** What petitions are about; every twentieth or so speaks of graves. */
export const matters = [
  'Đề nghị xem lại giá bồi thường đất trồng cây lâu năm',
  'Khiếu nại việc kiểm đếm thiếu cây cối, hoa màu trên đất',
  'Tranh chấp ranh giới thửa đất với hộ liền kề',
  'Phản ánh bụi và tiếng ồn của xe chở vật liệu',
  'Đề nghị cấp giấy chứng nhận quyền sử dụng đất',
  'Tố cáo cán bộ thôn thu tiền không có biên lai',
  'Kiến nghị sửa đường vào khu sản xuất',
  'Đề nghị bố trí tái định cư cho hộ còn lại',
  'Phản ánh việc xây dựng không phép',
  'Đề nghị di chuyển mồ mả ra khỏi vùng dự án',
  'Kiến nghị về chế độ bảo trợ xã hội',
];
