import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { SUGGESTED_REGIONS } from './regions.ts';

interface RegionPickerProps {
  readonly regions: readonly string[];
  readonly error: string | undefined;
  readonly label?: string;
  /** What a Region in the list means. */
  readonly description?: string;
  readonly onChange: (regions: readonly string[]) => void;
}

/** Chooses Regions by code: suggested ones, or any other that is typed. */
export function RegionPicker({
  regions,
  error,
  onChange,
  label = 'Regions',
  description = 'Each is read in turn. Type a code, or choose one.',
}: RegionPickerProps) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const codes = text.split(/[\s,]+/).filter((code) => code !== '' && !regions.includes(code));
    if (codes.length > 0) onChange([...regions, ...codes]);
    setTyped('');
  };
  return (
    <FormField label={label} description={description} errorText={error}>
      <SpaceBetween size="xs">
        <Autosuggest
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') add(typed);
          }}
          options={SUGGESTED_REGIONS.filter((code) => !regions.includes(code)).map((value) => ({
            value,
          }))}
          enteredTextLabel={(value) => `Add ${value}`}
          placeholder="us-east-1"
          ariaLabel="Add a Region"
          empty="No such suggestion"
        />
        <TokenGroup
          items={regions.map((code) => ({ label: code, dismissLabel: `Remove ${code}` }))}
          onDismiss={({ detail }) =>
            onChange(regions.filter((_, index) => index !== detail.itemIndex))
          }
        />
      </SpaceBetween>
    </FormField>
  );
}
