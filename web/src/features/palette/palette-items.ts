import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { useMe, worksCases } from '../../app/session.js';
import { placesFor } from '../../app/places.js';
import { shellText } from '../../app/shell.text.js';
import { currentTheme, setTheme } from '../../app/theme.js';
import { fold } from '../../text/format.js';
import { useLanguage, useNames, useText } from '../../text/language.js';
import { kindsQuery } from '../cases/list/list-data.js';
import { workflowQuery } from '../cases/page/case-query.js';
import { searchOf, viewsQuery } from '../cases/list/views-data.js';
import { paletteText } from './palette.text.js';

export interface Item {
  id: string;
  label: string;
  detail?: string;
  lang?: string;
  run(): void;
}
export interface ItemGroup {
  name: keyof typeof paletteText.vi.groups;
  items: Item[];
}

/** Every word typed is somewhere in the text, accents and case ignored. */
const matches = (text: string, words: string): boolean => {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/)
    .every((word) => folded.includes(word));
};

/** Cases and people, as the server finds them. */
export function useFound(words: string): { groups: ItemGroup[]; busy: boolean } {
  const t = useText(paletteText);
  const name = useNames();
  const navigate = useNavigate();
  const me = useMe();
  const enabled = words.length > 0 && me.role !== 'admin';
  const cases = useQuery({
    queryKey: ['cases', 'palette', words],
    queryFn: ({ signal }) => ask(api.GET('/api/cases', { params: { query: { q: words, limit: 8 } }, signal })),
    enabled,
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    queryKey: ['people', 'palette', words],
    queryFn: ({ signal }) => ask(api.POST('/api/people/search', { body: { q: words, limit: 5 }, signal })),
    enabled: enabled && words.length > 1,
    placeholderData: keepPreviousData,
  });
  if (!enabled) return { groups: [], busy: false };
  const list = (q: string) => void navigate({ to: '/ho-so', search: { q } });
  const found: Item[] = (cases.data?.items ?? []).map((file) => ({
    id: `case-${file.id}`,
    label: `${file.code} · ${file.title}`,
    detail: name({ vi: file.stateVi, en: file.stateEn }),
    run: () => void navigate({ to: '/ho-so/$code', params: { code: file.code }, search: {} }),
  }));
  if (cases.data && cases.data.total > found.length)
    found.push({
      id: 'all-cases',
      label: t.allCases(words),
      detail: t.found(cases.data.total),
      run: () => list(words),
    });
  return {
    busy: cases.isFetching || people.isFetching,
    groups: [
      { name: 'cases', items: found },
      {
        name: 'people',
        items: (people.data?.items ?? []).map((person) => {
          const [only, ...more] = person.files;
          return {
            id: `person-${person.id}`,
            label: person.name,
            detail: [person.idNumber, t.files(person.files.length)].filter(Boolean).join(' · '),
            run: () =>
              only && more.length === 0
                ? void navigate({ to: '/ho-so/$code', params: { code: only.code }, search: {} })
                : list(person.name),
          };
        }),
      },
    ],
  };
}

/** Screens, saved lists and actions, which need no asking. */
export function useFixed(words: string): ItemGroup[] {
  const t = useText(paletteText);
  const s = useText(shellText);
  const name = useNames();
  const navigate = useNavigate();
  const me = useMe();
  const { language, setLanguage } = useLanguage();
  const staff = worksCases(me.role);
  const kinds = useQuery({ ...kindsQuery, enabled: staff }).data ?? [];
  const workflows = useQueries({ queries: kinds.map(({ kind }) => workflowQuery(kind)) });
  const views = useQuery({ ...viewsQuery, enabled: staff }).data ?? [];
  const theme = currentTheme() === 'dark' ? 'light' : 'dark';
  const other = language === 'vi' ? 'en' : 'vi';
  const go = (to: string) => () => void navigate({ to });
  const screens: Item[] = [
    ...placesFor(me.role).map((place) => ({ id: place.to, label: s.places[place.text], run: go(place.to) })),
    { id: 'notices', label: t.notices, run: go('/thong-bao') },
    { id: 'profile', label: t.profile, run: go('/ca-nhan') },
  ];
  const lists: Item[] = views.map((view) => ({
    id: `view-${view.id}`,
    label: view.name,
    run: () => void navigate({ to: '/ho-so', search: searchOf(view) }),
  }));
  const openings: Item[] = workflows.flatMap(({ data }) =>
    data && (data.opening.by as readonly string[]).includes(me.role)
      ? [
          {
            id: `open-${data.kind}`,
            label: t.open(name(data)),
            run: () => void navigate({ to: '/mo-ho-so', search: { kind: data.kind } }),
          },
        ]
      : [],
  );
  const actions: Item[] = [
    ...(staff ? [{ id: 'petition', label: t.petition, run: go('/nhan-don') }] : []),
    ...openings,
    { id: 'language', label: t.language, detail: t.languageDetail, lang: other, run: () => setLanguage(other) },
    { id: 'theme', label: t.theme[theme], run: () => setTheme(theme) },
  ];
  const groups: ItemGroup[] = [
    { name: 'screens', items: screens },
    { name: 'lists', items: lists },
    { name: 'actions', items: actions },
  ];
  return groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => matches(`${t.groups[group.name]} ${item.label} ${item.detail ?? ''}`, words)),
  }));
}
