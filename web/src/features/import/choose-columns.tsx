import { useState } from 'react';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { useImports, type Import } from './imports.js';
import { text } from './import.text.js';

/** A payment is a step and an account a person: neither has a value that a blank cell could take away. */
const erasing: Import['kind'][] = ['households', 'graves', 'petitions'];

/** Which sheet, which row of headers, which column is what. */
export function ChooseColumns({ file }: { file: Import }) {
  const t = useText(text);
  const name = useNames();
  const [sheetName, setSheet] = useState(file.sheets[0]?.name ?? '');
  const sheet = file.sheets.find((each) => each.name === sheetName);
  const [headerRow, setHeaderRow] = useState(String(sheet?.headerRow ?? 1));
  const [chosen, setChosen] = useState(() => placesOf(sheet));
  const [project, setProject] = useState('');
  const [eraseBlank, setErase] = useState(false);
  const [whole, setWhole] = useState(true);
  const imports = useImports();
  const write = useWrite({ headerRow: t.headerRow, project: t.project });
  if (!sheet) return null;
  const headers = sheet.rows[Number(headerRow) - 1] ?? [];
  const matched = Object.keys(chosen).length;
  const width = Math.max(...sheet.rows.map((row) => row.length), 0);
  const choose = (next: string) => {
    const other = file.sheets.find((each) => each.name === next);
    setSheet(next);
    setHeaderRow(String(other?.headerRow ?? 1));
    setChosen(placesOf(other));
  };
  const check = () =>
    write.run(
      imports.check(file.id, {
        sheet: sheet.name,
        headerRow: Number(headerRow),
        columns: Object.entries(chosen).map(([at, column]) => ({ name: column, at: Number(at) })),
        eraseBlank,
        whole,
        ...(project.trim() && { project: project.trim() }),
      }),
    );
  const set = (at: number, column: string) =>
    setChosen((before) => {
      const rest = Object.fromEntries(
        Object.entries(before).filter(([place, known]) => Number(place) !== at && known !== column),
      );
      return column ? { ...rest, [at]: column } : rest;
    });
  return (
    <section className="card stack">
      <div className="row">
        <ChoiceField
          label={t.sheet}
          value={sheetName}
          onChange={choose}
          options={file.sheets.map((each) => ({ value: each.name, label: each.name }))}
        />
        <TextField
          label={t.headerRow}
          hint={t.headerHint}
          inputMode="numeric"
          value={headerRow}
          onChange={setHeaderRow}
          error={write.fault('headerRow')}
        />
      </div>
      <h3>{t.columns}</h3>
      <p className="soft small">{t.columnsHint}</p>
      <div className="import-columns">
        {[...Array(width).keys()].map((at) => (
          <ChoiceField
            key={at}
            label={headers[at]?.trim() || letter(at)}
            hint={sheet.rows[Number(headerRow)]?.[at]}
            value={chosen[at] ?? ''}
            onChange={(column) => set(at, column)}
            empty={t.noColumn}
            options={file.columns.map((column) => ({ value: column.name, label: name(column) }))}
          />
        ))}
      </div>
      {file.columns.some((column) => column.name === 'project') && (
        <TextField label={t.project} value={project} onChange={setProject} error={write.fault('project')} />
      )}
      <CheckField label={t.whole} checked={whole} onChange={setWhole} />
      {erasing.includes(file.kind) && <CheckField label={t.erase} checked={eraseBlank} onChange={setErase} />}
      <div className="row">
        <Button
          look="primary"
          disabled={write.busy || matched === 0 || !/^[1-9]\d{0,2}$/.test(headerRow)}
          onClick={() => void check()}
        >
          {t.check}
        </Button>
        {matched === 0 && <span className="soon">{t.matchOne}</span>}
      </div>
      <WriteNotes write={write} />
    </section>
  );
}

const placesOf = (sheet: Import['sheets'][number] | undefined): Record<number, string> =>
  Object.fromEntries((sheet?.columns ?? []).map(({ name, at }) => [at, name]));

/** 0 → A, 26 → AA, as Excel names columns. */
const letter = (at: number): string =>
  (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
