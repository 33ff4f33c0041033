import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../app/session.js';
import { useNames, useText } from '../../../text/language.js';
import type { CellContext } from './columns.js';
import { filtersText } from './filters.text.js';
import { projectsQuery, workflowQuery } from './list-data.js';
import { listText } from './list.text.js';

/** Names and words the cells need; projects and reasons are asked for only when their column is shown. */
export function useCellContext(shown: readonly string[]): CellContext {
  const t = useText(listText);
  const f = useText(filtersText);
  const name = useNames();
  const { today } = useMe();
  const projects = useQuery({ ...projectsQuery, enabled: shown.includes('project') }).data;
  const household = useQuery({ ...workflowQuery('household-file'), enabled: shown.includes('reason') }).data;
  return useMemo(() => {
    const reason = household?.fieldSpecs.holdoutReason;
    return {
      t,
      f,
      name,
      today,
      projects: new Map(projects?.map((project) => [project.id, project])),
      reasons: reason && 'of' in reason ? (reason.of as Record<string, string>) : {},
    };
  }, [t, f, name, today, projects, household]);
}
