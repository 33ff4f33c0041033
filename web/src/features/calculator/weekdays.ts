import { weekdayOf } from '../../text/format.js';
import type { Language } from '../../text/language.js';

const names: Record<Language, string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
export const longDay = (day: string, language: Language): string => names[language][weekdayOf(day)]!;
