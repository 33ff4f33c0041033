import { useId } from 'react';
import { useText } from '../../text/language.js';
import { CheckField, DayField, TextField } from '../../ui/fields.js';
import { useCaseNames } from './case-names.js';
import { ScanPicker } from './step-scan.js';
import { errorAt, type AskedPaper, type FieldError, type PaperDraft, type PaperDrafts } from './step-draft.js';
import { stepText } from './step.text.js';

interface Props {
  needs: readonly AskedPaper[];
  errors: readonly FieldError[];
  documents: PaperDrafts;
  onDocuments(documents: PaperDrafts): void;
  withoutScans?: boolean;
}

/** The papers of a step: ticked when at hand, with number, date and scan where there are. */
export function StepPapers({ needs, errors, documents, onDocuments, withoutScans }: Props) {
  const t = useText(stepText);
  const set = (name: string, paper: PaperDraft | undefined) => {
    const { [name]: _before, ...others } = documents;
    // Changed after its scan was sent: it is sent again.
    onDocuments(paper ? { ...others, [name]: { ...paper, sent: undefined } } : others);
  };
  return (
    <fieldset className="step-papers">
      <legend>{t.papers}</legend>
      {needs.map((asked) => (
        <OnePaper
          key={asked.document}
          asked={asked}
          paper={documents[asked.document]}
          error={documents[asked.document] ? undefined : errorAt(errors, `documents.${asked.document}`)}
          onPaper={(paper) => set(asked.document, paper)}
          withoutScans={withoutScans}
        />
      ))}
    </fieldset>
  );
}

interface OneProps {
  asked: AskedPaper;
  paper: PaperDraft | undefined;
  error: string | undefined;
  onPaper(paper: PaperDraft | undefined): void;
  withoutScans?: boolean;
}

function OnePaper({ asked, paper, error, onPaper, withoutScans }: OneProps) {
  const t = useText(stepText);
  const names = useCaseNames();
  const id = useId();
  return (
    <div className="field step-paper">
      <div className="row spread">
        <CheckField
          label={
            <>
              {names.document(asked.document, asked.vi)}
              {asked.inFile && <span className="badge good"> {t.inFile}</span>}
            </>
          }
          checked={paper !== undefined}
          onChange={(checked) => onPaper(checked ? {} : undefined)}
        />
      </div>
      {error && (
        <span className="error" id={id} role="alert">
          {error}
        </span>
      )}
      {paper && (
        <div className="form-grid">
          <TextField
            label={t.number}
            value={paper.number ?? ''}
            onChange={(number) => onPaper({ ...paper, number })}
            maxLength={80}
          />
          <DayField
            label={t.paperDay}
            value={paper.on}
            onChange={(on, problem) => onPaper({ ...paper, on, problem })}
          />
          {!withoutScans && <ScanPicker file={paper.file} onFile={(file) => onPaper({ ...paper, file })} />}
        </div>
      )}
    </div>
  );
}
