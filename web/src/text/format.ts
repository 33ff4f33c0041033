/** How values are written, the same in both languages: dd/mm/yyyy, 465.479.000 ₫, 7.918,4 m². */

/** `2023-06-15` → `15/06/2023`. */
export const day = (text: string | null | undefined): string =>
  text ? `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}` : '';

const hoChiMinh = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
/** An instant in the ward's time zone: `15/06/2023 08:30`. */
export const moment = (instant: string | null | undefined): string =>
  instant ? hoChiMinh.format(new Date(instant)).replace(',', '') : '';

export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
export const money = (vnd: number | null | undefined): string =>
  vnd === null || vnd === undefined ? '' : `${count(vnd)} ₫`;

/** `"7918.4"` or `7918.4` → `7.918,4 m²`. */
export function area(squareMetres: string | number | null | undefined): string {
  if (squareMetres === null || squareMetres === undefined || squareMetres === '') return '';
  const [whole, fraction] = String(squareMetres).split('.');
  return `${count(Number(whole))}${fraction ? `,${fraction}` : ''} m²`;
}

/** `Điều 69, Luật Đất đai 2013`; of a whole act, which names no article, the act alone. */
export const lawOf = ({ article, act }: { article: string; act: string }): string =>
  [article, act].filter((part) => part !== '—').join(', ');

/** Days from one legal day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A legal day some days later, or earlier when `days` is negative. */
export const addDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** 0 Monday … 6 Sunday, as the weeks are drawn. */
export const weekdayOf = (on: string): number => (new Date(on).getUTCDay() + 6) % 7;

/** Lower-case, without accents, for matching what is typed. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
