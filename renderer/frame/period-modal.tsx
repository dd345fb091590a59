import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { addDays, isDay } from '../../shared/model/period.ts';
import { usePeriod } from '../workspace.ts';

/** Chooses a first and a last day. */
export function PeriodModal({ onClose }: { readonly onClose: () => void }) {
  const [period, setPeriod] = usePeriod();
  const [first, setFirst] = useState(period.from);
  const [last, setLast] = useState(addDays(period.to, -1));
  const valid = isDay(first) && isDay(last) && first <= last;
  const apply = () => {
    setPeriod({ from: first, to: addDays(last, 1) });
    onClose();
  };
  return (
    <Modal
      visible
      size="small"
      header="Choose days"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={!valid} onClick={apply}>
              Show these days
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label="First day" description="Days are in UTC, as AWS bills them.">
          <DatePicker value={first} onChange={({ detail }) => setFirst(detail.value)} />
        </FormField>
        <FormField
          label="Last day"
          errorText={first <= last ? '' : 'The last day is before the first.'}
        >
          <DatePicker value={last} onChange={({ detail }) => setLast(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
