import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../../text/language.js';
import { workflowQuery } from './case-query.js';

/** The state of another case; its English is in the workflow of its kind. */
export function StateName({ of }: { of: { kind: string; state: string; stateVi: string } }) {
  const english = useLanguage().language === 'en';
  const { data } = useQuery({ ...workflowQuery(of.kind), enabled: english });
  return <>{(english && data?.states[of.state]?.en) || of.stateVi}</>;
}
