import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import { useEffect, useMemo, useState } from 'react';
import type { AccessMatrix } from '../../../../shared/api/access-answers.ts';
import { accountWords, rowName } from '../access-words.ts';

interface PrincipalFieldProps {
  readonly matrix: AccessMatrix | undefined;
  /** The ARN. */
  readonly value: string;
  readonly onChange: (principalArn: string) => void;
}

/** Chooses a principal by name, or any by its ARN: those that may call nothing are not suggested. */
export function PrincipalField({ matrix, value, onChange }: PrincipalFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const options = useMemo(() => optionsOf(matrix), [matrix]);
  return (
    <FormField label="Principal">
      <Autosuggest
        value={typed}
        placeholder="Name, or ARN"
        virtualScroll
        options={options}
        statusType={matrix === undefined ? 'loading' : 'finished'}
        loadingText="Loading principals"
        enteredTextLabel={(text) => `Use ${text}`}
        empty="Nobody to suggest: give an ARN"
        onChange={({ detail }) => setTyped(detail.value)}
        onSelect={({ detail }) => onChange(detail.value.trim())}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter') onChange(typed.trim());
        }}
      />
    </FormField>
  );
}

function optionsOf(matrix: AccessMatrix | undefined) {
  if (matrix === undefined) return [];
  return matrix.rows.map((row) => ({
    value: row.principalArn,
    label: rowName(row),
    description: accountWords(row.accountId, matrix.accountNames),
    filteringTags: [row.principalArn],
  }));
}
