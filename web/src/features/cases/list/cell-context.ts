import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../app/session.js';
import { useLanguage, useText } from '../../../text/language.js';
import { useCaseNames } from '../case-names.js';
import type { CellContext } from './columns.js';
import { filtersText } from './filters.text.js';
import { workflowQuery } from '../page/case-query.js';
import { projectsQuery } from './list-data.js';
import { listText } from './list.text.js';

/**
 * Names and words the cells need; projects and reasons are asked for only when their column is shown. The same object
 * until something in it changes, so that rows that stay are not drawn again.
 */
export function useCellContext(shown: readonly string[]): CellContext {
  const t = useText(listText);
  const f = useText(filtersText);
  const { language } = useLanguage();
  const names = useCaseNames();
  const { today } = useMe();
  const projects = useQuery({ ...projectsQuery, enabled: shown.includes('project') }).data;
  const household = useQuery({ ...workflowQuery('household-file'), enabled: shown.includes('reason') }).data;
  return useMemo(() => {
    const of = household?.fieldSpecs.holdoutReason?.of ?? {};
    const word = (reason: string) => names.value({ field: 'holdoutReason', type: 'choice', of }, reason);
    return {
      t,
      f,
      name: (thing) => thing[language],
      today,
      projects: new Map(projects?.map((project) => [project.id, project])),
      reasons: Object.fromEntries(Object.keys(of).map((reason) => [reason, word(reason)])),
    };
    // `names` follows the language.
  }, [t, f, language, today, projects, household]);
}
