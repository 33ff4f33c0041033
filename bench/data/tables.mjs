/**
 * Which columns of the pattern's rows differ from copy to copy; all others are copied as they are. `own` ids move on
 * with each copy, `case` and the like point to rows of the same copy, `account`, `group` and `unit` to the ward's.
 */
export const tables = [
  {
    name: 'case_file',
    changes: {
      ...{ id: 'own', unit_id: 'unit', code: 'code', title: 'title', search: 'search', assignee_id: 'account' },
      ...{ residential_group_id: 'group', project_id: 'case', household_id: 'case', first_petition_id: 'case' },
      merged_into_id: 'case',
    },
  },
  { name: 'person', changes: { id: 'own', unit_id: 'unit', name: 'person-name', search: 'person-search' } },
  { name: 'case_person', changes: { id: 'own', unit_id: 'unit', case_id: 'case', person_id: 'person' } },
  { name: 'document', changes: { id: 'own', unit_id: 'unit', case_id: 'case', account_id: 'account' } },
  { name: 'contact', changes: { id: 'own', unit_id: 'unit', case_id: 'case', account_id: 'account' } },
  {
    name: 'deadline',
    changes: { id: 'own', unit_id: 'unit', case_id: 'case', started_by: 'history', stopped_by: 'history' },
  },
  {
    name: 'reminder',
    changes: {
      ...{ id: 'own', unit_id: 'unit', key: 'reminder-key', case_id: 'case', deadline_id: 'deadline' },
      recipient_id: 'account',
    },
  },
  {
    name: 'notice',
    changes: { id: 'own', unit_id: 'unit', reminder_id: 'reminder', recipient_id: 'account', case_id: 'case' },
  },
  {
    name: 'history',
    changes: {
      ...{ id: 'own', unit_id: 'unit', case_id: 'case', account_id: 'account', seq: 'seq', prev_hash: 'prev-hash' },
      hash: 'hash',
    },
  },
];

/** SQLite keeps these as 0 and 1. */
export const booleans = new Set(['illustrative@history', 'protected', 'legal_hold', 'active', 'remote_area', 'require_second_factor']);
