import { requireGoodPassword } from '../../src/people/password-policy.js';

const owner = { login: 'le.thi-mau', name: 'Lê Thị Mẫu', unitName: 'UBND phường Lương Sơn' };
const codeOf = (password: string) =>
  requireGoodPassword(password, owner, 'password').then(
    () => undefined,
    ({ code }: { code: string }) => code,
  );

test.each([
  ['mười hai ký tự có dấu đếm theo chữ', 'tôi ưa cà phê', undefined],
  ['một chữ thiếu, dù gõ rời dấu', 'tôi ưa cà ph'.slice(0, 11).normalize('NFD'), 'password-short'],
  ['chữ tượng hình, biểu tượng đều được', '🌾🐃🛶🌊🏞🌋🗻🏝🌅🌄🌠🎑', undefined],
  [
    'một trăm hai mươi tám ký tự',
    Array.from({ length: 60 }, (_, i) => i)
      .join(' ')
      .slice(0, 128),
    undefined,
  ],
  ['quá dài', 'x1'.repeat(65), 'password-long'],
  ['có trong danh sách, viết hoa', 'UnbelievAble', 'password-common'],
  ['danh sách thêm số', 'football2024!!', 'password-common'],
  ['hai mật khẩu hay dùng ghép lại', 'dragonmonkey', 'password-common'],
  ['có dấu cũng là từ ấy', 'mật khẩu 123456', 'password-common'],
  ['lặp lại', 'abcabcabcabc', 'password-common'],
  ['tên người', 'Lê Thị Mẫu 90', 'password-personal'],
  ['tên đăng nhập', 'le.thi-mau@2026', 'password-personal'],
  ['tên đơn vị', 'phuong luong son', 'password-personal'],
  ['tên phần mềm', 'MatBang@2026', 'password-personal'],
  ['có tên đơn vị nhưng còn nhiều chữ khác', 'sáng nào ở lương sơn cũng mưa', undefined],
  ['bốn từ thường', 'ngua pin dung ghim', undefined],
])('%s', async (_, password, code) => {
  expect(await codeOf(password)).toBe(code);
});
