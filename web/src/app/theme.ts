export type Theme = 'light' | 'dark';

export function startTheme(): void {
  const stored = localStorage.getItem('theme');
  setTheme(
    stored === 'dark' || (stored === null && matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light',
    false,
  );
}

export function setTheme(theme: Theme, keep = true): void {
  document.documentElement.dataset.theme = theme;
  if (keep) localStorage.setItem('theme', theme);
}

export const currentTheme = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');
