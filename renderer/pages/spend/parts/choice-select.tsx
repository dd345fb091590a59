import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

interface ChoiceSelectProps<C extends string> {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly value: C;
  readonly options: readonly { readonly value: C; readonly label: string }[];
  /** Whether options can be found by typing. */
  readonly filtered?: boolean;
  readonly onChange: (value: C) => void;
}

/** A field with one of a few values. */
export function ChoiceSelect<C extends string>(props: ChoiceSelectProps<C>) {
  const { label, description, error, value, options, filtered, onChange } = props;
  return (
    <FormField label={label} description={description} errorText={error}>
      <Select
        {...(filtered === true ? { filteringType: 'auto' as const } : {})}
        selectedOption={options.find((option) => option.value === value) ?? null}
        options={options}
        onChange={({ detail }) => {
          const chosen = options.find((option) => option.value === detail.selectedOption.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      />
    </FormField>
  );
}
