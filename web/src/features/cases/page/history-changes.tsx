import { ChangedValues } from '../../../ui/changed-values.js';
import type { CaseView, HistoryLine, WorkflowView } from './case-types.js';
import { useHistoryWords } from './history-words.js';

/** The values a history line changed: what was, and what is. */
export function HistoryChanges({
  line,
  file,
  workflow,
}: {
  line: HistoryLine;
  file: CaseView;
  workflow: WorkflowView;
}) {
  return <ChangedValues changes={useHistoryWords(file, workflow)(line)} />;
}
