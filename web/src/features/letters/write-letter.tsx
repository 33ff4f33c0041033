import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, ask, send } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useMe } from '../../app/session.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, DayField, TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { CaseForm, formOf } from '../cases/page/case-form.js';
import type { CaseView } from '../cases/page/case-types.js';
import { ReasonField } from '../cases/reason-field.js';
import { errorAt } from '../cases/step-draft.js';
import { useKept } from '../cases/use-kept.js';
import type { Letter } from './letters-query.js';
import { lettersText } from './letters.text.js';
import { LetterLook } from './letter-look.js';

type Rank = 'chair' | 'deputy';

interface Props {
  file: CaseView;
  letters: components['schemas']['CaseLettersView'];
  /** The letter this is a new version of. */
  again?: Letter;
  onClose(): void;
}

/** Chooses a letter, fills in what the case lacks, looks at it, and keeps it under the next number of the book. */
export function WriteLetter({ file, letters, again, onClose }: Props) {
  const t = useText(lettersText);
  const me = useMe();
  const names = useNames();
  const list = useId();
  const secret = file.protection !== 'none';
  // What a letter of a protected petition says is as secret as the petition; the reason for opening it is given each time.
  const form = secret ? undefined : formOf(file, again ? `soan-lai-${again.id}` : 'soan-van-ban');
  const [kind, setKind] = useKept(form, 'kind', again?.kind ?? '');
  const [on, setOn] = useKept<string | undefined>(form, 'on', me.today);
  const [problem, setProblem] = useState<string>();
  const [rank, setRank] = useKept<Rank>(form, 'rank', 'chair');
  const [signer, setSigner] = useKept(form, 'signer', again?.signer ?? letters.signers[0] ?? '');
  const [number, setNumber] = useKept(form, 'number', '');
  const [values, setValues] = useKept<Record<string, string>>(form, 'values', {});
  const [reason, setReason] = useState('');
  const choice = letters.choices.find((each) => each.kind === kind);
  const letter = { kind, on: on ?? '', signerRank: rank, signer: signer.trim(), values };
  const body = secret ? { ...letter, reason: reason.trim() } : letter;
  const ready = kind !== '' && on !== undefined && signer.trim() !== '';
  const params = { path: { id: file.code } };
  const look = useQuery({
    queryKey: ['cases', file.code, 'letters', kind, on],
    // Each look at a protected petition is a line of its history: there it waits to be asked for.
    enabled: kind !== '' && on !== undefined && !secret,
    retry: false,
    queryFn: () =>
      ask(
        api.POST('/api/cases/{id}/letters/look', {
          params,
          body: { ...body, values: {}, signer: signer.trim() || '…' },
        }),
      ),
  });
  const wait = !ready
    ? t.waitKind
    : secret && reason.trim().length < 5
      ? t.waitReason
      : /^\d*$/.test(number.trim())
        ? problem
        : t.waitNumber;
  const preview = async () => {
    try {
      const paper = await ask(api.POST('/api/cases/{id}/letters/preview', { params, body, parseAs: 'blob' }));
      const address = URL.createObjectURL(paper);
      Object.assign(document.createElement('a'), { href: address, download: `${t.preview}.docx` }).click();
      URL.revokeObjectURL(address);
    } catch (error) {
      say((error as Error).message, true);
    }
  };
  return (
    <CaseForm
      title={again ? `${t.again}: ${again.numberText ?? again.kindVi}` : t.write}
      file={file}
      kept={form}
      onClose={onClose}
      unversioned
      wide
      done={t.done}
      wait={wait}
      saveLabel={choice && choice.symbol === null ? t.saveUnnumbered : t.save}
      shown={({ field }) => ['kind', 'on', 'signer', 'number', 'reason'].includes(field ?? '')}
      save={(_version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/letters', {
              headers,
              params,
              body: {
                ...body,
                ...(again && { replaces: again.id }),
                ...(number.trim() && { number: Number(number.trim()) }),
              },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t.letter}
            required
            value={kind}
            onChange={setKind}
            empty={again ? undefined : t.choose}
            options={letters.choices
              .filter((each) => !again || each.kind === again.kind)
              .map((each) => ({ value: each.kind, label: names(each) }))}
            error={errorAt(errors, 'kind')}
          />
          <div className="form-grid">
            <DayField
              label={t.on}
              required
              value={on}
              onChange={(value, wrong) => {
                setOn(value);
                setProblem(wrong);
              }}
              error={errorAt(errors, 'on')}
            />
            {choice && choice.symbol !== null && !again && (
              <TextField
                label={t.number}
                inputMode="numeric"
                maxLength={5}
                hint={look.data?.number ? t.numberHint(look.data.number, choice.symbol) : undefined}
                value={number}
                onChange={setNumber}
                error={errorAt(errors, 'number')}
              />
            )}
            <ChoiceField
              label={t.rank}
              value={rank}
              onChange={(value) => setRank(value as Rank)}
              options={Object.entries(t.ranks).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              label={t.signer}
              required
              list={list}
              maxLength={120}
              value={signer}
              onChange={setSigner}
              error={errorAt(errors, 'signer')}
            />
          </div>
          <datalist id={list}>
            {letters.signers.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          {secret && (
            <ReasonField
              label={t.reason}
              value={reason}
              onChange={setReason}
              errors={errors}
              maxLength={500}
              rows={2}
            />
          )}
          {secret && !wait && !look.data && (
            <div className="row">
              <Button small disabled={look.isFetching} onClick={() => void look.refetch()}>
                {t.check}
              </Button>
            </div>
          )}
          <LetterLook look={look} values={values} onValues={setValues} />
          <div className="row">
            <Button small disabled={wait !== undefined} onClick={() => void preview()}>
              {t.preview}
            </Button>
          </div>
        </>
      )}
    </CaseForm>
  );
}
