import type { Language } from '../../text/language.js';

const dayMs = 86_400_000;
export const shift = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10);
/** 0 Monday … 6 Sunday. */
export const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

const names: Record<Language, string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
export const longDay = (day: string, language: Language): string => names[language][weekday(day)]!;
