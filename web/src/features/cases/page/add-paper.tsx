import { useState } from 'react';
import { defineText, useText } from '../../../text/language.js';
import { fold } from '../../../text/format.js';
import { ChoiceField, DayField, TextField } from '../../../ui/fields.js';
import { useCaseNames } from '../case-names.js';
import { errorAt, type PaperDraft } from '../step-draft.js';
import { stepText } from '../step.text.js';
import { ScanPicker } from '../step-scan.js';
import { CaseForm } from './case-form.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { paperForm, uploadPaper } from './scans.js';

const text = defineText(
  { title: 'Thêm giấy tờ', name: 'Loại giấy tờ', done: 'Đã thêm giấy tờ.', choose: 'Hãy chọn loại giấy tờ.' },
  { title: 'Add a paper', name: 'Kind of paper', done: 'Paper added.', choose: 'Choose the kind of paper.' },
);

/** A paper added to the file outside any step. */
export function AddPaper({ file, workflow, onClose }: { file: CaseView; workflow: WorkflowView; onClose(): void }) {
  const t = useText(text);
  const s = useText(stepText);
  const names = useCaseNames();
  const [name, setName] = useState('');
  const [paper, setPaper] = useState<PaperDraft>({});
  // Those of this case first: they are what one looks for.
  const near = new Set<string>([
    ...file.actions.flatMap(({ needs }) => needs.map(({ document }) => document)),
    ...file.documents.map((d) => d.name),
  ]);
  const options = Object.entries(workflow.documentNames)
    .map(([value, vi]) => ({ value, label: names.document(value, vi) }))
    .sort(
      (a, b) => Number(near.has(b.value)) - Number(near.has(a.value)) || fold(a.label).localeCompare(fold(b.label)),
    );
  return (
    <CaseForm
      title={t.title}
      file={file}
      onClose={onClose}
      unversioned
      done={t.done}
      wait={name === '' ? t.choose : paper.problem}
      shown={({ field }) => ['name', 'number', 'on'].includes(field ?? '')}
      save={(_version, sendOptions) => uploadPaper(file.code, paperForm(name, paper), sendOptions)}
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t.name}
            required
            value={name}
            onChange={setName}
            options={options}
            empty={s.choose}
            error={errorAt(errors, 'name', `documents.${name}`)}
          />
          <div className="form-grid">
            <TextField
              label={s.number}
              value={paper.number ?? ''}
              onChange={(number) => setPaper({ ...paper, number })}
              maxLength={80}
              error={errorAt(errors, 'number')}
            />
            <DayField
              label={s.paperDay}
              value={paper.on}
              onChange={(on, problem) => setPaper({ ...paper, on, problem })}
              error={errorAt(errors, 'on')}
            />
          </div>
          <ScanPicker file={paper.file} onFile={(scan) => setPaper({ ...paper, file: scan })} />
        </>
      )}
    </CaseForm>
  );
}
