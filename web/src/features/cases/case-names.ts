import { area, count, day, money } from '../../text/format.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useLanguage } from '../../text/language.js';
import { englishActs, englishChoices, englishDocuments, englishFields } from './english-names.js';
import type { FieldValue } from './step-draft.js';

interface Spec {
  field: string;
  type: string;
  of?: Readonly<Record<string, string>>;
}

/** The words for papers, fields and values of a case in the language chosen. */
export function useCaseNames() {
  const { language } = useLanguage();
  const english = language === 'en';
  return {
    document: (name: string, vi: string) => (english ? (englishDocuments[name] ?? vi) : vi),
    field: (name: string, vi: string) => (english ? (englishFields[name] ?? vi) : vi),
    /** What is done to a case outside its workflow: a note, a correction, a reminder. */
    act: (name: string, vi: string) => (english ? (englishActs[name] ?? vi) : vi),
    /** A value as it is written for people: 15/06/2023, 465.479.000 ₫, 7.918,4 m², the word of a choice. */
    value({ field, type, of }: Spec, value: FieldValue): string {
      if (typeof value === 'boolean') return value ? everydayWords[language].yes : everydayWords[language].no;
      const text = String(value);
      switch (type) {
        case 'day':
          return day(text);
        case 'vnd':
          return money(Number(value));
        case 'area':
          return area(text);
        case 'integer':
          return count(Number(value));
        case 'choice':
          return (english ? englishChoices[field]?.[text] : undefined) ?? of?.[text] ?? text;
        default:
          return text;
      }
    },
  };
}
