import { createContext, use, useEffect, useState, type ReactNode } from 'react';

export type Language = 'vi' | 'en';

/** Words in both languages; the English ones must have the shape of the Vietnamese ones. */
export interface Text<T> {
  vi: T;
  en: T;
}
type Words<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Words<T[K]>;
};
export const defineText = <T extends object>(vi: T, en: Words<T>): Text<Words<T>> => ({ vi: vi as Words<T>, en });

const LanguageContext = createContext<{ language: Language; setLanguage(language: Language): void }>({
  language: 'vi',
  setLanguage: () => undefined,
});

const stored = () => (localStorage.getItem('language') === 'en' ? 'en' : 'vi');

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(stored);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem('language', language);
  }, [language]);
  return <LanguageContext value={{ language, setLanguage }}>{children}</LanguageContext>;
}

export const useLanguage = () => use(LanguageContext);

/** The words of one screen in the language chosen. */
export const useText = <T,>(text: Text<T>): T => text[use(LanguageContext).language];

/** The Vietnamese or English of a thing the server names in both. */
export function useNames() {
  const { language } = use(LanguageContext);
  return (thing: { vi: string; en: string }): string => thing[language];
}
