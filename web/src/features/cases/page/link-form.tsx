import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { CheckField, ChoiceField } from '../../../ui/fields.js';
import { errorAt } from '../step-draft.js';
import { CaseForm } from './case-form.js';
import { CasePicker } from './case-picker.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    title: 'Gắn với hồ sơ khác',
    type: 'Gắn với',
    types: { project: 'Dự án', household: 'Hồ sơ hộ', 'first-petition': 'Đơn lần đầu' },
    find: 'Tìm hồ sơ',
    untie: (code: string) => `Bỏ gắn với ${code}`,
    choose: 'Hãy chọn một hồ sơ.',
    tied: 'Đã gắn.',
    untied: 'Đã bỏ gắn.',
  },
  {
    title: 'Tie to another case',
    type: 'Tie to',
    types: { project: 'Project', household: 'Household file', 'first-petition': 'First petition' },
    find: 'Find the case',
    untie: (code: string) => `Untie from ${code}`,
    choose: 'Choose a case.',
    tied: 'Tied.',
    untied: 'Untied.',
  },
);

type LinkType = keyof typeof text.vi.types;
const kindOf: Record<LinkType, string> = {
  project: 'compensation-project',
  household: 'household-file',
  'first-petition': 'citizen-petition',
};
const fromKinds: Record<LinkType, string[]> = {
  project: ['household-file', 'grave-relocation', 'citizen-petition'],
  household: ['grave-relocation', 'citizen-petition'],
  'first-petition': ['citizen-petition'],
};
/** What a case of this kind may be tied to. */
export const linkTypesFor = (kind: string) =>
  (Object.keys(fromKinds) as LinkType[]).filter((type) => fromKinds[type].includes(kind));

export function LinkForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const types = linkTypesFor(file.kind);
  const [type, setType] = useState(types[0]!);
  const [to, setTo] = useState('');
  const [untie, setUntie] = useState(false);
  const now = {
    project: file.links.project,
    household: file.links.household,
    'first-petition': file.links.firstPetition,
  }[type];
  return (
    <CaseForm
      title={t.title}
      file={file}
      onClose={onClose}
      done={untie ? t.untied : t.tied}
      wait={to || untie ? undefined : t.choose}
      shown={({ field }) => field === 'to' || field === 'type'}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/links', {
              headers,
              params: { path: { id: file.code } },
              body: { version, type, to: untie ? null : to },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t.type}
            value={type}
            onChange={(value) => {
              setType(value as LinkType);
              setTo('');
              setUntie(false);
            }}
            options={types.map((value) => ({ value, label: t.types[value] }))}
            error={errorAt(errors, 'type')}
          />
          {now && <CheckField label={t.untie(now.code)} checked={untie} onChange={setUntie} />}
          {!untie && (
            <CasePicker
              key={type}
              label={t.find}
              kind={kindOf[type]}
              except={file.code}
              value={to}
              onChange={setTo}
              error={errorAt(errors, 'to')}
            />
          )}
        </>
      )}
    </CaseForm>
  );
}
