import { DomainError } from './errors.js';

/** Whole đồng. A parcel can pass 3 billion, so 2^31 is not enough; 2^53 is. */
export type Vnd = number;

export function vnd(value: number): Vnd {
  if (!Number.isSafeInteger(value))
    throw new DomainError('not-vnd', `Số tiền phải là số nguyên đồng, không có phần lẻ (đã nhập: ${value}).`);
  return value;
}

/** Stored unit of area: 1/10,000 m² (one cm²), so that sums are integer sums on every database. */
export type SquareCentimetres = number;

/** `"7918.4"` m² → 79184000 cm². At most four decimals; a comma or grouping is asked about, never guessed. */
export function parseArea(text: string): SquareCentimetres {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match)
    throw new DomainError(
      'not-an-area',
      `Diện tích "${text}" chưa đúng. Hãy nhập số m² với dấu chấm thập phân, tối đa 4 chữ số lẻ, ví dụ 7918.4.`,
    );
  return Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
}

/** 79184000 cm² → `"7918.4"` m², exact. */
export function areaText(area: SquareCentimetres): string {
  const fraction = String(area % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(area / 10_000)}${fraction && `.${fraction}`}`;
}

/** Area × price per m², exact; a fraction of a đồng is rounded half up, as payment lists do. */
export function priceOfArea(area: SquareCentimetres, pricePerM2: Vnd): Vnd {
  return vnd(Number((BigInt(area) * BigInt(pricePerM2) + 5_000n) / 10_000n));
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const scales = ['', 'nghìn', 'triệu'];

function threeDigits(n: number, leading: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [];
  if (hundreds > 0 || !leading) words.push(digits[hundreds]!, 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digits[tens]!, 'mươi');
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(digits[ones]!);
  return words.join(' ');
}

function words(n: bigint, leading: boolean): string {
  if (n >= 1_000_000_000n) {
    const rest = n % 1_000_000_000n;
    return `${words(n / 1_000_000_000n, leading)} tỷ${rest > 0n ? `, ${words(rest, false)}` : ''}`;
  }
  const groups = [Number(n / 1_000_000n), Number((n / 1_000n) % 1_000n), Number(n % 1_000n)];
  const said: string[] = [];
  groups.forEach((group, i) => {
    if (group > 0) said.push(`${threeDigits(group, leading && said.length === 0)} ${scales[2 - i]!}`.trim());
  });
  return said.join(', ');
}

/** `Bốn trăm sáu mươi lăm triệu, bốn trăm bảy mươi chín nghìn đồng`, as written on payment papers. */
export function moneyInWords(amount: Vnd): string {
  const text = amount === 0 ? 'không' : words(BigInt(Math.abs(amount)), true);
  const signed = `${amount < 0 ? 'âm ' : ''}${text} đồng`;
  return signed.charAt(0).toUpperCase() + signed.slice(1);
}
