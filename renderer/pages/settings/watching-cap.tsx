import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { Usd } from '../../../shared/model/usd.ts';
import { useCall } from '../../queries/use-call.ts';

const CAP_PATTERN = /^\d{1,6}(\.\d{1,4})?$/;

/** Sets how much Assay's own calls may cost in a month. */
export function WatchingCap({ capUsd }: { readonly capUsd: Usd }) {
  const [typed, setTyped] = useState(capUsd);
  const save = useCall('settings.update', { changes: ['settings.get', 'watching.get'] });
  const text = typed.trim();
  const valid = CAP_PATTERN.test(text);
  const problem = valid ? undefined : 'An amount like 5 or 2.50, below a million';
  return (
    <FormField
      label="Limit in USD a month"
      description="A scan that would pass it stops before, and says so"
      errorText={problem ?? save.error?.message}
    >
      <div className="settings-inline">
        <Input
          value={typed}
          inputMode="decimal"
          onChange={({ detail }) => setTyped(detail.value)}
        />
        <Button
          disabled={!valid || text === capUsd}
          loading={save.isPending}
          onClick={() => save.mutate({ watchingCapUsd: text })}
        >
          Save
        </Button>
      </div>
    </FormField>
  );
}
