import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { countOf } from '../../../format.ts';
import { useCall } from '../../../queries/use-call.ts';
import { EditorModal } from '../parts/editor-modal.tsx';

interface CloseMonthProps {
  readonly month: string;
  readonly name: string;
  /** Whether the month is closed now, so that it is to be opened again. */
  readonly closed: boolean;
  /** What AWS billed beside what is shared out; a whole sentence. */
  readonly billed: string;
  readonly incompleteDays: number;
  readonly onClose: () => void;
}

/** Closes a month with a note, or opens it again: the earlier close is kept either way. */
export function CloseMonth({
  month,
  name,
  closed,
  billed,
  incompleteDays,
  onClose,
}: CloseMonthProps) {
  const [note, setNote] = useState('');
  const close = useCall('month.close', { changes: ['spend.chargeback'] });
  const reopen = useCall('month.reopen', { changes: ['spend.chargeback'] });
  const call = closed ? reopen : close;
  const label = closed ? `Open ${name} again` : `Close ${name}`;
  return (
    <EditorModal
      title={label}
      saveLabel={label}
      saving={call.isPending}
      error={call.error?.message ?? null}
      onSave={() => call.mutate({ month, note: note.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {closed
        ? 'The figures follow rules, prices and data again. The close is kept and listed.'
        : 'The figures of today are kept and hold from now on. Whatever changes later is told beside them.'}
      {closed ? null : <Alert type="info">{billed}</Alert>}
      {!closed && incompleteDays > 0 ? (
        <Alert type="warning" header={`${countOf(incompleteDays, 'day')} not complete yet`}>
          What comes in later is told as a difference and is not charged.
        </Alert>
      ) : null}
      <FormField label="Note">
        <Textarea
          value={note}
          rows={3}
          placeholder={closed ? 'Why it is opened again' : 'Sent to all teams on 4 November'}
          onChange={({ detail }) => setNote(detail.value)}
        />
      </FormField>
    </EditorModal>
  );
}
