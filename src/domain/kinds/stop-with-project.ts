import type { Action } from '../workflow/workflow.js';
import { staff } from './roles.js';

/** What was not paid, or moved, when its project was given up stays where it is: nothing more is owed for it. */
export const stopWithProject = <S extends string>(from: readonly S[]): Action<S | 'cancelled'> => ({
  vi: 'Dừng hồ sơ do hủy dự án',
  en: 'Stop with the project',
  from,
  to: 'cancelled',
  by: staff,
  aside: true,
  needs: ['cancellation-decision'],
  answered: [],
  stops: 'all',
  outcome: 'project-cancelled',
});
