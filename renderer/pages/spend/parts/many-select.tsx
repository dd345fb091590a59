import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';

interface ManySelectProps {
  readonly label: string;
  /** What none chosen means: `Every model`. */
  readonly none: string;
  readonly error?: string | undefined;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label?: string }[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A field with any number of values; none takes all. */
export function ManySelect({ label, none, error, chosen, options, onChange }: ManySelectProps) {
  return (
    <FormField label={label} errorText={error}>
      <Multiselect
        selectedOptions={chosen.map(
          (value) => options.find((option) => option.value === value) ?? { value },
        )}
        options={options}
        filteringType="auto"
        placeholder={none}
        onChange={({ detail }) =>
          onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []))
        }
      />
    </FormField>
  );
}
