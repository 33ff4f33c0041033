import { useQueries, useQuery } from '@tanstack/react-query';
import { useMe, worksCases } from '../../../app/session.js';
import { useNames, useText } from '../../../text/language.js';
import type { ChoiceGroup } from './filter-popover.js';
import { filtersText } from './filters.text.js';
import { colleaguesQuery, residentialGroupsQuery, workflowQuery } from '../page/case-query.js';
import { kindsQuery, projectsQuery } from './list-data.js';
import type { ManyFilter } from './list-search.js';

const empty: ChoiceGroup[] = [];

/** The choices of one filter, grouped; asked of the server only when a panel or a chip needs them. */
export function useChoices(filter: ManyFilter, enabled: boolean, kindsChosen?: readonly string[]): ChoiceGroup[] {
  const t = useText(filtersText);
  const name = useNames();
  const me = useMe();
  const wants = (one: ManyFilter) => enabled && filter === one;
  const kinds = useQuery({ ...kindsQuery, enabled: wants('kind') || wants('state') }).data;
  const stateKinds = wants('state') ? (kindsChosen ?? kinds?.map((kind) => kind.kind) ?? []) : [];
  const workflows = useQueries({ queries: stateKinds.map(workflowQuery) });
  const accounts = useQuery({ ...colleaguesQuery, enabled: wants('assignee') }).data;
  const groups = useQuery({ ...residentialGroupsQuery, enabled: wants('residentialGroup') }).data;
  const projects = useQuery({ ...projectsQuery, enabled: wants('project') }).data;
  switch (filter) {
    case 'kind':
      return [{ choices: (kinds ?? []).map((kind) => ({ value: kind.kind, label: name(kind) })) }];
    case 'state':
      return workflows.flatMap(({ data }) =>
        data
          ? [
              {
                label: name(data),
                choices: Object.entries(data.states).map(([value, state]) => ({ value, label: name(state) })),
              },
            ]
          : empty,
      );
    case 'phase':
      return [{ choices: Object.entries(t.phases).map(([value, label]) => ({ value, label })) }];
    case 'variant':
      return [{ choices: Object.entries(t.variants).map(([value, label]) => ({ value, label })) }];
    case 'assignee':
      return [
        {
          choices: [
            { value: 'none', label: t.ownerless },
            { value: 'nobody', label: t.nobody },
            ...[...(accounts ?? [])]
              .filter((account) => worksCases(account.role))
              .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
              .map((account) => ({
                value: String(account.id),
                label: account.id === me.id ? t.me(account.name) : account.name,
              })),
          ],
        },
      ];
    case 'residentialGroup':
      return [{ choices: (groups ?? []).map((group) => ({ value: String(group.id), label: group.name })) }];
    case 'project':
      return [{ choices: (projects ?? []).map((project) => ({ value: project.code, label: project.title })) }];
  }
}
