import { areaText, moneyInWords, parseArea, priceOfArea, vnd } from '../../src/domain/money-and-area.js';

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [25, 'Hai mươi lăm đồng'],
  [50, 'Năm mươi đồng'],
  [100, 'Một trăm đồng'],
  [105, 'Một trăm linh năm đồng'],
  [111, 'Một trăm mười một đồng'],
  [1005, 'Một nghìn, không trăm linh năm đồng'],
  [1050, 'Một nghìn, không trăm năm mươi đồng'],
  [20_000, 'Hai mươi nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_001, 'Một triệu, không trăm linh một đồng'],
  [465_479_000, 'Bốn trăm sáu mươi lăm triệu, bốn trăm bảy mươi chín nghìn đồng'],
  [3_150_000_000, 'Ba tỷ, một trăm năm mươi triệu đồng'],
  [3_000_000_005, 'Ba tỷ, không trăm linh năm đồng'],
  [1_005_000_000_000, 'Một nghìn, không trăm linh năm tỷ đồng'],
  [-465_000, 'Âm bốn trăm sáu mươi lăm nghìn đồng'],
])('%d đ in words: %s', (amount, words) => {
  expect(moneyInWords(vnd(amount))).toBe(words);
});

test.each([0.5, 2 ** 53, NaN, Infinity])('%d is no amount of whole đồng', (amount) => {
  expect(() => vnd(amount)).toThrow(expect.objectContaining({ code: 'not-vnd' }));
});

test.each([
  { text: '7918.4', area: 79_184_000 },
  { text: '0', area: 0 },
  { text: '0.0001', area: 1 },
  { text: '125', area: 1_250_000 },
  { text: '999999999.9999', area: 9_999_999_999_999 },
])('$text m² is stored as $area and read back the same', ({ text, area }) => {
  expect([parseArea(text), areaText(area)]).toEqual([area, text]);
});

test('zeros after the point mean nothing', () => {
  expect(areaText(parseArea('7918.40'))).toBe('7918.4');
  expect(areaText(parseArea('7918.0'))).toBe('7918');
});

test.each([
  { text: '7.918,4', why: 'Vietnamese grouping: asked about, not guessed' },
  { text: '7918,4', why: 'comma' },
  { text: '-5', why: 'negative' },
  { text: '1.23456', why: 'finer than one cm²' },
  { text: '1e3', why: 'scientific' },
  { text: '.5', why: 'no whole part' },
  { text: '', why: 'empty' },
])('"$text" is refused: $why', ({ text }) => {
  expect(() => parseArea(text)).toThrow(expect.objectContaining({ code: 'not-an-area' }));
});

test.each([
  { area: '7918.4', price: 35_000, total: 277_144_000, why: 'exact' },
  { area: '0.1', price: 3, total: 0, why: '0.3 đ rounds down' },
  { area: '0.5', price: 1, total: 1, why: 'half a đồng rounds up' },
  { area: '0.4999', price: 1, total: 0, why: 'just under half' },
  { area: '1.1', price: 1_100_000, total: 1_210_000, why: 'binary fractions would give 1210000.0000000002' },
  { area: '999999.9999', price: 50_000_000, total: 49_999_999_995_000, why: 'the product passes 2^53 on the way' },
])('$area m² at $price đ: $total — $why', ({ area, price, total }) => {
  expect(priceOfArea(parseArea(area), vnd(price))).toBe(total);
});
